import type { BilingualPassage } from '#shared/result-report/passage.ts';
import { type PublishedResult, rowsOf } from '#shared/result-report/published-result.ts';
import { isOfSeveral } from '#shared/result-report/sentences/lesion-confidence.ts';
import { listsLesions } from '#shared/result-report/sentences/listed-tables.ts';
import { hasColumns } from '#shared/result-report/sentences/sources.ts';
import { en, fr } from '#shared/result-report/sentences/wording.ts';

/** How lesions that are listed one by one were compared; nothing of a study whose centres list none. */
export const listedLesionMethods = (result: PublishedResult): readonly BilingualPassage[] =>
  listsLesions(result)
    ? [LISTS, TESTS, INTERVALS, REFERENCE, CONFIDENCE, ...(severalReaders(result) ? [SEVERAL_READERS] : [])]
    : [];

const LISTS: BilingualPassage = {
  fr: fr`Là où un centre a listé ses lésions une à une, chaque métastase listée par le premier lecteur compte une fois par couple ; une lésion que le lecteur n’a pas pu évaluer sur une séquence n’y compte pas.`,
  en: en`Where a centre listed its lesions one by one, each metastasis that the first reader lists counts once in each pair; a lesion that the reader could not assess on a sequence does not count there.`,
};

const TESTS: BilingualPassage = {
  fr: fr`Deux séquences, ou deux protocoles, ont été comparés lésion par lésion par le test de McNemar pour données groupées par patient d’Obuchowski (1998), corrigé par la méthode de Holm dans chaque famille (l’IRM et la TDM, une pour les régions du foie et une pour les tailles ; les séquences deux à deux et les protocoles deux à deux, une pour chaque région et chaque taille) ; ceux de Durkalski et al. (2003) et de Yang, Sun et Hardin (2010) sont donnés à titre de comparaison.`,
  en: en`Two sequences, or two protocols, were compared lesion by lesion by Obuchowski’s McNemar test for data clustered by patient (1998), corrected by Holm’s method within each family (MRI and CT, one for the regions of the liver and one for the sizes; the sequences two by two and the protocols two by two, one for each region and each size); those of Durkalski et al. (2003) and of Yang, Sun and Hardin (2010) are given for comparison.`,
};

const INTERVALS: BilingualPassage = {
  fr: fr`Les parts de métastases listées ont un intervalle de Wilson sur l’effectif corrigé de l’effet de grappe (Korn et Graubard, 1998), leurs différences un intervalle de Student, tous deux par la variance robuste CR2 par patient avec degrés de liberté de Satterthwaite.`,
  en: en`Shares of listed metastases have Wilson’s interval on the size corrected for clustering (Korn and Graubard, 1998), their differences Student’s interval, both by the cluster-robust CR2 variance by patient with Satterthwaite’s degrees of freedom.`,
};

const REFERENCE: BilingualPassage = {
  fr: fr`Sensibilité, faux positifs et valeur prédictive positive sont ceux des lésions dont l’histologie, le suivi ou une autre imagerie établit la nature ; une lésion est dite métastase là où elle est vue et, si le lecteur donne sa confiance, de trois sur cinq au moins.`,
  en: en`Sensitivity, false positives and positive predictive value are of the lesions whose nature histology, follow-up or other imaging establishes; a lesion is called a metastasis where it is seen and, if the reader gives a confidence, of three out of five at least.`,
};

const CONFIDENCE: BilingualPassage = {
  fr: fr`La confiance des lecteurs est résumée par l’aire sous la courbe FROC alternative (AFROC1 ; Chakraborty et Berbaum, 2004), dont l’erreur est celle d’un jackknife des patients ; l’intervalle d’une aire est de Student sur l’échelle logit, et les p de ces différences ne sont pas corrigés.`,
  en: en`The readers’ confidence is summed up by the area under the alternative FROC curve (AFROC1; Chakraborty and Berbaum, 2004), whose error is that of a jackknife over patients; the interval of an area is Student’s on the logit scale, and the p-values of these differences are not corrected.`,
};

const severalReaders = (result: PublishedResult): boolean =>
  hasColumns(result, 'froc', ['readers']) && rowsOf(result, 'froc').some(isOfSeveral);

const SEVERAL_READERS: BilingualPassage = {
  fr: fr`Plusieurs lecteurs des mêmes couples d’un centre ont été comparés par l’analyse d’Obuchowski et Rockette (1995), pour ces lecteurs et, avec les degrés de liberté de Hillis (2007), pour des lecteurs tels que ceux-ci.`,
  en: en`Several readers of the same pairs of a centre were analysed as Obuchowski and Rockette do (1995), for these readers and, with Hillis’s degrees of freedom (2007), for readers such as these.`,
};
