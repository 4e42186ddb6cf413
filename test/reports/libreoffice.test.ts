import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { annotatedFile } from '#shared/reports/annotated-file.ts';
import { findingsOf } from '#shared/validation/examination.ts';
import { type Bytes, csvFile, type Dialect, PLAIN } from '#test/validation/csv-file.ts';
import { examined, findings, problemsOf, rowsElsewhere, rowsOf } from '#test/validation/examined.ts';
import { finding } from '#test/validation/problem-case.ts';
import {
  hasLibreOffice,
  INSTALL_LIBREOFFICE,
  type Locale,
  MOST_MILLISECONDS,
  mendedInCalc,
  type Opening,
} from './libreoffice.ts';

/*
 * What a centre does: its file is refused, it opens the annotated file in a spreadsheet, mends the cells, saves, and
 * sends it again.
 */

let isThere = false;
beforeAll(async () => {
  isThere = await hasLibreOffice();
});
beforeEach(({ skip }) => {
  if (!isThere) skip(INSTALL_LIBREOFFICE);
});

/** Ids that a spreadsheet takes for numbers, days and the like, and one that it leaves alone. */
const IDS = ['001', '0042', '123456789012', '1-2', 'SEPT2', '12E5', 'R-7'];
const WRONG = { sex: 'X', board_date: '31/02/2019', primary_site: 'grêle', ki67_percent: '<5' };
const RIGHT = { sex: 'F', board_date: '28/02/2019', primary_site: 'intestin grêle', ki67_percent: '4' };
const MENDS = { X: 'F', '31/02/2019': '28/02/2019', grêle: 'intestin grêle', '&lt;5': '4' };

/** A file of one patient for each id, of whom the first has these cells. */
function file(dialect: Dialect, cells: typeof WRONG): Bytes {
  const days = dialect.days === 'DD/MM/YYYY' ? ['06/03/2019', '25/12/2019'] : ['2019-03-06', '2019-12-25'];
  const mitoses = `2${dialect.decimal}5`;
  const rows = IDS.map((patient_id, position) => ({
    ...{ patient_id, board_date: days[position % days.length] ?? '', mitoses_per_10_hpf: mitoses },
    ...(position === 0 ? cells : {}),
  }));
  return csvFile('patients', rows, dialect);
}

function annotated(bytes: Bytes): Bytes {
  const examination = examined(bytes);
  if (examination.verdict !== 'refused' || examination.text === undefined) throw new Error('not refused');
  return annotatedFile(examination.text, findingsOf(examination));
}

const FRENCH: Dialect = { ...PLAIN, delimiter: ';', days: 'DD/MM/YYYY', decimal: ',', lineEnds: ['\r\n'] };
const TEXT_COLUMN = { textColumn: 1 };
const QUOTED = { quotedFieldAsText: true };

const JOURNEYS: readonly {
  readonly title: string;
  readonly locale: Locale;
  readonly dialect: Dialect;
  readonly opening: Opening;
}[] = [
  {
    title: 'French: semicolons, Windows-1252, the ids’ column declared as text',
    locale: 'fr-FR',
    dialect: { ...FRENCH, encoding: 'windows-1252' },
    opening: { ...TEXT_COLUMN, encoding: 'windows-1252', delimiter: ';' },
  },
  {
    title: 'American: commas, UTF-8, quoted cells declared as text',
    locale: 'en-US',
    dialect: PLAIN,
    opening: { ...QUOTED, encoding: 'utf-8', delimiter: ',' },
  },
  {
    title: 'tabs, days first on an American computer',
    locale: 'en-US',
    dialect: { ...FRENCH, delimiter: '\t' },
    opening: { ...TEXT_COLUMN, encoding: 'utf-8', delimiter: '\t' },
  },
  {
    title: 'Unicode text: tabs, UTF-16',
    locale: 'fr-FR',
    dialect: { ...FRENCH, encoding: 'utf-16le', delimiter: '\t' },
    opening: { ...QUOTED, encoding: 'utf-16', delimiter: '\t' },
  },
];

describe('an annotated file opened in LibreOffice Calc, mended, saved and sent again', {
  timeout: MOST_MILLISECONDS,
}, () => {
  it.concurrent.each(JOURNEYS)(
    'is accepted with the same ids and dates: $title',
    async ({ locale, dialect, opening }) => {
      const back = await mendedInCalc(locale, annotated(file(dialect, WRONG)), opening, MENDS);
      expect(rowsOf(back)).toEqual(rowsOf(file(dialect, RIGHT)));
    },
  );

  it.concurrent('is refused where Calc took ids for numbers and wrote years of two digits', async () => {
    const bytes = annotated(file(FRENCH, { ...WRONG, board_date: '2019-03-06' }));
    const opening = { encoding: 'utf-8', delimiter: ';', detectSpecialNumbers: true } as const;
    const { '31/02/2019': _, ...mends } = MENDS;
    const back = await mendedInCalc('fr-FR', bytes, opening, mends);
    const problems = findings(problemsOf(back, rowsElsewhere('pairs', ['001#1#1'])));
    expect(problems).toContainEqual(finding('ID_ALIKE_IN_OTHER_FILE', 2, 'patient_id', '1'));
    expect(problems).toContainEqual(finding('TWO_DIGIT_YEARS', 1, 'board_date'));
  });
});
