import { entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';

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
