import { shownBesideTheWhole } from '#shared/analyses/shown-beside-the-whole.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { type Missing, missing } from '#shared/statistics/figure.ts';
import type { ReaderGroup } from './reader-groups.ts';
import type { ReaderPair } from './reader-pairs.ts';

/** Why a row's figures are kept back. */
export type Withheld = Missing<'too_few_patients' | 'hides_small_group'>;

/**
 * Which groups keep their figures of one thing back: those in which too few patients have it, and those that would give
 * the small ones’ away, taken from what all readers have together. A group that is not in the map keeps nothing back; so
 * is one in which nobody has it.
 *
 * @param patientsIn - how many patients have it for some pairs of readers, each once.
 */
export function withheldGroups(
  groups: readonly ReaderGroup[],
  patientsIn: (pairs: readonly ReaderPair[]) => number,
  { fewestPatientsShown }: Pick<StudySettings, 'fewestPatientsShown'>,
): ReadonlyMap<ReaderGroup, Withheld> {
  const patients = new Map(groups.map((group) => [group, patientsIn(group.pairs)]));
  const patientsOf = (group: ReaderGroup): number => patients.get(group) ?? 0;
  const large = groups.filter((group) => patientsOf(group) >= fewestPatientsShown);
  const pooled = groups.filter(({ group }) => group === 'pooled');
  const shown = shownBesideTheWhole(
    {
      large: large.filter((group) => !pooled.includes(group)),
      patientsOf,
      patientsOutside: (kept) => {
        const inside = new Set(kept.flatMap(({ pairs }) => pairs));
        return patientsIn(pooled.flatMap(({ pairs }) => pairs).filter((pair) => !inside.has(pair)));
      },
    },
    fewestPatientsShown,
  );
  return new Map(
    groups.flatMap((group): readonly (readonly [ReaderGroup, Withheld])[] => {
      if (patientsOf(group) === 0) return [];
      if (!large.includes(group)) return [[group, missing('too_few_patients')]];
      return shown.includes(group) || pooled.includes(group) ? [] : [[group, missing('hides_small_group')]];
    }),
  );
}
