import { entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';

/** The law that a test's p is read from. */
export const LAWS = vocabulary(
  'law',
  entriesOf({
    exact: { fr: 'loi exacte', en: 'exact law' },
    large_sample: { fr: 'loi asymptotique', en: 'large-sample law' },
    normal: { fr: 'loi normale', en: 'normal law' },
    normal_with_continuity_correction: {
      fr: 'loi normale, avec correction de continuité',
      en: 'normal law, with continuity correction',
    },
  }),
);
