import type { Bilingual } from '#shared/language.ts';
import type { Vocabulary } from './vocabulary.ts';

export type ResultValue = string | number | boolean | null;

export interface ResultColumn {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'number' | 'boolean';
  /** Of the figures, such as `mm` or `%`; null for a text, a p-value or another figure without one. */
  readonly unit: string | null;
  readonly title: Bilingual;
  /** The name of the vocabulary that the codes of a text column are from; null for a name or a figure. */
  readonly vocabulary: string | null;
}

/** One published table: full precision, null where there is no value. */
export interface ResultTable {
  readonly name: string;
  readonly title: Bilingual;
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly (readonly ResultValue[])[];
}

/** A table as it was computed: also what the codes of its columns stand for, and what explains its blanks. */
export interface ComputedTable extends ResultTable {
  readonly vocabularies: readonly Vocabulary[];
  /** The columns whose figures may be missing, each with the column that says why. */
  readonly reasonColumns: ReadonlyMap<string, string>;
  /** The columns of p-values. */
  readonly significanceColumns: ReadonlySet<string>;
}

/** A column together with how its value is read from what a row speaks of. */
export interface ColumnDefinition<Subject> extends Omit<ResultColumn, 'vocabulary'> {
  readonly vocabulary: Vocabulary | null;
  /** Of figures that may be missing: the column that says why. */
  readonly explainedBy?: string;
  /** Whether it is a p-value, or made of one: what a study may keep back. */
  readonly significance?: true;
  readonly value: (subject: Subject) => ResultValue;
}

/** Null where the row has no such name or code. */
type Read<Subject, V> = (subject: Subject) => V | null;

/** A column of names, such as those of the centres. */
export const text = <S>(name: string, title: Bilingual, value: Read<S, string>): ColumnDefinition<S> => ({
  name,
  type: 'text',
  unit: null,
  title,
  vocabulary: null,
  value,
});

/** A column of codes, all of them from one vocabulary. */
export const coded = <S, const Code extends string>(
  name: string,
  title: Bilingual,
  vocabulary: Vocabulary<Code>,
  value: Read<S, NoInfer<Code>>,
): ColumnDefinition<S> => ({ ...text(name, title, value), vocabulary });

/** A column of cells that may hold several codes of one vocabulary, with a space between. */
export const codedList = <S, const Code extends string>(
  name: string,
  title: Bilingual,
  vocabulary: Vocabulary<Code>,
  values: (subject: S) => readonly NoInfer<Code>[],
): ColumnDefinition<S> =>
  coded<S, string>(name, title, vocabulary, (subject) => values(subject).join(' ') || null);

/** A column of whole numbers, none of them missing; `wholeFigure` may be. */
export const integer = <S>(
  name: string,
  title: Bilingual,
  value: (subject: S) => number,
  unit: string | null = null,
): ColumnDefinition<S> => ({ name, type: 'integer', unit, title, vocabulary: null, value });

/** A column of numbers, none of them missing; a `figure` may be. */
export const number = <S>(
  name: string,
  title: Bilingual,
  value: (subject: S) => number,
  unit: string | null = null,
): ColumnDefinition<S> => ({ name, type: 'number', unit, title, vocabulary: null, value });

/** Makes a table of one row for each subject. */
export function resultTable<Subject>(
  name: string,
  title: Bilingual,
  columns: readonly ColumnDefinition<Subject>[],
  subjects: readonly Subject[],
): ComputedTable {
  const reasonColumns = new Map(
    columns.flatMap((column) =>
      column.explainedBy === undefined ? [] : [[column.name, column.explainedBy] as const],
    ),
  );
  const names = new Set<string>();
  for (const column of columns) {
    if (names.has(column.name)) throw new Error(`the table ${name} has two columns ${column.name}`);
    names.add(column.name);
  }
  for (const [figure, reason] of reasonColumns) {
    if (!names.has(reason)) {
      throw new Error(`the table ${name} has no column ${reason} to say why ${figure} is blank`);
    }
  }
  return {
    name,
    title,
    columns: columns.map(({ value: _, explainedBy: __, significance: ___, vocabulary, ...column }) => ({
      ...column,
      vocabulary: vocabulary?.name ?? null,
    })),
    rows: subjects.map((subject) => columns.map(({ value }) => finite(value(subject)))),
    vocabularies: columns.flatMap(({ vocabulary }) => vocabulary ?? []),
    reasonColumns,
    significanceColumns: new Set(
      columns.filter(({ significance }) => significance === true).map(({ name }) => name),
    ),
  };
}

// JSON has no infinity and no NaN: a statistic that lets one through must fail here, not turn into null.
function finite(value: ResultValue): ResultValue {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new Error('a result table holds only finite figures, or null with a reason beside it');
  }
  return Object.is(value, -0) ? 0 : value;
}
