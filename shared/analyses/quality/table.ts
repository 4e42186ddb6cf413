import type { CentreGroup } from '#shared/analyses/centres/centre-groups.ts';
import { GROUPS } from '#shared/analyses/centres/group-vocabulary.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import {
  DOES_NOT_APPLY,
  explained,
  explainedBy,
  figure,
  mappedPublished,
  wholeFigure,
} from '#shared/publication/figure-columns.ts';
import { type ComputedTable, coded, integer, resultTable, text } from '#shared/publication/result-table.ts';
import { UNITS } from '#shared/publication/units.ts';
import { type Figure, isMissing } from '#shared/statistics/figure.ts';
import type { Reading, Study } from '#shared/study/study.ts';
import type { QualityCheck, Tally } from './tally.ts';
import { CHECKS, details } from './vocabularies.ts';

interface QualityRow extends Pick<QualityCheck, 'check' | 'detail' | 'unit' | 'fences'> {
  readonly group: 'all' | CentreGroup['kind'];
  readonly centre: string | null;
  readonly n: Figure;
  readonly checked: number;
}

function total({ byCentre }: QualityCheck, centres: Iterable<string>): Tally {
  let [n, checked] = [0, 0];
  for (const centre of centres) {
    const found = byCentre.get(centre);
    n += found?.n ?? 0;
    checked += found?.checked ?? 0;
  }
  return { n, checked };
}

/**
 * A check's row for all centres, and one for each group of centres where it is found often enough to be of nobody in
 * particular.
 */
function rowsOf(
  check: QualityCheck,
  groups: readonly CentreGroup[],
  { fewestPatientsShown }: StudySettings,
): readonly QualityRow[] {
  const { fences } = check;
  const counted = ({ n, checked }: Tally) => ({
    n: isMissing(fences) ? fences : n,
    checked,
  });
  return [
    { ...check, group: 'all', centre: null, ...counted(total(check, check.byCentre.keys())) },
    ...groups
      .map(({ kind, name, centres }) => ({
        ...check,
        group: kind,
        centre: name,
        ...counted(total(check, centres)),
      }))
      .filter(({ n }) => !isMissing(n) && n >= fewestPatientsShown),
  ];
}

/** How many rows of each table found the row that they belong to. */
function assembled({ patients }: Study): Study['orphans'] {
  const readings = patients.flatMap((patient) => patient.readings);
  const total = (rows: (reading: Reading) => readonly unknown[]) =>
    readings.reduce((sum, reading) => sum + rows(reading).length, 0);
  return {
    pairs: readings.length,
    lesions: total(({ lesions }) => lesions),
    visibility: total(({ listed }) => listed),
  };
}

/** Rows that wait for the row that they belong to; whose centre they are is in that centre's report. */
const orphanRows = (study: Study): readonly QualityRow[] =>
  ORPHANS.map(
    ({ table, detail, unit }): QualityRow => ({
      check: 'orphan',
      detail,
      unit,
      fences: DOES_NOT_APPLY,
      group: 'all',
      centre: null,
      n: study.orphans[table],
      checked: study.orphans[table] + assembled(study)[table],
    }),
  ).filter(({ detail, checked }) => detail !== 'listed_without_pair' || checked > 0);

const ORPHANS = [
  { table: 'pairs', detail: 'pair_without_patient', unit: 'pairs' },
  { table: 'lesions', detail: 'lesion_without_pair', unit: 'lesions' },
  // Said only where somebody lists lesions one by one.
  { table: 'visibility', detail: 'listed_without_pair', unit: 'lesions' },
] as const;

const fences = explainedBy<QualityRow>('reason', [
  figure('fence_low', { fr: 'extrême au-dessous de', en: 'extreme below' }, (row) =>
    mappedPublished(row.fences, ({ lower }) => lower),
  ),
  figure('fence_high', { fr: 'extrême au-dessus de', en: 'extreme above' }, (row) =>
    mappedPublished(row.fences, ({ upper }) => upper),
  ),
]);

const found = explained<QualityRow>(null, null, [
  wholeFigure('n', { fr: 'trouvés', en: 'found' }, (row) => row.n),
]);

/** What was left out of each analysis and why, and what is doubtful in what was used. */
export function qualityTable(
  study: Study,
  checks: readonly QualityCheck[],
  groups: readonly CentreGroup[],
  settings: StudySettings,
): ComputedTable {
  return resultTable<QualityRow>(
    'quality',
    {
      fr: 'Qualité : ce qui est écarté, ce qui est douteux',
      en: 'Quality: what is left out, what is doubtful',
    },
    [
      coded('check', { fr: 'contrôle', en: 'check' }, CHECKS, (row) => row.check),
      coded(
        'detail',
        { fr: 'motif ou colonne', en: 'reason or column' },
        details(settings),
        (row) => row.detail,
      ),
      coded('unit', { fr: 'unité', en: 'unit' }, UNITS, (row) => row.unit),
      coded(
        'group',
        { fr: 'tous, centre ou autres', en: 'all, centre or others' },
        GROUPS,
        (row) => row.group,
      ),
      text('centre', { fr: 'centre', en: 'centre' }, (row) => row.centre),
      ...found.figures,
      integer('n_checked', { fr: 'examinés', en: 'checked' }, (row) => row.checked),
      ...fences,
      found.reason,
    ],
    [...orphanRows(study), ...checks.flatMap((check) => rowsOf(check, groups, settings))],
  );
}
