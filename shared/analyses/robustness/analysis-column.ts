import { type ColumnDefinition, coded } from '#shared/publication/result-table.ts';
import { type CodeOf, entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';

const ANALYSES = vocabulary(
  'analysis',
  entriesOf({
    counts: { fr: 'nombres', en: 'counts' },
    measures: { fr: 'mesures', en: 'measures' },
    measures_on_both: {
      fr: 'mesures, toute lésion mesurée sur les deux',
      en: 'measures, every lesion measured on both',
    },
  }),
);
export type Analysis = CodeOf<typeof ANALYSES>;

/** The analysis whose comparisons a row speaks of. */
export const analysisColumn: ColumnDefinition<{ readonly analysis: Analysis }> = coded(
  'analysis',
  { fr: 'analyse', en: 'analysis' },
  ANALYSES,
  ({ analysis }) => analysis,
);
