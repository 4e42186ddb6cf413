import { type ColumnDefinition, coded, text } from '#shared/publication/result-table.ts';
import { type CodeOf, entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';

/** Which centres a row speaks of. */
export const GROUPS = vocabulary(
  'group',
  entriesOf({
    all: { fr: 'tous les centres', en: 'all centres' },
    centre: { fr: 'un centre', en: 'one centre' },
    others: { fr: 'les autres centres, ensemble', en: 'the other centres, together' },
    pooled: { fr: 'ensemble', en: 'pooled' },
  }),
);

interface OfCentres {
  readonly group: CodeOf<typeof GROUPS>;
  readonly centre: string | null;
}

/** The centre, or centres together, that a row speaks of. */
export const centreGroupColumns: readonly ColumnDefinition<OfCentres>[] = [
  coded(
    'group',
    { fr: 'centre, autres ou ensemble', en: 'centre, others or pooled' },
    GROUPS,
    ({ group }) => group,
  ),
  text('centre', { fr: 'centre', en: 'centre' }, ({ centre }) => centre),
];
