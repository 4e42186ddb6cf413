import type { Bilingual } from '#shared/language.ts';
import { columnOfHeader } from '#shared/tables/header-names.ts';
import { TABLE_NAMES, type TableName } from '#shared/tables/tables.ts';
import { DELIMITERS, isBlankLine, splitCells } from './split-cells.ts';
import type { NumberedLine } from './split-lines.ts';

/** Titles above a table, or the columns of one that lies on its side, show in the first lines. */
const LINES_LOOKED_AT = 20;

/** A single known name is no header: it may be the only cell that some other file shares with ours. */
export const FEWEST_NAMES = 2;

/**
 * Why the first line of a file is no header, where the names of a table's columns are in the file all the same: below it,
 * between other separators, within quotation marks, or one below the other.
 *
 * @param rows - the lines below the first
 */
export function whyUnknownHeader(line: NumberedLine, rows: Iterable<NumberedLine>): Bilingual | undefined {
  const below: NumberedLine[] = [];
  for (const row of rows) {
    if (isBlankLine(row.text)) continue;
    below.push(row);
    if (below.length === LINES_LOOKED_AT) break;
  }
  return headerBelow(below) ?? otherSeparator(line) ?? inQuotationMarks(line) ?? onItsSide([line, ...below]);
}

/** How many columns of one table these cells name, and of which table. */
function namesAmong(
  cells: readonly string[],
): { readonly names: number; readonly table: TableName } | undefined {
  const found = TABLE_NAMES.map((table) => {
    const names = cells.map((cell) => columnOfHeader(table, cell.trim())?.name);
    return { table, names: new Set(names.filter((name) => name !== undefined)).size };
  });
  const [best] = found.toSorted((a, b) => b.names - a.names);
  return best !== undefined && best.names >= FEWEST_NAMES ? best : undefined;
}

const namesIn = (text: string) => {
  const found = DELIMITERS.map((delimiter) => namesAmong(splitCells(text, delimiter) ?? []));
  return found.find((each) => each !== undefined);
};

function headerBelow(below: readonly NumberedLine[]): Bilingual | undefined {
  for (const { number, text } of below) {
    const header = namesIn(text);
    if (header === undefined) continue;
    return {
      fr: `L’en-tête (${header.table}) est à la ligne ${number} : supprimez tout ce qui est au-dessus, titres et groupes de colonnes`,
      en: `The header (${header.table}) is on line ${number}: delete all that is above it, titles and groups of columns`,
    };
  }
  return undefined;
}

/** Separators that the study does not read, and how R’s `write.table`, databases and statistics programs come to them. */
const OTHER_SEPARATORS: readonly (readonly [RegExp, Bilingual])[] = [
  [/\|/, { fr: '« | »', en: '"|"' }],
  [/:/, { fr: '« : »', en: '":"' }],
  [/\^/, { fr: '« ^ »', en: '"^"' }],
  [/ +/, { fr: 'des espaces', en: 'spaces' }],
];

function otherSeparator({ text }: NumberedLine): Bilingual | undefined {
  const withoutQuotes = text.replaceAll('"', '');
  const found = OTHER_SEPARATORS.find(
    ([separator]) => namesAmong(withoutQuotes.split(separator)) !== undefined,
  );
  if (found === undefined) return undefined;
  const [, { fr, en }] = found;
  return {
    fr: `Les cellules de ce fichier sont séparées par ${fr} : enregistrez-le de nouveau avec des points-virgules, des virgules ou des tabulations (R : write.csv2(…, row.names = FALSE))`,
    en: `The cells of this file are separated by ${en}: save it again with semicolons, commas or tabs (R: write.csv(…, row.names = FALSE))`,
  };
}

function inQuotationMarks({ text }: NumberedLine): Bilingual | undefined {
  const [, within] = /^"(.*)"[;,\t]*$/.exec(text.trim()) ?? [];
  if (within === undefined || namesIn(within.replaceAll('""', '"')) === undefined) return undefined;
  return {
    fr: 'Chaque ligne entière est entre guillemets, et n’est ainsi qu’une cellule : supprimez les guillemets au début et à la fin des lignes, ou exportez le tableau de nouveau',
    en: 'Each whole line is in quotation marks, and so a single cell: delete the marks at the beginning and end of the lines, or export the table again',
  };
}

function onItsSide(lines: readonly NumberedLine[]): Bilingual | undefined {
  const isSo = DELIMITERS.some(
    (delimiter) => namesAmong(lines.map(({ text }) => splitCells(text, delimiter)?.[0] ?? '')) !== undefined,
  );
  return isSo
    ? {
        fr: 'Les noms des colonnes sont dans la première colonne : le tableau est couché. Dans le tableur, recopiez-le par Collage spécial > Transposer, puis supprimez l’original',
        en: 'The names of the columns are in the first column: the table lies on its side. In the spreadsheet, copy it by Paste Special > Transpose, then delete the original',
      }
    : undefined;
}
