import { shownBesideTheWhole } from '#shared/analyses/shown-beside-the-whole.ts';
import { COUNTED, type CountedName } from '#shared/protocol/sequences.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { type Missing, missing } from '#shared/statistics/figure.ts';
import type { ListedLesions } from './listed-lesions.ts';
import { type Performance, patientsWithoutMetastasis, performanceOf } from './performance-figures.ts';
import { isVerifiedBy, STANDARDS, type Standard, type StandardOrAll } from './verified.ts';

type Settings = Pick<StudySettings, 'fewestPatientsShown'>;

/** Why a row, or its figures of some patients, are kept back. */
export type Withheld = Missing<'too_few_patients' | 'hides_small_group'>;

export interface PerformanceRow extends Performance {
  readonly sequence: CountedName;
  readonly standard: StandardOrAll;
  /** Why no more than the number of patients is published; null where all is. */
  readonly withheld: Withheld | null;
}

/** A row for each sequence and total, against all references together and against each. */
export function performanceRows(listed: ListedLesions, settings: Settings): readonly PerformanceRow[] {
  const free = patientsWithoutMetastasis(listed);
  const withheld = withheldStandards(listed, settings);
  return COUNTED.flatMap(({ name: sequence }) =>
    (['all', ...STANDARDS] as const).map((standard): PerformanceRow => {
      const performance = performanceOf(listed, sequence, standard, free);
      return {
        sequence,
        standard,
        ...performance,
        withheld: withheld.get(standard) ?? tooFew(performance.patients, settings),
      };
    }),
  );
}

/** Some patients, but fewer than the study shows. */
export const tooFew = (patients: number, { fewestPatientsShown }: Settings): Withheld | null =>
  patients > 0 && patients < fewestPatientsShown ? missing('too_few_patients') : null;

/** The kinds of reference that keep their figures back: those of few patients, and those that would give them away. */
function withheldStandards(listed: ListedLesions, settings: Settings): ReadonlyMap<StandardOrAll, Withheld> {
  const patientsBy = (standards: readonly StandardOrAll[]): number =>
    new Set(
      listed.lesions
        .filter((lesion) => standards.some((standard) => isVerifiedBy(lesion, standard)))
        .map(({ patient }) => patient),
    ).size;
  const few = (standard: StandardOrAll) => tooFew(patientsBy([standard]), settings);
  const used = STANDARDS.filter((standard) => patientsBy([standard]) > 0);
  const large = used.filter((standard) => few(standard) === null);
  const shown: readonly Standard[] = shownBesideTheWhole(
    {
      large,
      patientsOf: (standard) => patientsBy([standard]),
      patientsOutside: (some) => patientsBy(used.filter((standard) => !some.includes(standard))),
    },
    settings.fewestPatientsShown,
  );
  return new Map(
    (['all', ...STANDARDS] as const).flatMap((standard): readonly (readonly [StandardOrAll, Withheld])[] => {
      const reason = few(standard);
      if (reason !== null) return [[standard, reason]];
      const isHidden = standard !== 'all' && large.includes(standard) && !shown.includes(standard);
      return isHidden ? [[standard, missing('hides_small_group')]] : [];
    }),
  );
}
