import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { seedIn, settingIn } from '#shared/result-report/sentences/setting-values.ts';
import { en, fr } from '#shared/result-report/sentences/wording.ts';
import { recistMethods } from './recist.ts';

/** How it was compared. */
export const analysisMethods = (result: PublishedResult): readonly BilingualPassage[] => [
  PRIMARY,
  SECONDARY,
  intervals(result),
  SHARES,
  AGREEMENT,
  recistMethods(result),
  centres(result),
  significance(result),
];

const PRIMARY: BilingualPassage = {
  fr: fr`Le critère principal était le nombre total de métastases en IRM et en TDM dans le foie entier, comparé par le test des rangs signés de Rosner, Glynn et Lee (2006), qui tient compte des couples d’un même patient, en loi exacte (asymptotique dans une très grande étude) ; le rapport des nombres a un intervalle de confiance par patient (Liang et Zeger, 1986).`,
  en: en`The primary outcome was the total number of metastases on MRI and on CT in the whole liver, compared by the signed-rank test of Rosner, Glynn and Lee (2006), which accounts for the pairs of one patient, by its exact law (large-sample in a very large study); the ratio of the numbers has a confidence interval by patient (Liang and Zeger, 1986).`,
};

const SECONDARY: BilingualPassage = {
  fr: fr`Le foie droit et le foie gauche, puis toutes les comparaisons deux à deux des six séquences, pour les nombres et pour les diamètres, étaient secondaires ; leurs p ont été corrigés par la méthode de Holm dans chaque famille (une par région du foie, une pour les diamètres, une pour la comparaison principale et ses côtés). Le test de Wilcoxon et le test t apparié, qui tiennent les couples pour indépendants, sont donnés à titre de comparaison.`,
  en: en`The right and the left liver, then all comparisons two by two of the six sequences, for numbers and for diameters, were secondary; their p-values were corrected by Holm’s method within each family (one for each region of the liver, one for the diameters, one for the primary comparison and its sides). Wilcoxon’s test and the paired t-test, which take pairs as independent, are given for comparison.`,
};

function intervals(result: PublishedResult): BilingualPassage {
  const [replicates, seed] = [settingIn(result, 'BOOTSTRAP.replicates'), seedIn(result)];
  return {
    fr: fr`Les différences moyennes ont un intervalle de confiance à 95 % par la variance robuste CR2 avec degrés de liberté de Satterthwaite (Bell et McCaffrey, 2002 ; Pustejovsky et Tipton, 2018) et, à côté, par rééchantillonnage des patients (${replicates} tirages, graine ${seed}).`,
    en: en`Mean differences have a 95% confidence interval by the cluster-robust CR2 variance with Satterthwaite’s degrees of freedom (Bell and McCaffrey, 2002; Pustejovsky and Tipton, 2018) and, beside it, by bootstrap of patients (${replicates} replicates, seed ${seed}).`,
  };
}

const SHARES: BilingualPassage = {
  fr: fr`Les parts de lésions vues sont rapportées à l’ensemble de ce que montre la modalité, avec un intervalle de Wilson sur l’effectif corrigé de l’effet de grappe (Rao et Scott, 1992) ; ce que montreraient des protocoles plus courts est encadré par des bornes tirées des nombres, couple par couple et côté par côté.`,
  en: en`Shares of lesions seen are of all that the modality shows, with Wilson’s interval on the size corrected for clustering (Rao and Scott, 1992); what shorter protocols would show lies between bounds from the counts, pair by pair and side by side.`,
};

const AGREEMENT: BilingualPassage = {
  fr: fr`L’accord des diamètres d’une même lésion est décrit par le biais et les limites d’accord à 95 % de Bland et Altman (2007) pour plusieurs mesures par patient, les coefficients de corrélation intraclasse ICC(2,1) et ICC(3,1) et le coefficient de concordance de Lin ; l’accord entre lecteurs, par l’ICC et le κ de Cohen.`,
  en: en`Agreement of the diameters of one lesion is described by the bias and the 95% limits of agreement of Bland and Altman (2007) for several measures of a patient, the intraclass correlation coefficients ICC(2,1) and ICC(3,1) and Lin’s concordance coefficient; agreement between readers, by ICC and Cohen’s κ.`,
};

function centres(result: PublishedResult): BilingualPassage {
  const [patients, groups] = [
    settingIn(result, 'fewestPatientsShown'),
    settingIn(result, 'fewestCentresPooled'),
  ];
  return {
    fr: fr`Les centres de moins de ${patients} patients dans une analyse ont été réunis ; à partir de ${groups} groupes de centres, les effets ont été combinés par un modèle à effets aléatoires (DerSimonian et Laird, intervalle de Hartung et Knapp).`,
    en: en`Centres with fewer than ${patients} patients in an analysis were put together; from ${groups} groups of centres on, effects were pooled by random effects (DerSimonian and Laird, interval of Hartung and Knapp).`,
  };
}

const significance = ({ manifest }: PublishedResult): BilingualPassage =>
  manifest.protocol['significanceShown'] === false
    ? {
        fr: fr`Par choix de l’étude, aucune valeur de p n’est publiée. Aucune donnée manquante n’a été remplacée.`,
        en: en`By a choice of the study no p-value is published. No missing value was imputed.`,
      }
    : {
        fr: fr`Les tests sont bilatéraux, au seuil de 0,05 jugé avant arrondi. Aucune donnée manquante n’a été remplacée.`,
        en: en`Tests are two-sided, at the level 0.05 judged before rounding. No missing value was imputed.`,
      };
