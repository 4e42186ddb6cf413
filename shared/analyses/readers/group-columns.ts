import { centreGroupColumns } from '#shared/analyses/centres/group-vocabulary.ts';
import { DOES_NOT_APPLY, wholeBound } from '#shared/publication/figure-columns.ts';
import { type ColumnDefinition, integer } from '#shared/publication/result-table.ts';
import type { ReaderGroup } from './reader-groups.ts';

/** Whose agreement a row is about. */
export interface AboutReaders extends Omit<ReaderGroup, 'pairs'> {
  /** How many twos of readers, each of one centre. */
  readonly readerPairs: number;
  /** The two, where the row is about two alone. */
  readonly readers: { readonly first: number; readonly second: number } | null;
}

export function aboutGroup({ pairs, ...group }: ReaderGroup): AboutReaders {
  const [only] = group.group === 'centre' ? pairs : [];
  const readers = only === undefined ? null : { first: only.first, second: only.second };
  return { ...group, readerPairs: pairs.length, readers };
}

/** The columns that name a row about readers. */
export const readerGroupColumns: readonly ColumnDefinition<AboutReaders>[] = [
  ...centreGroupColumns,
  wholeBound(
    'first_reader',
    {
      fr: 'premier lecteur, par son numéro dans son centre',
      en: 'first reader, by the number in the centre',
    },
    ({ readers }) => readers?.first ?? DOES_NOT_APPLY,
  ),
  wholeBound(
    'second_reader',
    {
      fr: 'second lecteur, par son numéro dans son centre',
      en: 'second reader, by the number in the centre',
    },
    ({ readers }) => readers?.second ?? DOES_NOT_APPLY,
  ),
  integer('n_centres', { fr: 'centres', en: 'centres' }, ({ centres }) => centres),
  integer(
    'n_reader_pairs',
    { fr: 'binômes de lecteurs, chacun d’un centre', en: 'pairs of readers, each of one centre' },
    ({ readerPairs }) => readerPairs,
  ),
];
