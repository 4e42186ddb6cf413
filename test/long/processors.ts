import { type InstallContext, run } from '#cdk/localstack/install/run.ts';
import { sameInBoth } from '#shared/language.ts';
import { SAMPLE_COHORTS } from '#test/sample-cohorts.ts';
import { findArm64 } from './arm64.ts';
import { computedBy, differing } from './cohort-bytes.ts';

/** What came of comparing the tables that two processors compute. */
export interface Comparison {
  readonly passed: number;
  readonly failures: readonly string[];
  /** Why nothing was compared. */
  readonly skipped: string | undefined;
  readonly summary: string;
}

const skippedFor = (reason: string): Comparison => ({
  passed: 0,
  failures: [],
  skipped: `arm64: ${reason}`,
  summary: `arm64: SKIPPED, ${reason}`,
});

/** Computes every cohort here and on arm64, which the Lambdas run on: each file must be the same to the byte. */
export async function compareWithArm64(context: InstallContext): Promise<Comparison> {
  const arm64 = await findArm64(context);
  if ('missing' in arm64) return skippedFor(arm64.missing);
  const failures = SAMPLE_COHORTS.length === 0 ? ['arm64: there is no cohort to compare'] : [];
  let files = 0;
  for (const cohort of SAMPLE_COHORTS) {
    context.progress(sameInBoth(`Computing the cohort ${cohort} here and on arm64…`));
    try {
      const here = await computedBy([process.execPath], cohort);
      const differ = differing(here, await computedBy(arm64.node, cohort));
      files += here.size;
      if (differ.length > 0) failures.push(`arm64: ${cohort} has other bytes in ${differ.join(', ')}`);
    } catch (error) {
      failures.push(`arm64: ${String(error)}`);
    }
  }
  const { output } = await run([...arm64.node, '-p', 'process.version'], context.environment);
  const versions = `Node ${process.version} on ${process.arch}, ${output.trim()} on arm64`;
  const verdict = failures.length === 0 ? 'the same to the byte' : 'NOT the same';
  return {
    passed: SAMPLE_COHORTS.length - failures.length,
    failures,
    skipped: undefined,
    summary: `arm64: ${files} files of ${SAMPLE_COHORTS.length} cohorts are ${verdict} (${versions})`,
  };
}
