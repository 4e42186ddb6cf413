import type { Bilingual } from '#shared/language.ts';
import type { CellValue, ColumnKind } from './column-kinds.ts';
import { type RowView, viewsOf } from './row-view.ts';

/**
 * One column of an upload. Its value in a row is a `Content`, or, where the cell is blank and may be, a `Blank`
 * (null for "not known").
 */
export interface Column<
  Name extends string = string,
  Content extends CellValue = CellValue,
  Blank extends CellValue | null = CellValue | null,
> {
  readonly name: Name;
  readonly title: Bilingual;
  readonly kind: ColumnKind<Content>;
  /** What a blank cell stands for; absent where the column may not be blank. */
  readonly blank?: {
    readonly means: Blank;
    /** What to say of a cell that is no value, where nothing else is known of it: what to write, and when nothing. */
    readonly remedy?: Bilingual;
  };
  /** Whether the study does without it: nobody is asked for it where a file lacks it. */
  readonly isSupplementary?: true;
}

export const required = <const Name extends string, V extends CellValue>(
  name: Name,
  kind: ColumnKind<V>,
  title: Bilingual,
): Column<Name, V, never> => ({ name, title, kind });

/** A column whose blank cells mean "not known". */
export const optional = <const Name extends string, V extends CellValue>(
  name: Name,
  kind: ColumnKind<V>,
  title: Bilingual,
  remedy?: Bilingual,
): Column<Name, V, null> => ({
  name,
  title,
  kind,
  blank: { means: null, ...(remedy === undefined ? {} : { remedy }) },
});

/** A column of what is asked beyond the thesis: its blank cells mean "not known", and a file may do without it. */
export const supplementary = <const Name extends string, V extends CellValue>(
  name: Name,
  kind: ColumnKind<V>,
  title: Bilingual,
  remedy?: Bilingual,
): Column<Name, V, null> => ({ ...optional(name, kind, title, remedy), isSupplementary: true });

/** A column whose blank cells have a documented meaning other than "not known". */
export const defaulting = <const Name extends string, V extends CellValue>(
  name: Name,
  kind: ColumnKind<V>,
  title: Bilingual,
  blank: { readonly means: V; readonly remedy: Bilingual },
): Column<Name, V, V> => ({ name, title, kind, blank });

/** The typed row of a list of columns. */
export type RowOf<Columns extends readonly Column[]> = {
  readonly [C in Columns[number] as C['name']]:
    | (C extends Column<string, infer Content, CellValue | null> ? Content : never)
    | (C extends Column<string, CellValue, infer Blank> ? Blank : never);
};

export interface Table<Name extends string, Columns extends readonly Column[], Row = RowOf<Columns>> {
  readonly name: Name;
  readonly title: Bilingual;
  /** What one row of it is. */
  readonly rowIs: Bilingual;
  readonly columns: Columns;
  /** Whether a centre may send none of it, and lacks nothing then. */
  readonly isOptional?: boolean;
  /** The columns that tell one row of a centre from another; a row's key is their values. */
  readonly keyColumns: readonly Columns[number]['name'][];
  /** Whether a value, as read from a file or from the database, is a row of this table. */
  readonly holds: (value: unknown) => value is Row;
  /** The views of its rows: of values that were found to be of a row, so that each is one. */
  readonly View: typeof RowView;
}

export function defineTable<const Name extends string, const Columns extends readonly Column[]>(
  definition: Omit<Table<Name, Columns>, 'holds' | 'View'>,
): Table<Name, Columns> {
  const holdsCell = (column: Column, value: unknown) =>
    column.kind.holds(value) || (column.blank !== undefined && column.blank.means === value);
  const View = viewsOf(definition.columns.map(({ name }) => name));
  return {
    ...definition,
    View,
    holds: (value): value is RowOf<Columns> =>
      value instanceof View ||
      (typeof value === 'object' &&
        value !== null &&
        definition.columns.every((column) => holdsCell(column, Reflect.get(value, column.name)))),
  };
}
