import type { Encoding } from '#shared/validation/decode-file.ts';
import { NO_OTHER_ROWS, type OtherRows } from '#shared/validation/identity-rules.ts';
import { LARGEST_FILE_BYTES, LONGEST_LINE, MOST_LINES, MOST_ROWS } from '#shared/validation/limits.ts';
import { patientRow } from '#test/tables/rows.ts';
import { columnNames } from '#test/validation/csv-file.ts';

/** A file at the limits of what is permitted. */
export interface LargestFile {
  readonly what: string;
  readonly verdict: 'accepted' | 'refused';
  readonly encoding?: Encoding;
  /** Without their line ends. */
  readonly lines: () => Iterable<string>;
  /** Rows of the centre's other files that this one is read against. */
  readonly others?: () => OtherRows;
}

const header = (table: 'patients' | 'pairs' | 'lesions', delimiter = ',') =>
  columnNames(table).join(delimiter);

/** A file of as many rows as are permitted. */
const rows = (head: string, row: (position: number) => string) =>
  function* () {
    yield head;
    for (let position = 0; position < MOST_ROWS; position++) yield row(position);
  };

/** Nine rows a patient: the pair numbers that there are. */
const pairOf = (position: number) => `P${Math.floor(position / 9)},${(position % 9) + 1},1`;
const PAIR_DATES = '2019-03-04,2019-04-02';
const COUNTS = 16;
const same = (count: number, cell: string) => new Array<string>(count).fill(cell).join(',');
/** A text that is no other one of the file, so that nothing can be said once for two cells. */
const junk = (row: number, cell: number) => `x${row.toString(36)}y${cell}`;

const ALL_PATIENTS = columnNames('patients').length - 1;

