import { ToldFailure } from '#cdk/failure.ts';
import type { NotMeasured } from '../measured-run.ts';

/**
 * Measures one size after the other. Where one fails, whatever it fails for, those before it stay; a larger one would fail
 * too, after a longer wait, and is not tried.
 */
export async function sizeBySize<Measured>(
  sizes: readonly number[],
  measure: (size: number) => Promise<Measured>,
): Promise<ReadonlyMap<number, Measured | NotMeasured>> {
  const found = new Map<number, Measured | NotMeasured>();
  for (const size of sizes) {
    try {
      found.set(size, await measure(size));
    } catch (error) {
      found.set(size, whyNot(error));
      break;
    }
  }
  return found;
}

/** What was thrown, for the page. */
export const whyNot = (error: unknown): NotMeasured => ({
  why: error instanceof ToldFailure ? error.sentence.en : `failed: ${String(error)}`,
});
