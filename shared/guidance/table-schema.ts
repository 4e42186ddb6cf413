import { type Bilingual, inLanguage, type Language, withDetail } from '#shared/language.ts';
import type { CellForm } from '#shared/tables/cell-form.ts';
import type { CellValue } from '#shared/tables/column-kinds.ts';
import { NOT_KNOWN_WORDS } from '#shared/tables/spellings/not-known.ts';
import type { Column } from '#shared/tables/table.ts';
import { TABLES, type TableName } from '#shared/tables/tables.ts';
import { type CsvDialect, cellIn, dayIn } from './csv-dialect.ts';
import { type ExampleSettings, exampleRows } from './example-rows.ts';

/** One column as Table Schema describes it. */
export interface SchemaField {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: 'string' | 'boolean' | 'date' | 'integer' | 'number';
  readonly format?: string;
  readonly decimalChar?: string;
  readonly trueValues?: readonly string[];
  readonly falseValues?: readonly string[];
  readonly constraints: {
    readonly required?: true;
    readonly pattern?: string;
    readonly enum?: readonly string[];
    readonly minimum?: number | string;
    readonly maximum?: number | string;
  };
  /** A number is a JSON number: frictionless reads a text here without regard to `decimalChar`. */
  readonly example?: string | number;
}

/** https://specs.frictionlessdata.io/table-schema/ */
export interface TableSchema {
  readonly $schema: string;
  readonly name: TableName;
  readonly title: string;
  readonly description: string;
  readonly fields: readonly SchemaField[];
  readonly primaryKey: readonly string[];
  readonly missingValues: readonly string[];
}

export const schemaName = (table: TableName): string => `${table}.schema.json`;

/**
 * The schema of a table as one dialect writes it. What it lets pass is read here too, cell for cell, but for what
 * Table Schema cannot say: how many decimals a number may have, that it has no exponent, that an id identifies nobody, and what cells and rows
 * say of each other.
 */
export function tableSchema(
  table: TableName,
  dialect: CsvDialect,
  { language, ...settings }: ExampleSettings & { readonly language: Language },
): TableSchema {
  const { title, rowIs, keyColumns } = TABLES[table];
  const columns: readonly Column[] = TABLES[table].columns;
  const examples = exampleRows(table, settings);
  return {
    $schema: 'https://specs.frictionlessdata.io/schemas/table-schema.json',
    name: table,
    title: inLanguage(language, title),
    description: inLanguage(language, withDetail(ONE_ROW, rowIs)),
    fields: columns.map((column) => {
      const [example] = examples.flatMap(({ row }) =>
        exampleOf(column, Reflect.get(row, column.name), dialect),
      );
      return {
        name: column.name,
        title: inLanguage(language, column.title),
        description: inLanguage(language, descriptionOf(column)),
        ...described(column.kind.form, dialect, column.blank === undefined ? { required: true } : {}),
        ...(example === undefined ? {} : { example }),
      };
    }),
    primaryKey: keyColumns,
    missingValues: notKnownIn(columns),
  };
}

function exampleOf(
  { kind }: Column,
  value: CellValue | null,
  dialect: CsvDialect,
): readonly (string | number)[] {
  if (value === null) return [];
  return [typeof value === 'number' ? value : cellIn(dialect, kind.form, value)];
}

const ONE_ROW: Bilingual = { fr: 'une ligne', en: 'one row' };

/** What a cell may say, each word with its meaning. */
function descriptionOf({ kind: { expected, words } }: Column): Bilingual {
  if (words === undefined) return expected;
  const listed = (language: keyof Bilingual) =>
    Object.entries(words)
      .map(([word, meaning]) => `${word} = ${meaning[language]}`)
      .join(' ; ');
  return { fr: listed('fr'), en: listed('en') };
}

/** How "not known" may be written: a word that is a code of one of the columns is that code. */
function notKnownIn(columns: readonly Column[]): readonly string[] {
  const codes = new Set(columns.flatMap(({ kind }) => Object.keys(kind.words ?? {})));
  return ['', ...NOT_KNOWN_WORDS].filter((word) => !codes.has(word));
}

type Described = Omit<SchemaField, 'name' | 'title' | 'description' | 'example'>;

function described(form: CellForm, dialect: CsvDialect, required: { readonly required?: true }): Described {
  switch (form.is) {
    case 'text':
      return { type: 'string', constraints: { ...required, pattern: form.pattern } };
    case 'word':
      return { type: 'string', constraints: { ...required, enum: form.words } };
    case 'yes or no':
      return {
        type: 'boolean',
        trueValues: form.yes.flatMap(inEveryCase),
        falseValues: form.no.flatMap(inEveryCase),
        constraints: required,
      };
    case 'day': {
      const [minimum, maximum] = [dayIn(dialect, form.from), dayIn(dialect, form.to)];
      return { type: 'date', format: dialect.day, constraints: { ...required, minimum, maximum } };
    }
    case 'number': {
      const constraints = { ...required, minimum: form.from, maximum: form.to };
      if (form.decimals === 0) return { type: 'integer', constraints };
      return { type: 'number', decimalChar: dialect.decimal, constraints };
    }
  }
}

/** As people and spreadsheets write a word: `vrai`, `Vrai`, `VRAI`. */
const inEveryCase = (word: string): readonly string[] => [
  ...new Set([word, `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`, word.toUpperCase()]),
];
