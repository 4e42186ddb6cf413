import { BOOTSTRAP } from '#shared/analyses/comparison/bootstrap-terms.ts';
import type { ReasonCode } from '#shared/publication/reasons.ts';
import { type Figure, missing } from '#shared/statistics/figure.ts';
import {
  type GroupCounts,
  type RatioInteraction,
  ratioInteraction,
} from '#shared/statistics/ratio-interaction.ts';

export interface Interaction extends Omit<RatioInteraction, 'p'> {
  readonly p: Figure<number, ReasonCode>;
}

/**
 * Whether the levels' ratios differ, by as many permutations as the bootstrap has replicates. Of as many patients as
 * are not redrawn either, the permutations would take too long.
 */
export function interactionOf(levels: readonly GroupCounts[]): Interaction {
  const patients = levels.reduce((total, { first }) => total + first.length, 0);
  if (patients <= BOOTSTRAP.mostPatients) return ratioInteraction(levels, BOOTSTRAP);
  const interaction = ratioInteraction(levels, { ...BOOTSTRAP, replicates: 0 });
  return { ...interaction, p: missing('too_many_patients') };
}
