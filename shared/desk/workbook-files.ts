import type { CentreFile } from '#shared/validation/examine-centre.ts';
import { columnNamesIn } from '#shared/validation/recognise-header.ts';
import { splitLines } from '#shared/validation/split-lines.ts';
import { type SheetCell, sheetAsCsv } from './sheet-csv.ts';

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** Whether bytes begin as an Excel workbook (.xlsx) does. */
export const isWorkbook = (bytes: Uint8Array): boolean => ZIP.every((byte, at) => bytes[at] === byte);

/**
 * The CSV files that a workbook holds: one for each sheet that has a table of the study; where none has, its first sheet with
 * anything in it, of which the check then says what is wrong. No file where every sheet is blank.
 */
export function workbookFiles(name: string, sheets: readonly Sheet[]): readonly CentreFile[] {
  const files = sheets
    .filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== null && cell !== '')))
    .map((sheet) => ({ sheet: sheet.name, bytes: sheetAsCsv(sheet.rows) }));
  const ofTheStudy = files.filter(({ bytes }) => hasTable(bytes));
  const [only, ...others] = ofTheStudy.length > 0 ? ofTheStudy : files.slice(0, 1);
  if (only === undefined) return [];
  if (others.length === 0) return [{ name, bytes: only.bytes }];
  return [only, ...others].map(({ sheet, bytes }) => ({ name: `${withoutEnding(name)} - ${sheet}`, bytes }));
}

const withoutEnding = (name: string): string => name.replace(/\.[^.]+$/, '');

function hasTable(bytes: Uint8Array): boolean {
  const lines = [...splitLines(new TextDecoder().decode(bytes))];
  const header = lines.find(({ text }) => /[^;\s]/.test(text));
  return header !== undefined && columnNamesIn(header) !== undefined;
}
