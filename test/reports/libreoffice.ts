import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Delimiter } from '#shared/validation/split-cells.ts';
import type { Bytes } from '#test/validation/csv-file.ts';

const run = promisify(execFile);
/** Five of them start at once, on a machine that may be busy with all other tests: alone, each takes two seconds. */
export const MOST_MILLISECONDS = 300_000;

/** What is said where there is none: no test installs it, for that takes an administrator. */
export const INSTALL_LIBREOFFICE =
  'LibreOffice Calc is not installed: apt-get install libreoffice-calc-nogui';

export async function hasLibreOffice(): Promise<boolean> {
  try {
    // Without Calc, the command is there and opens no table.
    const { stdout } = await run('soffice', ['--version'], { timeout: MOST_MILLISECONDS });
    return stdout.startsWith('LibreOffice');
  } catch {
    return false;
  }
}

/** LibreOffice's numbers of the encodings. */
const ENCODINGS = { 'windows-1252': 1, 'utf-8': 76, 'utf-16': 65_535 } as const;

/** What is chosen in the window that opens before a CSV file does; what is left out is as LibreOffice proposes it. */
export interface Opening {
  readonly encoding: keyof typeof ENCODINGS;
  readonly delimiter: Delimiter;
  /** The column, from 1, whose type is set to "Text". */
  readonly textColumn?: number;
  readonly quotedFieldAsText?: boolean;
  /** Also what it does with a date that is typed into a cell. */
  readonly detectSpecialNumbers?: boolean;
}

/** The filter's options: its reference calls them tokens 1 to 8. */
function tokens({ encoding, delimiter, ...choices }: Opening, isSaved: boolean): string {
  const separator = delimiter.codePointAt(0);
  const columns = choices.textColumn === undefined || isSaved ? '' : `${choices.textColumn}/2`;
  const quoted = !isSaved && (choices.quotedFieldAsText ?? false);
  // Of a saved file: cells as shown.
  const detect = isSaved || (choices.detectSpecialNumbers ?? false);
  return [separator, 34, ENCODINGS[encoding], 1, columns, 0, quoted, detect].join(',');
}

/** The region that a computer is set to. */
export type Locale = 'fr-FR' | 'en-US';

/** The file as the real Calc, without a window, saves it under its name, once the text of some cells is replaced. */
export async function mendedInCalc(
  locale: Locale,
  bytes: Bytes,
  opening: Opening,
  mends: Readonly<Record<string, string>>,
): Promise<Bytes> {
  const folder = await mkdtemp(join(tmpdir(), 'libreoffice-'));
  try {
    const soffice = await installedIn(folder, locale);
    const [csv, sheet] = [join(folder, 'answer.csv'), join(folder, 'answer.fods')];
    await writeFile(csv, bytes);
    await soffice([`--infilter=CSV:${tokens(opening, false)}`, '--convert-to', 'fods', csv]);
    await writeFile(sheet, withCells(await readFile(sheet, 'utf8'), mends));
    await soffice(['--convert-to', `csv:Text - txt - csv (StarCalc):${tokens(opening, true)}`, sheet]);
    return Uint8Array.from(await readFile(csv));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A cell as Calc has read it. */
export interface CalcCell {
  readonly type: 'float' | 'string' | 'boolean' | 'date' | 'other' | 'blank';
  /** As it is shown; of a number, all its digits. */
  readonly value: string;
}

/** Files as the real Calc reads them, by their names: rows of cells, the blank ones at their ends left out. */
export async function readInCalc(
  locale: Locale,
  files: ReadonlyMap<string, string>,
  opening: Opening,
): Promise<ReadonlyMap<string, readonly (readonly CalcCell[])[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'libreoffice-'));
  try {
    const soffice = await installedIn(folder, locale);
    const paths = [...files.keys()].map((name) => join(folder, name));
    for (const [name, content] of files) await writeFile(join(folder, name), content);
    await soffice([`--infilter=CSV:${tokens(opening, false)}`, '--convert-to', 'fods', ...paths]);
    const read = [...files.keys()].map(async (name) => {
      const sheet = await readFile(join(folder, name.replace(/\.csv$/, '.fods')), 'utf8');
      return [name, cellsOf(sheet)] as const;
    });
    return new Map(await Promise.all(read));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const CELL_TYPES: Readonly<Record<string, CalcCell['type']>> = {
  float: 'float',
  string: 'string',
  boolean: 'boolean',
  date: 'date',
};

/** The cells of a flat sheet; equal neighbours stand there once, with how many they are. */
function cellsOf(sheet: string): readonly (readonly CalcCell[])[] {
  const timesOf = (attributes: string, what: string) =>
    Number(new RegExp(`number-${what}-repeated="(\\d+)"`).exec(attributes)?.[1] ?? 1);
  return Array.from(
    sheet.matchAll(/<table:table-row([^>]*)>(.*?)<\/table:table-row>/gs),
    ([, row = '', inside = '']) => {
      const cells = Array.from(
        inside.matchAll(/<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs),
        ([, attributes = '', content = '']) => {
          const type = /office:value-type="(\w+)"/.exec(attributes)?.[1];
          const value = /office:value="([^"]*)"/.exec(attributes)?.[1];
          const text = /<text:p>(.*?)<\/text:p>/s.exec(content)?.[1] ?? '';
          const cell: CalcCell = {
            type: type === undefined ? 'blank' : (CELL_TYPES[type] ?? 'other'),
            value: value ?? text,
          };
          // Only the columns behind the last one are more than a table has.
          return Array.from({ length: Math.min(200, timesOf(attributes, 'columns')) }, () => cell);
        },
      ).flat();
      const last = cells.findLastIndex(({ type }) => type !== 'blank');
      const own = cells.slice(0, last + 1);
      return own.length === 0 ? [] : Array.from({ length: timesOf(row, 'rows') }, () => own);
    },
  ).flat();
}

/** LibreOffice with a profile of its own, so that several run at once and none is anybody's. */
async function installedIn(folder: string, locale: Locale) {
  const profile = join(folder, 'profile');
  await mkdir(join(profile, 'user'), { recursive: true });
  await writeFile(join(profile, 'user', 'registrymodifications.xcu'), settings(locale));
  const options = [`-env:UserInstallation=${pathToFileURL(profile)}`, '--headless'];
  return (words: readonly string[]) =>
    run('soffice', [...options, ...words, '--outdir', folder], { timeout: MOST_MILLISECONDS });
}

function withCells(sheet: string, mends: Readonly<Record<string, string>>): string {
  return Object.entries(mends).reduce((cells, [wrong, right]) => {
    const cell = `<text:p>${wrong}</text:p>`;
    if (!cells.includes(cell)) throw new Error(`no cell says ${wrong}`);
    return cells.replaceAll(cell, `<text:p>${right}</text:p>`);
  }, sheet);
}

const settings = (locale: Locale) => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
  <item oor:path="/org.openoffice.Setup/L10N">
    <prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${locale}</value></prop>
  </item>
</oor:items>
`;
