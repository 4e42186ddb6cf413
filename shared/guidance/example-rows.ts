import { addDays, addMonths, type CalendarDay } from '#shared/calendar.ts';
import { type BoardPeriod, isOutside } from '#shared/protocol/board-period.ts';
import { COUNTED, type CountedName, SEQUENCES } from '#shared/protocol/sequences.ts';
import { SIDES } from '#shared/protocol/sides.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { EXAMPLE_PATIENTS } from '#shared/tables/example-patients.ts';
import { EXAMPLE_READERS } from '#shared/tables/example-readers.ts';
import { diameterColumn, type LesionRow } from '#shared/tables/lesions.ts';
import { countColumn, FIRST_READER, type PairRow } from '#shared/tables/pairs.ts';
import type { PatientRow } from '#shared/tables/patients.ts';
import { type Rows, storedRow, type TableName, type TableRow } from '#shared/tables/tables.ts';
import { seenColumn, type VisibilityRow } from '#shared/tables/visibility.ts';

const [FIRST, SECOND] = EXAMPLE_PATIENTS;

/** The settings that the examples keep to, so that a site's own rules find nothing in them. */
export type ExampleSettings = Pick<StudySettings, 'boardPeriod' | 'smallestLesionMillimetres'>;

/**
 * Two rows of each table that fit together: an included patient and one without liver metastases; the first one's two
 * pairs, the second without its arterial MRI; the same lesion in both, and listed on the first beside a cyst; two readers.
 */
export function exampleRows(table: TableName, settings: ExampleSettings): readonly TableRow[] {
  return EXAMPLES[table](settings).map((example) => {
    // A column of which an example says nothing is blank.
    const row = storedRow(table, example);
    if (row === undefined) throw new Error(`the example of ${table} is no row of it`);
    return row;
  });
}

type Examples = {
  readonly [T in TableName]: (settings: ExampleSettings) => readonly Partial<Rows[T]>[];
};

const EXAMPLES: Examples = {
  patients: ({ boardPeriod }) => [included(boardDay(boardPeriod)), withoutMetastases(boardDay(boardPeriod))],
  pairs: ({ boardPeriod }) => {
    const [first, second] = scanDays(boardPeriod);
    const { mri_arterial: _, ...withoutArterial } = COUNTS;
    return [
      { ...pair(1, first, COUNTS), lesions_listed: 'all' },
      { ...pair(2, second, withoutArterial), protocol_complete: false },
    ];
  },
  lesions: ({ smallestLesionMillimetres }) => [
    lesion(1, smallestLesionMillimetres + 8),
    { ...lesion(2, smallestLesionMillimetres + 9), mri_arterial_mm: null },
  ],
  visibility: () => [LISTED_METASTASIS, LISTED_CYST],
  readers: () => EXAMPLE_READERS,
};

/** A day past the twelfth, which nobody can take for a month, if the period is long enough. */
function boardDay(period: BoardPeriod): CalendarDay {
  const later = addDays(period.from, 20);
  return isOutside(period, later) ? period.from : later;
}

/** Two CTs, each followed by its MRI, within the period as far as it is long enough: half a year apart, or some days. */
function scanDays(period: BoardPeriod): readonly [CalendarDay, CalendarDay] {
  const early = addDays(period.from, 12);
  const first = isOutside(period, early) ? period.from : early;
  const later = addMonths(first, 6);
  const isLong = period.to !== null && !isOutside(period, addDays(later, DAYS_TO_MRI));
  return [first, isLong ? later : addDays(first, DAYS_TO_MRI + 1)];
}

const included = (board: CalendarDay): Partial<PatientRow> => ({
  patient_id: FIRST,
  sex: 'F',
  age_at_diagnosis: 57,
  board_date: board,
  histologically_proven: true,
  primary_site: 'small_bowel',
  differentiation: 'well',
  mitoses_per_10_hpf: 1,
  ki67_percent: 2.5,
  grade: 'G1',
  grade_sample: 'primary',
  liver_metastases: 'present',
  metastases_on_images: true,
  metastasis_timing: 'synchronous',
  somatostatin_analogue: true,
  chemotherapy: false,
  primary_resection: true,
});

const withoutMetastases = (board: CalendarDay): Partial<PatientRow> => ({
  patient_id: SECOND,
  sex: 'M',
  board_date: board,
  histologically_proven: true,
  primary_site: 'pancreas',
  liver_metastases: 'absent',
});

/** Right and left: one lesion, which every sequence shows and which is measured. */
const COUNTS: Readonly<Record<CountedName, readonly [right: number, left: number]>> = {
  mri_t2fs: [1, 0],
  mri_diffusion: [1, 0],
  mri_arterial: [1, 0],
  mri_portal: [1, 0],
  mri_total: [1, 0],
  ct_arterial: [1, 0],
  ct_portal: [1, 0],
  ct_total: [1, 0],
};

const DAYS_TO_MRI = 5;

const pair = (number: number, ct: CalendarDay, counts: Partial<typeof COUNTS>): Partial<PairRow> => ({
  patient_id: FIRST,
  pair: number,
  reader: FIRST_READER,
  ct_date: ct,
  mri_date: addDays(ct, DAYS_TO_MRI),
  protocol_complete: true,
  countable: 'yes',
  measurable: 'yes',
  ...Object.fromEntries(
    COUNTED.flatMap(({ name }) =>
      SIDES.map((side, position) => [countColumn(name, side), counts[name]?.[position] ?? null]),
    ),
  ),
});

/** @param largest - in mm; every sequence shows it a little smaller than the one before */
const lesion = (ofPair: number, largest: number): Partial<LesionRow> => ({
  patient_id: FIRST,
  pair: ofPair,
  reader: FIRST_READER,
  lesion: 1,
  side: 'right',
  ...Object.fromEntries(
    SEQUENCES.map(({ name }, position) => [diameterColumn(name), Math.round(largest * 10 - position) / 10]),
  ),
});

const listed = (number: number, seen: Partial<VisibilityRow>): Partial<VisibilityRow> => ({
  patient_id: FIRST,
  pair: 1,
  reader: FIRST_READER,
  lesion: number,
  ...seen,
});

/** The lesion that is counted and measured: its size is left to `lesions`. */
const LISTED_METASTASIS = listed(1, {
  side: 'right',
  segment: 'VIII',
  ...Object.fromEntries(SEQUENCES.map(({ name }) => [seenColumn(name), true])),
  nature: 'metastasis',
  reference: 'follow_up',
  confidence_mri: 5,
  confidence_ct: 4,
});

/** A cyst is listed, and is no metastasis that anybody counts; the CT's arterial phase could not be read there. */
const LISTED_CYST = listed(2, {
  side: 'left',
  segment: 'III',
  size_class: '5_9',
  ...Object.fromEntries(SEQUENCES.map(({ name }) => [seenColumn(name), name === 'mri_t2fs'])),
  seen_ct_arterial: null,
  nature: 'benign',
  reference: 'other_imaging',
  confidence_mri: 1,
});
