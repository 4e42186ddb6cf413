import { shownBesideTheWhole } from '#shared/analyses/shown-beside-the-whole.ts';
import { COUNTED, type CountedName } from '#shared/protocol/sequences.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { type Missing, missing } from '#shared/statistics/figure.ts';
import type { ListedLesions } from './listed-lesions.ts';
import { type Performance, patientsWithoutMetastasis, performanceOf } from './performance-figures.ts';
import { STANDARDS, type StandardOrAll } from './verified.ts';

type Settings = Pick<StudySettings, 'fewestPatientsShown'>;

/** Why figures of some patients are kept back. */
export type Withheld = Missing<'too_few_patients' | 'hides_small_group'>;

interface OfStandard extends Performance {
  readonly sequence: CountedName;
  readonly standard: StandardOrAll;
}

export interface PerformanceRow extends OfStandard {
  /** Why no more than the number of patients is published; null where all is. */
  readonly withheld: Withheld | null;
  /** The same of the figures of patients with a metastasis, and of those without any. */
  readonly illWithheld: Withheld | null;
  readonly wellWithheld: Withheld | null;
}

/** A row for each sequence and total, against all references together and against each. */
export function performanceRows(listed: ListedLesions, settings: Settings): readonly PerformanceRow[] {
  const free = patientsWithoutMetastasis(listed);
  return COUNTED.flatMap(({ name: sequence }) =>
    keptBackWhereSmall(
      (['all', ...STANDARDS] as const).map((standard) => ({
        ...{ sequence, standard },
        ...performanceOf(listed, sequence, standard, free),
      })),
      settings,
    ),
  );
}

/** Of one sequence: each figure by the patients whom it is of, those who can be assessed there. */
function keptBackWhereSmall(rows: readonly OfStandard[], settings: Settings): readonly PerformanceRow[] {
  const ofRow = withheldOf(rows, ({ patients }) => patients, settings);
  const ofIll = withheldOf(rows, ({ patientSensitivity: { of } }) => of, settings);
  const ofWell = withheldOf(rows, ({ patientSpecificity: { of } }) => of, settings);
  return rows.map((row) => ({
    ...row,
    withheld: ofRow.get(row) ?? null,
    illWithheld: ofIll.get(row) ?? null,
    wellWithheld: ofWell.get(row) ?? null,
  }));
}

/**
 * The rows of few patients, and those that would give them away: all references less the kinds that are shown are the kinds
 * that are not. The first row, of all references, has every patient, so that it is the last to be kept back.
 */
function withheldOf(
  rows: readonly OfStandard[],
  patientsOf: (row: OfStandard) => ReadonlySet<number>,
  { fewestPatientsShown }: Settings,
): ReadonlyMap<OfStandard, Withheld> {
  const used = rows.filter((row) => patientsOf(row).size > 0);
  const large = used.filter((row) => patientsOf(row).size >= fewestPatientsShown);
  const shown = shownBesideTheWhole(
    {
      large,
      patientsOf: (row) => patientsOf(row).size,
      patientsOutside: (some) =>
        new Set(used.flatMap((row) => (some.includes(row) ? [] : [...patientsOf(row)]))).size,
    },
    fewestPatientsShown,
  );
  return new Map(
    used
      .filter((row) => !shown.includes(row))
      .map((row) => [row, missing(large.includes(row) ? 'hides_small_group' : 'too_few_patients')] as const),
  );
}
