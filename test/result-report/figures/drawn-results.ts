import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { sampleResult } from '../files/sample-result.ts';

const computed = new Map<string, Promise<PublishedResult>>();

/** What a sample cohort gives, as it is published; computed once. */
export function resultOf(cohort: string): Promise<PublishedResult> {
  const result = computed.get(cohort) ?? sampleResult(cohort).then(({ result: published }) => published);
  computed.set(cohort, result);
  return result;
}
