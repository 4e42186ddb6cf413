import { TOTALS } from '#shared/protocol/sequences.ts';
import { SIDES } from '#shared/protocol/sides.ts';
import { countColumn, FIRST_READER, type PairRow, SCAN_DATES } from '#shared/tables/pairs.ts';
import type { PatientRow } from '#shared/tables/patients.ts';

/** What a patient's pairs say against each other, or against the patient. The report and `quality` look at the same. */

/** The dates that a pair has in common with another pair of its patient: one scan, or both. */
export const datesShared = (pair: PairRow, other: PairRow): readonly (typeof SCAN_DATES)[number][] =>
  pair.pair === other.pair ? [] : SCAN_DATES.filter((column) => pair[column] === other[column]);

/** Whether the first reader has not read a pair that another one has. */
export const isWithoutFirstReader = ({ pair, reader }: PairRow, readings: readonly PairRow[]): boolean =>
  reader !== FIRST_READER && !readings.some((other) => other.pair === pair && other.reader === FIRST_READER);

const TOTAL_COLUMNS = TOTALS.flatMap(({ name }) => SIDES.map((side) => countColumn(name, side)));

/** The readings that count metastases, all of which is known. */
export const countedReadings = (readings: readonly PairRow[]): readonly PairRow[] =>
  readings.filter((reading) => TOTAL_COLUMNS.every((column) => reading[column] !== null));

/** Whether the images of a patient show metastases by his own row, and his readings count none at all. */
export const isNothingCounted = (
  { liver_metastases, metastases_on_images }: PatientRow,
  readings: readonly PairRow[],
): boolean => {
  const counted = countedReadings(readings);
  return (
    liver_metastases === 'present' &&
    metastases_on_images === true &&
    counted.length > 0 &&
    counted.every((reading) => TOTAL_COLUMNS.every((column) => reading[column] === 0))
  );
};

/** On how many days a patient's pairs have a CT. */
export const ctDays = (readings: readonly PairRow[]): number =>
  new Set(readings.map(({ ct_date }) => ct_date)).size;

/** Whether a patient had fewer CT examinations, by his own row, than his pairs have. */
export const isFewerThanPairs = ({ ct_exams }: PatientRow, readings: readonly PairRow[]): boolean =>
  ct_exams !== null && ct_exams < ctDays(readings);
