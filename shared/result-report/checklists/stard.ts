import { type Checklist, itemsFrom } from './checklist.ts';

const FRENCH = `
1 | dans le titre ou le résumé, qu’il s’agit d’une étude d’exactitude diagnostique, et par quelle mesure | {detection-rates.rate} : la part des lésions vues ; les mots sont ceux de l’article | {performance.sensitivity} : la sensibilité par lésion
2 | un résumé structuré | *sans réponse ici*
3 | le contexte, l’usage prévu et le rôle de l’examen | *sans réponse ici* ; la question de la thèse dans [README.md](../README.md)
4 | les objectifs et les hypothèses | la comparaison déclarée : {primary-comparison} ; secondaires, toutes : {count-tests}, {measure-tests} ; exploratoires : {subgroups} ; [les familles](../shared/statistics/README.md) corrigées ensemble
5 | si les données ont été recueillies avant ou après les examens | *sans réponse ici* ; les examens sont datés ({pairs.ct_date}, {pairs.mri_date}), la lecture ne l’est pas
6 | qui était éligible | {flow.reason}, dans l’ordre ; {boardPeriod}, {longestIntervalMonths} ; les règles et leurs titres dans {tables.json}
7 | comment les candidats ont été trouvés | patients d’une RCP RENATEN ({patients.board_date}) ; comment un centre les a trouvés : *sans réponse ici*
8 | où et quand | {centres.centre}, où un centre est assez grand pour être montré ; tous dans {manifest.json} ; {boardPeriod}
9 | série consécutive, aléatoire ou de convenance | *sans réponse ici*
10a | l’examen étudié, pour qu’on puisse le refaire | {counts.sequence} : quelles séquences ; {pairs.protocol_complete} ; leurs ensembles : {protocols.protocol} ; champ et produit de contraste, quand ils sont envoyés : {pairs.field_tesla}, {pairs.contrast_agent} ; la dose : {dose} ; les délais : *sans réponse ici*
10b | l’examen de référence, pour qu’on puisse le refaire | aucun ; l’union qui en tient lieu : {detection-rates.against}, {detection-rates: all_lesions}, et [THESIS.md](../shared/study/THESIS.md#claims-that-the-data-do-not-carry) | l’histologie, le suivi ou une autre imagerie, dit pour chaque lésion : {performance.reference}
11 | pourquoi cette référence | [THESIS.md](../shared/study/THESIS.md#claims-that-the-data-do-not-carry) : les lésions de la TDM et de l’IRM n’ont pas été appariées | les lésions sont appariées : {visibility: only_second} dit ce que voit la TDM seule
12a | les seuils de l’examen étudié, fixés d’avance ou non | une lésion est vue ou non, comptée par le lecteur ; mesurée à partir de {smallestLesionMillimetres} ; tout est déclaré : {manifest.json} | une lésion vue est dite métastase à partir d’une confiance de 3 sur 5, si elle est donnée : {performance.called} ; tous les seuils : {froc}
12b | les seuils de la référence | aucun, sinon ceux de l’union : {detection-rates.against}
13a | ce que savaient les lecteurs de l’examen étudié | s’ils lisaient en aveugle : {reader-characteristics: blinded}, quand les centres l’envoient ({readers.blinded}) ; le reste : *sans réponse ici*
13b | ce que savaient ceux qui jugeaient la référence | aucune référence n’est jugée ; le même lecteur lit la TDM et l’IRM ({pairs.reader}) | qui a établi la référence, et ce qu’il savait : *sans réponse ici*
14 | comment l’exactitude est estimée et comparée | [shared/statistics/README.md](../shared/statistics/README.md), chaque calcul avec son appel R et son article
15 | les résultats indéterminés | {pairs.countable}, {pairs.measurable} : écartés sous leur nom dans {flow.reason} ; le non évaluable de RECIST : {recist.ne} | non évaluables : {visibility.not_assessable} ; sans référence ou de nature inconnue : {performance.without_reference}
16 | les données manquantes | pour chaque colonne et chaque analyse : {missing.not_known} ; {population.level} ({population: not_known} est une ligne à part) ; {quality: diameter_absent}, {quality: board_date_not_known} ; couples complets seulement : {pairs.protocol_complete} | de chaque colonne de la liste : {missing: visibility}
17 | la variabilité de l’exactitude, prévue ou exploratoire | par côté : {count-tests.side}, {side-tests} ; par centre : {centres} ; par d’autres tests : {sensitivity} ; entre lecteurs : {readers}, {recist-readers} ; entre patients, exploratoire : {subgroups.interaction_p} | par taille et par côté : {lesion-tests.group} ; par référence : {performance.reference} ; par lecteur : {froc.reader}
18 | l’effectif prévu | *sans réponse ici*
19 | le flux des participants | {flow}, des examinés aux mesurés, un motif pour chacun | les lésions listées qui n’entrent dans aucun tableau : {quality: listed_not_used}
20 | les caractéristiques des participants | {population} ; de ceux qui sont dénombrés et mesurés : {population-sets.set}
21a | la gravité de la maladie | {population} (grade, chronologie, traitements) ; {population-sets: lesion_load}, {population-sets: ki67_percent} ; {counts.mean_per_pair} ; {measures.mean}, {measure-histograms}
21b | les autres diagnostics de ceux qui n’ont pas la maladie | aucun : seuls entrent des patients aux métastases hépatiques connues ({flow: no_known_liver_metastases}) | les lésions bénignes des mêmes patients : {performance.benign}
22 | le temps et les traitements entre les examens | {population: interval}, {population: signed_interval} ; {longestIntervalMonths} ; un traitement entre les deux : *sans réponse ici*
23 | les résultats croisés avec la référence | {primary-comparison}, {counts.total}, {protocols.at_least}, {protocols.at_most}, {not-on-diffusion} ; {recist-agreement} (IRM contre TDM) ; lésion par lésion : *sans réponse ici* | {visibility.lesions}, {lesion-tests.both}, {performance.called}, {performance.false_positives}
24 | l’exactitude et sa précision | {detection-rates.rate_low}, {detection-rates.rate_high} ; {primary-comparison.rate_ratio_low}, {count-tests.rate_difference_low}, {count-tests.rate_ratio_low}, {protocols.at_least_share_low} ; {agreement} pour les diamètres | {performance.sensitivity_low}, {performance.ppv_low}, {lesion-tests.difference_low}, {listed-protocols.share_low}
25 | les événements indésirables | l’irradiation, quand les centres l’envoient : {dose} ; les autres : *sans réponse ici*
26 | les limites | [THESIS.md](../shared/study/THESIS.md#claims-that-the-data-do-not-carry) ; {quality} ; {missing} ; {detection-rates.patients_above_union}, {detection-rates.pairs_above_union} | le biais de vérification : {performance.without_reference}
27 | les conséquences pour la pratique | ce qu’un protocole plus court peut perdre et épargner : {protocols.adds_at_most}, {dose: lost_without_portal} ; le reste *sans réponse ici* | ce qu’il perd exactement : {listed-protocols.adds}, {listed-protocols.share}
28 | l’enregistrement | *sans réponse ici*
29 | où est le protocole | [SETTINGS.md](SETTINGS.md), {manifest.json} (réglages et termes de ce résultat même), [shared/protocol](../shared/protocol)
30 | le financement | *sans réponse ici*
`;

