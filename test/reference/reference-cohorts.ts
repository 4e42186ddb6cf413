import { SAMPLE_COHORTS } from '#test/sample-cohorts.ts';

/** The cohorts whose tables R makes: all but thesis-fr, which is written as spreadsheets write; R reads plain CSV. */
export const REFERENCE_COHORTS: readonly string[] = SAMPLE_COHORTS.filter((name) => name !== 'thesis-fr');
