import { diameterColumn } from '#shared/tables/lesions.ts';
import { FIRST_READER, type PairRow } from '#shared/tables/pairs.ts';
import { patientOf } from '#shared/tables/tables.ts';
import {
  ctExamsBelowPairs,
  firstReaderAbsent,
  measurableWithoutLesions,
  measuredBeyondCounted,
  measuredThoughNotMeasurable,
  measuredTooFew,
  noMetastasisCounted,
  pairDatesRepeated,
  scanUsedTwice,
} from './cross-table-warnings.ts';
import type { ExaminationSettings } from './examination-settings.ts';
import type { FileRows } from './file-rows.ts';
import type { OtherRows } from './identity-rules.ts';
import { listedWarnings } from './listed-warnings.ts';
import { totalWarnings } from './pair-rules.ts';
import {
  ctDays,
  datesShared,
  isFewerThanPairs,
  isNothingCounted,
  isWithoutFirstReader,
} from './patient-pair-rules.ts';
import type { Problem } from './problem.ts';
import {
  beyondCounted,
  fewestExpected,
  isMeasurableWithoutLesions,
  isMeasuredThoughNot,
} from './reading-rules.ts';
import {
  type KnownPatient,
  type KnownReading,
  type KnownRow,
  patientsSideBySide,
} from './rows-side-by-side.ts';
import { type DoubtsOfFile, rowsToCompare } from './rows-to-compare.ts';

/**
 * What is doubtful of a file's rows beside each other and beside the rows of the centre's other files, each told where it
 * stands in this file, in order of lines. It is found anew, patient by patient, each time that it is gone through.
 */
export function crossTableWarnings(
  file: FileRows,
  doubts: DoubtsOfFile,
  others: OtherRows,
  settings: ExaminationSettings,
): Iterable<Problem> {
  const rows = rowsToCompare(file, doubts, others);
  // Before the first lesions have come, no pair can have any.
  const lesionsSent = others.lesions.size > 0;
  const listsSent = others.visibility.size > 0 || file.table === 'visibility';
  const patients = patientsSideBySide(rows, others);
  const warningsOf = (patient: KnownPatient) => [
    ...pairWarnings(patient),
    ...nothingCounted(patient),
    ...tooFewExams(patient),
    ...[...patient.readings.values()].flatMap((reading) => [
      ...readingWarnings(reading, lesionsSent, settings),
      ...listedWarnings(reading, listsSent, settings),
    ]),
  ];
  return {
    *[Symbol.iterator]() {
      let last: KnownPatient | undefined;
      let byLine: ReadonlyMap<number | null, readonly Problem[]> = new Map();
      for (const { content, line } of rows) {
        const patient = patients.get(patientOf(content) ?? '');
        // A patient has few rows, mostly one below the other.
        if (patient !== undefined && patient !== last)
          byLine = Map.groupBy(warningsOf(patient), ({ row }) => row);
        last = patient;
        yield* byLine.get(line) ?? [];
      }
    },
  };
}

/** The readings of which the row of `pairs` is known. */
const pairsOf = ({ readings }: KnownPatient): readonly KnownRow<PairRow>[] =>
  [...readings.values()].flatMap(({ pair }) => pair ?? []);

/** The same scan in two pairs is told of the later number, and only once a pair. */
function pairWarnings(patient: KnownPatient): readonly Problem[] {
  const pairs = pairsOf(patient).toSorted((a, b) => a.row.pair - b.row.pair || a.row.reader - b.row.reader);
  const readings = pairs.map(({ row }) => row);
  return pairs.flatMap(({ row, at }, position) => {
    if (at === undefined) return [];
    const isFirst =
      pairs.findIndex((other) => other.at !== undefined && other.row.pair === row.pair) === position;
    return [
      ...(isWithoutFirstReader(row, readings) ? [firstReaderAbsent(at('reader'))] : []),
      ...(isFirst ? sharedDates({ row, at }, pairs) : []),
    ];
  });
}

function sharedDates(
  { row, at }: KnownRow<PairRow>,
  pairs: readonly KnownRow<PairRow>[],
): readonly Problem[] {
  const told = new Set<string>();
  return pairs.flatMap((other) => {
    if (at === undefined || (other.at !== undefined && other.row.pair > row.pair)) return [];
    const shared = datesShared(row, other.row).filter((column) => !told.has(column));
    for (const column of shared) told.add(column);
    const [first, second] = shared;
    if (first === undefined) return [];
    return [(second === undefined ? scanUsedTwice : pairDatesRepeated)(at(first), other.row.pair)];
  });
}

function nothingCounted({ patient, readings }: KnownPatient): readonly Problem[] {
  if (patient === undefined) return [];
  const first = [...readings.values()].flatMap(({ pair }) => (pair?.row.reader === FIRST_READER ? pair : []));
  if (
    !isNothingCounted(
      patient.row,
      first.map(({ row }) => row),
    )
  )
    return [];
  if (patient.at !== undefined) return [noMetastasisCounted(patient.at('metastases_on_images'))];
  const own = first.find(({ at }) => at !== undefined);
  return own?.at === undefined ? [] : [noMetastasisCounted(own.at('mri_total_right'))];
}

function tooFewExams(known: KnownPatient): readonly Problem[] {
  const { patient } = known;
  const readings = pairsOf(known);
  const rows = readings.map(({ row }) => row);
  if (patient === undefined || !isFewerThanPairs(patient.row, rows)) return [];
  const own = readings.find(({ at }) => at !== undefined);
  const place = patient.at?.('ct_exams') ?? own?.at?.('ct_date');
  return place === undefined ? [] : [ctExamsBelowPairs(place, ctDays(rows))];
}

function readingWarnings(
  { pair, lesions, listed }: KnownReading,
  lesionsSent: boolean,
  settings: ExaminationSettings,
): readonly Problem[] {
  if (pair === undefined) return [];
  const rows = lesions.map(({ row }) => row);
  const place = pair.at?.('measurable') ?? lesions.find(({ at }) => at !== undefined)?.at?.('lesion');
  if (place === undefined) return [];
  const expected = fewestExpected(pair.row, rows, settings);
  return [
    ...(pair.at === undefined
      ? []
      : totalWarnings(
          pair.row,
          pair.at,
          listed.map(({ row }) => row),
        )),
    ...beyondCounted(pair.row, rows).flatMap(({ column, sequence, side, counted, measured }) => {
      const lesion = lesions.findLast(
        ({ row, at }) => at !== undefined && row.side === side && (row[diameterColumn(sequence)] ?? 0) > 0,
      );
      const there = pair.at?.(column) ?? lesion?.at?.(diameterColumn(sequence)) ?? place;
      return [measuredBeyondCounted(there, column, counted, measured)];
    }),
    ...(lesionsSent && isMeasurableWithoutLesions(pair.row, rows) ? [measurableWithoutLesions(place)] : []),
    ...(isMeasuredThoughNot(pair.row, rows)
      ? [measuredThoughNotMeasurable(place, pair.row.measurable ?? '')]
      : []),
    ...(expected !== undefined && rows.length < expected
      ? [measuredTooFew(place, expected, rows.length)]
      : []),
  ];
}