const ENGLISH = `
1 | in title or abstract, that this is a study of diagnostic accuracy, and by which measure | {detection-rates.rate}: the share of lesions seen; the words are the paper's | {performance.sensitivity}: the sensitivity per lesion
2 | a structured abstract | *not answered here*
3 | background, intended use and role of the test | *not answered here*; the thesis's question in [README.md](../README.md)
4 | objectives and hypotheses | the declared comparison: {primary-comparison}; secondary, all of them: {count-tests}, {measure-tests}; exploratory: {subgroups}; [the families](../shared/statistics/README.md) that are corrected together
5 | whether data were collected before or after the tests were done | *not answered here*; scans have dates ({pairs.ct_date}, {pairs.mri_date}), the reading has none
6 | who was eligible | {flow.reason}, in order; {boardPeriod}, {longestIntervalMonths}; the rules with their titles in {tables.json}
7 | how candidates were found | patients of a RENATEN board ({patients.board_date}); how a centre found them: *not answered here*
8 | where and when | {centres.centre}, where a centre is large enough to be shown; all of them in {manifest.json}; {boardPeriod}
9 | consecutive, random or convenience series | *not answered here*
10a | the index test, so that it can be repeated | {counts.sequence}: which sequences; {pairs.protocol_complete}; sets of them: {protocols.protocol}; field and contrast agent, where sent: {pairs.field_tesla}, {pairs.contrast_agent}; dose: {dose}; timing: *not answered here*
10b | the reference standard, so that it can be repeated | none; the union that stands in for it: {detection-rates.against}, {detection-rates: all_lesions}, and [THESIS.md](../shared/study/THESIS.md#claims-that-the-data-do-not-carry) | histology, follow-up or other imaging, said of each lesion: {performance.reference}
11 | why that reference | [THESIS.md](../shared/study/THESIS.md#claims-that-the-data-do-not-carry): lesions of CT and MRI were not matched | lesions are matched: {visibility: only_second} says what CT alone sees
12a | cut-offs of the index test, declared beforehand or not | a lesion is seen or not, counted by the reader; measured from {smallestLesionMillimetres} on; all declared: {manifest.json} | a lesion that is seen is called a metastasis from a confidence of 3 of 5 on, if given: {performance.called}; all cut-offs: {froc}
12b | cut-offs of the reference | none but the union's: {detection-rates.against}
13a | what readers of the index test knew | whether they read blinded: {reader-characteristics: blinded}, where centres send it ({readers.blinded}); more: *not answered here*
13b | what assessors of the reference knew | no reference is assessed; the same reader reads CT and MRI ({pairs.reader}) | who established the reference, and what they knew: *not answered here*
14 | how accuracy is estimated and compared | [shared/statistics/README.md](../shared/statistics/README.md), each with its R call and paper
15 | indeterminate results | {pairs.countable}, {pairs.measurable}: left out by name in {flow.reason}; RECIST's not evaluable: {recist.ne} | not assessable: {visibility.not_assessable}; without a reference or of unknown nature: {performance.without_reference}
16 | missing data | of each column and analysis: {missing.not_known}; {population.level} ({population: not_known} is a row of its own); {quality: diameter_absent}, {quality: board_date_not_known}; complete pairs only: {pairs.protocol_complete} | of each column of the list: {missing: visibility}
17 | variability in accuracy, declared or exploratory | by side: {count-tests.side}, {side-tests}; by centre: {centres}; by other tests: {sensitivity}; between readers: {readers}, {recist-readers}; between patients, exploratory: {subgroups.interaction_p} | by size and side: {lesion-tests.group}; by reference: {performance.reference}; by reader: {froc.reader}
18 | intended sample size | *not answered here*
19 | flow of participants | {flow}, screened to measured, one reason each | listed lesions that enter no table: {quality: listed_not_used}
20 | characteristics of the participants | {population}; of those counted and measured: {population-sets.set}
21a | severity of disease | {population} (grade, timing, treatments); {population-sets: lesion_load}, {population-sets: ki67_percent}; {counts.mean_per_pair}; {measures.mean}, {measure-histograms}
21b | other diagnoses in those without the disease | none: only patients with known liver metastases enter ({flow: no_known_liver_metastases}) | benign lesions of the same patients: {performance.benign}
22 | time and treatment between the tests | {population: interval}, {population: signed_interval}; {longestIntervalMonths}; treatment between the two: *not answered here*
23 | results against the reference, cross-tabulated | {primary-comparison}, {counts.total}, {protocols.at_least}, {protocols.at_most}, {not-on-diffusion}; {recist-agreement} (MRI against CT); lesion by lesion: *not answered here* | {visibility.lesions}, {lesion-tests.both}, {performance.called}, {performance.false_positives}
24 | accuracy with its precision | {detection-rates.rate_low}, {detection-rates.rate_high}; {primary-comparison.rate_ratio_low}, {count-tests.rate_difference_low}, {count-tests.rate_ratio_low}, {protocols.at_least_share_low}; {agreement} for diameters | {performance.sensitivity_low}, {performance.ppv_low}, {lesion-tests.difference_low}, {listed-protocols.share_low}
25 | adverse events | irradiation, where centres send it: {dose}; others: *not answered here*
26 | limitations | [THESIS.md](../shared/study/THESIS.md#claims-that-the-data-do-not-carry); {quality}; {missing}; {detection-rates.patients_above_union}, {detection-rates.pairs_above_union} | verification bias: {performance.without_reference}
27 | implications for practice | what a shorter protocol may lose and save: {protocols.adds_at_most}, {dose: lost_without_portal}; the rest *not answered here* | what it loses exactly: {listed-protocols.adds}, {listed-protocols.share}
28 | registration | *not answered here*
29 | where the protocol is | [SETTINGS.md](SETTINGS.md), {manifest.json} (settings and terms of the very result), [shared/protocol](../shared/protocol)
30 | funding | *not answered here*
`;

/** Where the items of STARD 2015 are answered: Bossuyt 2015 BMJ 351:h5527, items in our words. */
export const STARD: Checklist = {
  name: 'STARD',
  title: { fr: 'STARD 2015 : où chaque point a sa réponse', en: 'STARD 2015: where each item is answered' },
  introduction: {
    fr: 'Les examens étudiés sont les séquences de la TDM et de l’IRM, lues côte à côte. Il n’y a pas d’examen de référence : ce que voit une séquence est rapporté à ce que voient ensemble celles de sa modalité, ou toutes. Un taux est donc ici la part des lésions vues par une séquence au moins, non une sensibilité.',
    en: 'The index tests are the sequences of CT and MRI, read side by side. There is no reference standard: what a sequence sees is held against what its modality, or both, see together. So a rate here is the share of the lesions that any sequence sees, not a sensitivity.',
  },
  items: itemsFrom(FRENCH, ENGLISH),
};
