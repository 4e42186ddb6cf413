import { NOT_COUNTED, NOT_MEASURED } from './analyses.ts';
import { EXCLUSIONS } from './eligibility.ts';

/** Every rule that leaves patients or pairs out, by its reason, in the order of the flow chart. */
export const RULES = [...EXCLUSIONS, ...NOT_COUNTED, ...NOT_MEASURED] as const;
export type RuleReason = (typeof RULES)[number]['reason'];
