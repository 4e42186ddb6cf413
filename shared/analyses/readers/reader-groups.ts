import { centreGroups } from '#shared/analyses/centres/centre-groups.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { patientsOf, type ReaderPair } from './reader-pairs.ts';

/** Whose agreement some rows are about: two readers of a centre, those of the small centres, or all. */
export interface ReaderGroup {
  readonly group: 'centre' | 'others' | 'pooled';
  /** Null for several. */
  readonly centre: string | null;
  readonly centres: number;
  readonly pairs: readonly ReaderPair[];
}

/**
 * Every two readers who read pairs of enough patients, by their centre's name; the readers of the centres that have no
 * such two, together; and all of them. Small centres are folded as for the effects by centre, a centre being as large
 * as the patients of the two of its readers who have most in common.
 */
export function readerGroups(
  pairs: readonly ReaderPair[],
  { fewestPatientsShown }: Pick<StudySettings, 'fewestPatientsShown'>,
): readonly ReaderGroup[] {
  if (pairs.length === 0) return [];
  const byCentre = Map.groupBy(pairs, ({ centre }) => centre);
  const sizes = new Map([...byCentre].map(([centre, own]) => [centre, Math.max(...own.map(patientsOf))]));
  const groups = centreGroups(sizes, { fewestPatientsShown });
  const shown = groups.flatMap(({ kind, name, centres }): readonly ReaderGroup[] => {
    const own = centres.flatMap((centre) => byCentre.get(centre) ?? []);
    return kind === 'others'
      ? [{ group: 'others', centre: null, centres: centres.length, pairs: own }]
      : own
          .filter((pair) => patientsOf(pair) >= fewestPatientsShown)
          .map((pair) => ({ group: 'centre', centre: name, centres: 1, pairs: [pair] }));
  });
  return [...shown, { group: 'pooled', centre: null, centres: byCentre.size, pairs }];
}
