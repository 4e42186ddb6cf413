import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { sampleResult } from '../files/sample-result.ts';

/** What a sample cohort gives, as it is published. */
export const resultOf = async (cohort: string): Promise<PublishedResult> =>
  (await sampleResult(cohort)).result;
