/** A cell of a sheet: text, a number, or nothing; with one of the styles of `STYLES`. */
export interface SheetXmlCell {
  readonly value: string | number | null;
  readonly style?: keyof typeof STYLE_NUMBERS;
}

/** The formats of cells, in the order of `STYLES_XML`. */
export const STYLE_NUMBERS = { plain: 0, heading: 1, text: 2, day: 3, wrapped: 4 } as const;

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export const xmlPart = (content: string): string => `${DECLARATION}${content}`;

/** A text in XML; characters that XML forbids are left out. */
export const escaped = (text: string): string =>
  text
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const LETTERS = 26;
const FIRST_LETTER = 'A'.charCodeAt(0);

/** The letters of a column: 0 is A, 26 is AA. */
export function columnLetters(position: number): string {
  const last = String.fromCharCode(FIRST_LETTER + (position % LETTERS));
  return position < LETTERS ? last : `${columnLetters(Math.floor(position / LETTERS) - 1)}${last}`;
}

interface SheetXml {
  readonly rows: readonly (readonly SheetXmlCell[])[];
  /** Of each column: its width in characters, and the style of its cells that are still blank. */
  readonly columns: readonly { readonly width: number; readonly style: keyof typeof STYLE_NUMBERS }[];
  /** What may be typed into cells, as XML. */
  readonly validations: readonly string[];
}

/** A sheet whose first row stays in sight. Source: ECMA-376, part 1, §18.3. */
export function sheetXml({ rows, columns, validations }: SheetXml): string {
  const widths = columns.map(
    ({ width, style }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${STYLE_NUMBERS[style]}" customWidth="1"/>`,
  );
  return xmlPart(
    [
      `<worksheet xmlns="${MAIN}">`,
      '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
      `<cols>${widths.join('')}</cols>`,
      `<sheetData>${rows.map(rowXml).join('')}</sheetData>`,
      validations.length === 0
        ? ''
        : `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>`,
      '</worksheet>',
    ].join(''),
  );
}

const rowXml = (cells: readonly SheetXmlCell[], row: number): string =>
  `<row r="${row + 1}">${cells.map((cell, at) => cellXml(cell, `${columnLetters(at)}${row + 1}`)).join('')}</row>`;

function cellXml({ value, style = 'plain' }: SheetXmlCell, place: string): string {
  if (value === null) return '';
  const about = `r="${place}" s="${STYLE_NUMBERS[style]}"`;
  return typeof value === 'number'
    ? `<c ${about}><v>${value}</v></c>`
    : `<c ${about} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

/** Plain, heading, text (an id keeps its zeros), a day as the computer writes it, several lines in a cell. */
export const STYLES_XML = xmlPart(
  [
    `<styleSheet xmlns="${MAIN}">`,
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border/></borders>',
    '<cellStyleXfs count="1"><xf/></cellStyleXfs>',
    '<cellXfs count="5"><xf xfId="0"/>',
    '<xf xfId="0" fontId="1" applyFont="1"/>',
    '<xf xfId="0" numFmtId="49" applyNumberFormat="1"/>',
    '<xf xfId="0" numFmtId="14" applyNumberFormat="1"/>',
    '<xf xfId="0" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf>',
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join(''),
);
