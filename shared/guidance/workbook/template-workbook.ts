import { type CsvDialect, cellIn, FRENCH_SPREADSHEET, PLAIN } from '#shared/guidance/csv-dialect.ts';
import { type ExampleSettings, exampleRows } from '#shared/guidance/example-rows.ts';
import { type Bilingual, withDetail } from '#shared/language.ts';
import type { CellForm } from '#shared/tables/cell-form.ts';
import type { CellValue } from '#shared/tables/column-kinds.ts';
import type { Column } from '#shared/tables/table.ts';
import { TABLES, type TableName } from '#shared/tables/tables.ts';
import { sheetDay, validationXml } from './cell-validation.ts';
import { type Dictionary, dictionaryRows } from './dictionary-rows.ts';
import { columnLetters, type SheetXmlCell, sheetXml } from './sheet-xml.ts';
import { workbookParts } from './workbook-parts.ts';

const DICTIONARY_SHEET = 'dictionary';
/** How many rows have lists and formats. */
const ROWS_PREPARED = 5_000;

/**
 * The parts of a workbook to fill in, by path, to be packed as a zip: a sheet for the table with drop-down lists, formats and
 * two example rows, and one for the dictionary.
 */
export function templateWorkbook(
  table: TableName,
  language: 'fr' | 'en',
  settings: ExampleSettings,
): ReadonlyMap<string, string> {
  const dialect = language === 'fr' ? FRENCH_SPREADSHEET : PLAIN;
  const dictionary = dictionaryRows(table, dialect);
  const columns: readonly Column[] = TABLES[table].columns;
  const say = (text: Bilingual) => text[language];
  const examples = exampleRows(table, settings).map(({ row }) =>
    columns.map(({ name, kind }) => exampleCell(kind.form, Reflect.get(row, name), dialect)),
  );
  const heading = columns.map(({ name }): SheetXmlCell => ({ value: name, style: 'heading' }));
  const sheet = sheetXml({
    rows: [heading, ...examples],
    columns: columns.map(({ name, kind }) => ({
      width: Math.max(12, name.length + 3),
      style: styleOf(kind.form),
    })),
    validations: columns.map(({ name, title, kind }, at) =>
      validationXml({
        form: kind.form,
        cells: `${columnLetters(at)}2:${columnLetters(at)}${ROWS_PREPARED}`,
        words: wordsOf(dictionary, name),
        title: name,
        doubt: { title: say(DOUBT_TITLE), text: say(DOUBT) },
        prompt: say(kind.words === undefined ? withDetail(title, kind.expected) : title),
      }),
    ),
  });
  return workbookParts([
    { name: table, xml: sheet },
    { name: DICTIONARY_SHEET, xml: dictionaryXml(dictionary, say) },
  ]);
}

const DOUBT_TITLE: Bilingual = { fr: 'Est-ce bien cela ?', en: 'Is that right?' };
/** The lists have codes only, and the study reads titles and other names too. */
const DOUBT: Bilingual = {
  fr: 'La colonne attend d’ordinaire autre chose. D’autres écritures sont lues aussi (droite, métastase, suivi, 8 …) : gardez ce que vous avez écrit si c’en est une ; sinon, le compte rendu le dira.',
  en: 'The column as a rule expects something else. Other spellings are read too (titles, such as right liver): keep what you wrote if it is one; if not, the report will say so.',
};

/** Only numbers and days are more than texts: of a code that is typed, such as 5-9, Excel would make a day. */
const styleOf = ({ is }: CellForm) => (is === 'day' ? 'day' : is === 'number' ? 'plain' : 'text');

function exampleCell(form: CellForm, value: CellValue | null, dialect: CsvDialect): SheetXmlCell {
  const style = styleOf(form);
  if (value === null) return { value };
  if (form.is === 'day') return { value: sheetDay(String(value)), style };
  return { value: typeof value === 'number' ? value : cellIn(dialect, form, value), style };
}

/** The words stand in the fourth column of the dictionary, below its heading. */
function wordsOf({ words }: Dictionary, column: string): string | undefined {
  const found = words.get(column);
  return found && `${DICTIONARY_SHEET}!$D$${found[0] + 2}:$D$${found[1] + 2}`;
}

const HEADINGS: readonly Bilingual[] = [
  { fr: 'colonne', en: 'column' },
  { fr: '', en: '' },
  { fr: 'ce que c’est', en: 'what it is' },
  { fr: 'ce qu’on y écrit', en: 'what is written there' },
  { fr: 'ce que cela veut dire', en: 'what that means' },
];
const REQUIRED: Bilingual = { fr: 'obligatoire', en: 'required' };
const WIDTHS = [28, 12, 50, 30, 50];

function dictionaryXml({ rows }: Dictionary, say: (text: Bilingual) => string): string {
  const texts = rows.map(({ column, title, isRequired, written, meaning }) => [
    column,
    isRequired ? say(REQUIRED) : '',
    say(title),
    say(written),
    meaning === undefined ? '' : say(meaning),
  ]);
  return sheetXml({
    rows: [
      HEADINGS.map((text) => ({ value: say(text), style: 'heading' as const })),
      ...texts.map((cells) => cells.map((value) => ({ value, style: 'wrapped' as const }))),
    ],
    columns: WIDTHS.map((width) => ({ width, style: 'plain' })),
    validations: [],
  });
}
