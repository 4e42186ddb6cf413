import { type Checklist, itemsFrom } from './checklist.ts';

const FRENCH = `
1 | dans le titre ou le résumé, que l’accord a été étudié | *sans réponse ici*
2 | la mesure, nommée et décrite | {readers.quantity}, {agreement.first}, {recist-agreement.first}, {recist-readers.method} ; chaque colonne dans {tables.json} et dans [le dictionnaire des envois](../shared/tables/README.md)
3 | les sujets étudiés | {flow}, {population} ; ceux des nombres et des mesures : {population-sets.set}
4 | les lecteurs étudiés | {reader-characteristics}, quand les centres l’envoient
5 | ce que l’on savait déjà, et pourquoi cette étude | *sans réponse ici*
6 | comment l’effectif a été choisi | *sans réponse ici* ; le plus grand nombre de lésions par couple : {mostLesionsMeasured}
7 | comment sujets et lecteurs ont été choisis | les sujets : {flow.reason} ; les lecteurs : *sans réponse ici*
8 | le déroulement des lectures : temps entre elles, information, aveugle | {reader-characteristics: blinded}, quand les centres l’envoient ; les mêmes examens pour chaque lecteur : {quality: dates_differ_between_readers} ; le reste *sans réponse ici*
9 | si les lectures étaient indépendantes | une ligne par lecteur ({pairs.reader}, {lesions.reader}) ; qu’ils ne se sont pas parlé : *sans réponse ici*
10 | l’analyse statistique | [shared/statistics/README.md](../shared/statistics/README.md)
11 | combien il y a eu de lecteurs, de sujets et de lectures | {readers.n_reader_pairs}, {readers.n_centres}, {readers.n}, {readers.n_patients}, {agreement.n_lesions}, {recist-agreement.n_follow_ups}, {recist-readers.n_follow_ups} ; lectures par d’autres lecteurs : {quality: reading_of_other_reader}
12 | ce que sont lecteurs et sujets | les sujets : {population}, {population-sets} ; les lecteurs : {reader-characteristics}, autant que les centres envoient {readers.role}, {readers.years_of_experience}, {readers.blinded}
13 | l’accord et la fidélité, avec leur incertitude | par deux lecteurs et tous ensemble ({readers.group}) : {readers.lower_limit_low}, {readers.icc_2_1_low}, {readers.kappa_low} ; {agreement.lower_limit}, {agreement.ccc} ; {recist-agreement.kappa}, {recist-agreement.raw_agreement} ; entre lecteurs {recist-readers.kappa_quadratic_low}, {recist-readers.raw_agreement}
14 | ce que cela veut dire en pratique | *sans réponse ici*
15 | les résultats en entier | chaque tableau en CSV avec {tables.json} et {manifest.json} : [PUBLISHED.md](PUBLISHED.md) ; couples, lésions et patients un à un, sous des numéros tirés au sort : {points}, si {pointsPublished} le veut
`;

const ENGLISH = `
1 | in title or abstract, that agreement was studied | *not answered here*
2 | the measurement, by name and described | {readers.quantity}, {agreement.first}, {recist-agreement.first}, {recist-readers.method}; each column in {tables.json} and in [the uploads' dictionary](../shared/tables/README.md)
3 | the subjects of interest | {flow}, {population}; of counts and of measures: {population-sets.set}
4 | the raters of interest | {reader-characteristics}, where centres send it
5 | what was known before, and why this study | *not answered here*
6 | how the sample size was chosen | *not answered here*; the largest number of lesions a pair: {mostLesionsMeasured}
7 | how subjects and raters were sampled | subjects: {flow.reason}; of the raters: *not answered here*
8 | the rating process: time between ratings, information, blinding | {reader-characteristics: blinded}, where centres send it; the same scans for every reader: {quality: dates_differ_between_readers}; the rest *not answered here*
9 | whether ratings were independent | one row a reader ({pairs.reader}, {lesions.reader}); that they did not speak with each other: *not answered here*
10 | the statistical analysis | [shared/statistics/README.md](../shared/statistics/README.md)
11 | how many raters, subjects and ratings there were | {readers.n_reader_pairs}, {readers.n_centres}, {readers.n}, {readers.n_patients}, {agreement.n_lesions}, {recist-agreement.n_follow_ups}, {recist-readers.n_follow_ups}; readings by other readers: {quality: reading_of_other_reader}
12 | what raters and subjects are like | subjects: {population}, {population-sets}; raters: {reader-characteristics}, as far as centres send {readers.role}, {readers.years_of_experience}, {readers.blinded}
13 | agreement and reliability with their uncertainty | by two readers and pooled ({readers.group}): {readers.lower_limit_low}, {readers.icc_2_1_low}, {readers.kappa_low}; {agreement.lower_limit}, {agreement.ccc}; {recist-agreement.kappa}, {recist-agreement.raw_agreement}; between readers {recist-readers.kappa_quadratic_low}, {recist-readers.raw_agreement}
14 | what it means in practice | *not answered here*
15 | the results in full | every table as CSV with {tables.json} and {manifest.json}: [PUBLISHED.md](PUBLISHED.md); pairs, lesions and patients one by one, under numbers drawn by lot: {points}, where {pointsPublished} says so
`;

/** Where the items of GRRAS are answered: Kottner 2011 J Clin Epidemiol 64:96, items in our words. */
export const GRRAS: Checklist = {
  name: 'GRRAS',
  title: { fr: 'GRRAS : où chaque point a sa réponse', en: 'GRRAS: where each item is answered' },
  introduction: {
    fr: 'Pour l’accord entre lecteurs (readers ; sur la réponse : recist-readers), entre TDM et IRM sur la réponse (recist-agreement) et entre séquences sur le diamètre (agreement).',
    en: 'For the agreement between readers (readers; on response: recist-readers), of MRI with CT on response (recist-agreement), and between sequences on a diameter (agreement).',
  },
  items: itemsFrom(FRENCH, ENGLISH),
};
