import { beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { type CsvDialect, FRENCH_SPREADSHEET, PLAIN } from '#shared/guidance/csv-dialect.ts';
import { tableSchema } from '#shared/guidance/table-schema.ts';
import { template } from '#shared/guidance/template.ts';
import { readCell } from '#shared/tables/read-cell.ts';
import type { Column } from '#shared/tables/table.ts';
import { TABLE_NAMES, TABLES, TABLES_OF_PATIENTS, type TableName } from '#shared/tables/tables.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { bytesOf } from '#test/validation/csv-file.ts';
import { type Resource, type SchemaError, type Verdicts, validated } from './frictionless.ts';
import { cellsOf } from './schema-cells.ts';

/** Frictionless is installed the first time, perhaps after what another test is installing. */
const LONGEST_INSTALLATION = 15 * 60_000;
const DIALECTS = { french: FRENCH_SPREADSHEET, plain: PLAIN };
const KINDS = TABLE_NAMES.flatMap((table) =>
  Object.entries(DIALECTS).map(([name, dialect]) => ({ name: `${table}-${name}`, table, dialect })),
);
type Kind = (typeof KINDS)[number];

const schemaOf = (table: TableName, dialect: CsvDialect) =>
  tableSchema(table, dialect, { ...SETTINGS, language: 'both' });

const linesOf = ({ table, dialect }: Kind): readonly (readonly string[])[] =>
  new TextDecoder()
    .decode(template(table, dialect, SETTINGS))
    .trimEnd()
    .split(dialect.lineEnd)
    .map((line) => line.split(dialect.delimiter));

/** A file of the template's header and first example, changed. */
function changed(
  kind: Kind,
  name: string,
  change: (lines: readonly (readonly string[])[]) => string[][],
): Resource {
  const text = change(linesOf(kind))
    .map((cells) => cells.join(kind.dialect.delimiter))
    .join('\n');
  const { delimiter } = kind.dialect;
  return { name, bytes: bytesOf(`${text}\n`), delimiter, schema: schemaOf(kind.table, kind.dialect) };
}

/**
 * One row for each cell to try: the first example with that cell, and, where it begins with one, a pseudonym of its own, for
 * rows may not repeat. Rows of readers do, of which the whole row is wrong, and no cell.
 */
function trials({ table, dialect }: Kind) {
  const columns: readonly Column[] = TABLES[table].columns;
  return columns.flatMap((column, position) => {
    const { valid, invalid } = cellsOf(column, dialect);
    const trial = (isValid: boolean) => (cell: string) => ({ column, position, cell, isValid });
    return [...valid.map(trial(true)), ...invalid.map(trial(false))];
  });
}

const cellsFile = (kind: Kind): Resource =>
  changed(kind, `${kind.name}-cells`, ([header = [], example = []]) => [
    [...header],
    ...trials(kind).map(({ position, cell }, number) =>
      example.map((text, at) => {
        if (at === position) return cell;
        return at === 0 && TABLES_OF_PATIENTS.includes(kind.table) ? `R${number}` : text;
      }),
    ),
  ]);

const structureFiles = (kind: Kind): readonly Resource[] => [
  changed(kind, `${kind.name}-without`, (lines) => lines.map((cells) => cells.slice(1))),
  changed(kind, `${kind.name}-extra`, (lines) => lines.map((cells) => [...cells, 'nom'])),
  changed(kind, `${kind.name}-twice`, ([header = [], example = []]) => [
    [...header],
    [...example],
    [...example],
  ]),
];

let verdicts: Verdicts;
beforeAll(async () => {
  verdicts = await validated([
    ...KINDS.map(({ name, table, dialect }) => ({
      name,
      bytes: template(table, dialect, SETTINGS),
      delimiter: dialect.delimiter,
      schema: schemaOf(table, dialect),
    })),
    ...KINDS.map(cellsFile),
    ...KINDS.flatMap(structureFiles),
  ]);
}, LONGEST_INSTALLATION);

/** Where frictionless is not to be had, a person is told so; continuous integration fails. */
function errorsIn(name: string, { skip }: TestContext): readonly SchemaError[] {
  if ('missing' in verdicts) {
    if (process.env['CI']) throw new Error(verdicts.missing);
    return skip(`the schemas are not tried with frictionless: ${verdicts.missing}`);
  }
  const errors = verdicts.of.get(name);
  if (errors === undefined) throw new Error(`frictionless says nothing of ${name}`);
  return errors;
}

describe.each(KINDS)('the schema of $name, as frictionless reads it', (kind) => {
  it('lets the template pass', (context) => {
    expect(errorsIn(kind.name, context)).toEqual([]);
  });

  it('lets pass and refuses just the cells that it should', (context) => {
    // Errors without a column are of whole rows: three blank pseudonyms are one key.
    const refused = errorsIn(`${kind.name}-cells`, context).flatMap(({ rowNumber, fieldName }) =>
      fieldName === undefined ? [] : [[rowNumber, fieldName]],
    );
    const shouldBe = trials(kind).flatMap(({ column, isValid }, number) =>
      isValid ? [] : [[number + 2, column.name]],
    );
    expect(refused).toEqual(shouldBe);
  });

  it('refuses a file without its first column, or with one more', (context) => {
    expect(errorsIn(`${kind.name}-without`, context)).not.toEqual([]);
    expect(errorsIn(`${kind.name}-extra`, context)).not.toEqual([]);
  });

  it('refuses a row that stands there twice', (context) => {
    const types = errorsIn(`${kind.name}-twice`, context).map(({ type, rowNumber }) => [type, rowNumber]);
    expect(types).toEqual([['primary-key', 3]]);
  });
});

describe.each(KINDS)('the cells that $name is tried with', (kind) => {
  it('are read or refused by the study just so', () => {
    for (const { column, cell, isValid } of trials(kind)) {
      const isRead = 'value' in readCell(column, cell);
      expect([column.name, cell, isRead]).toEqual([column.name, cell, isValid]);
    }
  });
});

it('every kind of column is tried', () => {
  const forms = TABLE_NAMES.flatMap((table) =>
    (TABLES[table].columns satisfies readonly Column[]).map(({ kind }) => kind.form.is),
  );
  expect(new Set(forms)).toEqual(new Set(['text', 'word', 'yes or no', 'day', 'number']));
});
