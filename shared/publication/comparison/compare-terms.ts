/** A term of the protocol or a setting that is another one; null where there is none of this name. */
export interface TermChange {
  /** With the names of the terms that it is part of: `BOARD_PERIOD.to`. */
  readonly term: string;
  readonly before: unknown;
  readonly after: unknown;
}

type Terms = Readonly<Record<string, unknown>>;

/** What differs between the terms of two results, in order of their names. Lists are compared whole. */
export function compareTerms(before: Terms, after: Terms): readonly TermChange[] {
  const [earlier, later] = [new Map(flat(before)), new Map(flat(after))];
  return [...new Set([...earlier.keys(), ...later.keys()])].toSorted().flatMap((term) => {
    const [from, to] = [earlier.get(term) ?? null, later.get(term) ?? null];
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ term, before: from, after: to }];
  });
}

function flat(terms: Terms, prefix = ''): readonly (readonly [string, unknown])[] {
  return Object.entries(terms).flatMap(([name, value]) =>
    isTerms(value) ? flat(value, `${prefix}${name}.`) : [[`${prefix}${name}`, value] as const],
  );
}

const isTerms = (value: unknown): value is Terms =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
