type Column = readonly (number | null)[];

/** The columns of a matrix given by rows. */
export function columnsOf(rows: readonly Column[]): readonly Column[] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null));
}

/** All pairs of columns, the first before the second, in lexicographic order. */
export function pairsOf<Item>(columns: readonly Item[]): readonly (readonly [Item, Item])[] {
  return columns.flatMap((first, index) =>
    columns.slice(index + 1).map((second) => [first, second] as const),
  );
}
