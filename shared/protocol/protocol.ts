/** The study protocol's fixed terms, as far as they are data: what the rules and tables are made from. */
export { BOOTSTRAP } from './bootstrap.ts';
export { FEWEST_CENTRES_FOLDED, FEWEST_CENTRES_POOLED } from './centre-folding.ts';
export { HISTOGRAM_LIMITS_MM } from './histogram.ts';
export { MOST_MEASURED_LESIONS, SMALLEST_MEASURED_MM } from './measures.ts';
export { LARGEST_DIAMETER_RATIO, NEAR_LIMIT_DAYS, OUTER_FENCES } from './quality.ts';
export { RECIST, SLOW_PROGRESSION } from './recist.ts';
export { ALL_LESIONS, SEQUENCE_NAMES } from './sequences.ts';
export { SIDES } from './sides.ts';
export { BOARD_PERIOD, PAIR_INTERVAL_MONTHS } from './study-period.ts';