export const LARGEST_FILES: Readonly<Record<string, LargestFile>> = {
  'valid-pairs': {
    what: '200,000 accepted pairs about which nothing is doubtful but that their patients are missing',
    verdict: 'accepted',
    lines: rows(header('pairs'), (at) => {
      const month = `2019-0${(at % 9) + 1}`;
      return `${pairOf(at)},${month}-04,${month}-20,yes,yes,yes,,,${same(COUNTS, '0')}`;
    }),
  },
  'pairs-with-patients': {
    what: '200,000 accepted pairs whose patients are in another file, which is read with all that it says',
    verdict: 'accepted',
    lines: rows(header('pairs'), (at) => {
      const month = `2019-0${(at % 9) + 1}`;
      return `${pairOf(at)},${month}-04,${month}-20,yes,yes,yes,,,${same(COUNTS, '0')}`;
    }),
    others: () => ({
      ...NO_OTHER_ROWS,
      patients: new Map(
        Array.from({ length: MOST_ROWS }, (_, at) => {
          const row = patientRow({ patient_id: `P${at}` });
          const content = { table: 'patients' as const, row };
          return [row.patient_id, { file: 'uploads/rouen/patients.csv', line: at + 2, older: true, content }];
        }),
      ),
    }),
  },
  'warned-pairs': {
    what: '200,000 accepted pairs with six warnings each',
    verdict: 'accepted',
    lines: rows(
      header('pairs'),
      (at) =>
        `${pairOf(at)},2019-03-04,20${at % 2 === 0 ? 14 : 15}-0${(at % 9) + 1}-02,yes,yes,yes,,,` +
        ['9,9,1,1,1,1,1,1,9,9', '9,9,1,1,9,9'].join(','),
    ),
  },
  'wide-patients': {
    what: '200,000 accepted patients, written as long as 50 MB let them be, in characters of two bytes each',
    verdict: 'accepted',
    lines: rows(header('patients', ';'), (at) =>
      [
        `P${String(at).padStart(30, '0')}`,
        ...[
          'H',
          '57,0',
          '17.05.2018 00:00:00',
          'oui',
          'œsophage',
          'bien différenciée',
          '1,000000000',
          '2,50 %',
        ],
        ...['G1', 'métastase hépatique', 'présentes', 'vrai', 'synchrones'],
        ...new Array<string>(8).fill('inconnu'),
      ].join(';'),
    ),
  },
  'lesions-changing-side': {
    what: '200,000 accepted lesions, each with three warnings',
    verdict: 'accepted',
    lines: rows(
      header('lesions'),
      (at) => `P${Math.floor(at / 9)},${(at % 9) + 1},1,1,${at % 2 === 0 ? 'left' : 'right'},8,99,9,9,9,9`,
    ),
  },
  'no-cell-right': {
    what: '200,000 rows of which no cell is right, nor like another',
    verdict: 'refused',
    lines: rows(header('patients'), (at) =>
      [`é${at}`, ...Array.from({ length: ALL_PATIENTS }, (_, cell) => junk(at, cell))].join(','),
    ),
  },
  'no-cell-right-accents': {
    what: 'the same with letters of two bytes, with a semicolon between cells',
    verdict: 'refused',
    lines: rows(header('patients', ';'), (at) =>
      [`œ${at}`, ...Array.from({ length: ALL_PATIENTS }, (_, cell) => `œ${(at * 31 + cell) % 99999}`)].join(
        ';',
      ),
    ),
  },
  'counts-forbidden': {
    what: '200,000 rows, each of which breaks a rule in sixteen columns',
    verdict: 'refused',
    lines: rows(
      header('pairs'),
      (at) => `${pairOf(at)},${PAIR_DATES},yes,massive,yes,,,${same(COUNTS, '7')}`,
    ),
  },
  'totals-wrong': {
    what: '200,000 rows, each of which breaks a rule in four totals, thrice',
    verdict: 'refused',
    lines: rows(
      header('pairs'),
      (at) =>
        `${pairOf(at)},${PAIR_DATES},yes,yes,yes,,,${same(8, String(at % 900))},0,0,${same(4, '7')},0,0`,
    ),
  },
  'blank-rows': {
    what: '200,000 rows without anything but one letter',
    verdict: 'refused',
    lines: rows(header('pairs'), () => 'x'),
  },
  'blank-lines': {
    what: '200,000 wrong rows, and as many blank lines as a sheet has',
    verdict: 'refused',
    *lines() {
      yield* rows(header('lesions'), (at) => `P${at},1,1,1,left,x,x,x`)();
      for (let line = MOST_ROWS + 2; line < MOST_LINES; line++) yield '';
    },
  },
  'cells-outside': {
    what: 'as many cells outside the header as a file can have',
    verdict: 'refused',
    *lines() {
      yield header('pairs', ';');
      const row = ';x'.repeat(LONGEST_LINE / 2);
      for (let left = LARGEST_FILE_BYTES - 1000; left > row.length; left -= row.length + 1) yield row;
    },
  },
  'columns-unknown': {
    what: 'a header of as many unknown columns as a line can have, and rows as long',
    verdict: 'refused',
    *lines() {
      const row = `${header('pairs', ';')}${';y'.repeat((LONGEST_LINE - 1000) / 2)}`;
      for (let left = LARGEST_FILE_BYTES - 1000; left > row.length; left -= row.length + 1) yield row;
    },
  },
  'rows-elsewhere': {
    what: '200,000 rows that stand in an older file, repeat another one, and are spelt like a third',
    verdict: 'refused',
    lines: rows(
      header('patients'),
      (at) =>
        `${['', '0', '00', '000'][at % 4]}${Math.floor(at / 8)},F,57,2018-05-17,yes,small_bowel,well,1,2.5,G1,primary,present,yes`,
    ),
    others: () => ({
      ...NO_OTHER_ROWS,
      patients: new Map(
        Array.from({ length: MOST_ROWS }, (_, at) => [
          `${['', '0', '00', '000'][at % 4]}${Math.floor(at / 8)}`,
          { file: 'uploads/rouen/older-patients.csv', line: at + 2, older: true },
        ]),
      ),
    }),
  },
  'stray-quotes': {
    what: '200,000 rows with a quotation mark out of place, in UTF-16',
    verdict: 'refused',
    encoding: 'utf-16le',
    lines: rows(header('pairs'), (at) => `P${at},"1,${same(20, 'é')}`),
  },
};
