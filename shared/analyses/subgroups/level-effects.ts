import { shownBesideTheWhole } from '#shared/analyses/shown-beside-the-whole.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import type { Published } from '#shared/publication/figure-columns.ts';
import type { ReasonCode } from '#shared/publication/reasons.ts';
import { type ClusteredRateRatio, clusteredRateRatio } from '#shared/statistics/clustered-rate-ratio.ts';
import { sum } from '#shared/statistics/descriptives.ts';
import { type Missing, missing } from '#shared/statistics/figure.ts';
import type { GroupCounts } from '#shared/statistics/ratio-interaction.ts';
import type { Level } from './factors.ts';

type Effect = {
  readonly [Name in 'ratio' | 'interval']: ClusteredRateRatio[Name] | Missing<ReasonCode>;
};

export interface LevelEffect {
  readonly level: Level;
  readonly patients: number;
  readonly pairs: number;
  readonly mri: Published;
  readonly ct: Published;
  readonly effect: Effect;
  /** By patient; null of a level that is not shown. */
  readonly counts: GroupCounts | null;
}

/** A level and the counts of its patients, all pairs of each together. */
export interface LevelCounts {
  readonly level: Level;
  readonly patients: number;
  readonly pairs: number;
  /** MRI total and CT total. */
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** The levels that are large enough; not all of them where a small one would follow from the others and the whole. */
function shownLevels(
  groups: readonly LevelCounts[],
  allPatients: number,
  fewestPatientsShown: number,
): readonly LevelCounts[] {
  const large = groups.filter(({ patients }) => patients >= fewestPatientsShown);
  if (groups.every((group) => group.patients === 0 || large.includes(group))) return large;
  return shownBesideTheWhole(
    {
      large,
      patientsOf: ({ patients }) => patients,
      patientsOutside: (shown) => shown.reduce((rest, { patients }) => rest - patients, allPatients),
    },
    fewestPatientsShown,
  );
}

/** The effect in each level, in their order; of a level that is kept back a reason. */
export function levelEffects(
  groups: readonly LevelCounts[],
  allPatients: number,
  { fewestPatientsShown }: Pick<StudySettings, 'fewestPatientsShown'>,
): readonly LevelEffect[] {
  const shown = shownLevels(groups, allPatients, fewestPatientsShown);
  return groups.map((group) => {
    if (shown.includes(group)) return effectOf(group);
    return withheld(group, group.patients < fewestPatientsShown ? 'too_few_patients' : 'hides_small_group');
  });
}

const effectOf = ({ level, patients, pairs, first, second }: LevelCounts): LevelEffect => ({
  level,
  patients,
  pairs,
  mri: sum(first),
  ct: sum(second),
  effect: clusteredRateRatio(first, second),
  counts: { first, second },
});

const withheld = ({ level, patients, pairs }: LevelCounts, reason: ReasonCode): LevelEffect => ({
  level,
  patients,
  pairs,
  mri: missing(reason),
  ct: missing(reason),
  effect: { ratio: missing(reason), interval: missing(reason) },
  counts: null,
});
