/** The study protocol's fixed terms, as far as they are data: what the rules and tables are made from. */

export { FEWEST_CENTRES_FOLDED } from '#shared/analyses/centres/folding-terms.ts';
export { BOOTSTRAP } from '#shared/analyses/comparison/bootstrap-terms.ts';
export { HISTOGRAM_LIMITS_MM } from '#shared/analyses/measures/histogram-limits.ts';
export { POINTS } from '#shared/analyses/points/points-terms.ts';
export { RECIST, SLOW_PROGRESSION } from '#shared/analyses/recist/recist-terms.ts';
export { LARGEST_DIAMETER_RATIO, NEAR_LIMIT_DAYS, OUTER_FENCES } from '#shared/protocol/quality.ts';
export { ALL_LESIONS, SEQUENCE_NAMES } from '#shared/protocol/sequences.ts';
export { SIDES } from '#shared/protocol/sides.ts';
