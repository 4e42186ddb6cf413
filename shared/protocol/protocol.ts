/** The study protocol's fixed terms, as far as they are data: what the rules and tables are made from. */
export { MOST_MEASURED_LESIONS, SMALLEST_MEASURED_MM } from './measures.ts';
export { SEQUENCE_NAMES } from './sequences.ts';
export { SIDES } from './sides.ts';
export { BOARD_PERIOD, PAIR_INTERVAL_MONTHS } from './study-period.ts';
