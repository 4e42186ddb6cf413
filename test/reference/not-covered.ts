/** Kinds of cases that no table needs. */
export const notCoveredKinds: readonly string[] = [];

/**
 * Fields that no table shows, by kind, as dotted paths; `crosscheck…` is how well R's own packages agreed, and the plain
 * McNemar test (`mcnemar`) takes the lesions of a patient as independent.
 */
export const notCoveredFields: Readonly<Record<string, readonly string[]>> = {
  agreement: [
    'carkeet',
    'confIntAsymptotic',
    'crosscheckAbs',
    'MSW',
    'icc11',
    'icc1k',
    'icc2k',
    'icc3k',
    'proportional.seSlope',
    'proportional.t',
    'proportional.pValue',
  ],
  categorical: ['crosscheckAbs', 'wilsonCorrected'],
  cluster_binary: ['mcnemar', 'rate1.waldT', 'rate1.logit', 'rate2.waldT', 'rate2.logit'],
  cluster_paired: ['clusterT.cr1', 'crosscheck', 'lmer', 'signFlip'],
  count_models: ['confInt', 'crosscheckAbs', 'geepack', 'naivePoissonSeLog', 'seLog', 'zP'],
  descriptives: ['fivenum', 'mad', 'thesisPrinted'],
  heterogeneity: ['dl.piMetafor', 'reml'],
  signed_rank_beyond: ['crosscheckAbs'],
};
