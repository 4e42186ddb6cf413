import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { annotatedFile } from '#shared/reports/annotated-file.ts';
import { findingsOf } from '#shared/validation/examine-file.ts';
import { type Bytes, csvFile, PLAIN } from '#test/validation/csv-file.ts';
import { examined, rowsOf } from '#test/validation/examined.ts';

/*
 * What a centre does: it opens the annotated file in a spreadsheet, mends the cell, saves, and sends it again. The
 * spreadsheet is the real LibreOffice Calc without a window, set to French, with "quoted field as text" as it proposes.
 */

const run = promisify(execFile);
const MOST_MILLISECONDS = 100_000;

/** Separator `;`, quotation mark `"`, UTF-8, from line 1, French, quoted cells are text, dates are found; cells as shown. */
const CSV_OPTIONS = '59,34,76,1,,1036,true,true';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'libreoffice-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function hasLibreOffice(): Promise<boolean> {
  try {
    await run('soffice', ['--version'], { timeout: MOST_MILLISECONDS });
    return true;
  } catch {
    return false;
  }
}

const soffice = (...words: readonly string[]) =>
  run(
    'soffice',
    [`-env:UserInstallation=file://${folder}/profile`, '--headless', ...words, '--outdir', folder],
    {
      timeout: MOST_MILLISECONDS,
    },
  );

/** The file as the spreadsheet saves it, once the text of some cells is replaced. */
async function mendedInCalc(bytes: Bytes, wrong: string, right: string): Promise<Bytes> {
  const [opened, sheet] = [join(folder, 'answer.csv'), join(folder, 'answer.fods')];
  await writeFile(opened, bytes);
  await soffice(`--infilter=CSV:${CSV_OPTIONS}`, '--convert-to', 'fods', opened);
  const cells = await readFile(sheet, 'utf8');
  expect(cells).toContain(`<text:p>${wrong}</text:p>`);
  await writeFile(sheet, cells.replaceAll(`<text:p>${wrong}</text:p>`, `<text:p>${right}</text:p>`));
  await soffice('--convert-to', `csv:Text - txt - csv (StarCalc):${CSV_OPTIONS}`, sheet);
  return Uint8Array.from(await readFile(opened));
}

it('an annotated file opened in LibreOffice, mended and saved has the same ids and the same dates', async ({
  skip,
}) => {
  if (!(await hasLibreOffice())) skip('LibreOffice is not installed: apt-get install libreoffice-calc-nogui');
  const ids = ['001', '0042', '123456789012', '1-2', 'SEPT2', 'R-7'];
  const french = { ...PLAIN, delimiter: ';', days: 'DD/MM/YYYY', decimal: ',', lineEnds: ['\r\n'] } as const;
  const file = (sex: string) =>
    csvFile(
      'patients',
      ids.map((patient_id) => ({ patient_id, sex, board_date: '06/03/2019' })),
      french,
    );
  const sent = examined(file('X'));
  expect(sent.verdict).toBe('refused');
  if (sent.text === undefined) throw new Error('no text');
  const back = await mendedInCalc(annotatedFile(sent.text, findingsOf(sent)), 'X', 'F');
  expect(rowsOf(back)).toEqual(rowsOf(file('F')));
});
