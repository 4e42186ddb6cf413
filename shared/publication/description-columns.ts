import type { Bilingual } from '#shared/language.ts';
import type { Description } from '#shared/statistics/descriptives.ts';
import type { Figure } from '#shared/statistics/figure.ts';
import { type FigureColumn, figure, type Published } from './figure-columns.ts';

interface DescriptiveColumn {
  readonly name: string;
  readonly title: Bilingual;
}

/** How the figures of a quantity are called, in every table that describes one. */
const DESCRIPTIVES = {
  mean: { name: 'mean', title: { fr: 'moyenne', en: 'mean' } },
  standardDeviation: {
    name: 'standard_deviation',
    title: { fr: 'écart type', en: 'standard deviation' },
  },
  median: { name: 'median', title: { fr: 'médiane', en: 'median' } },
  minimum: { name: 'minimum', title: { fr: 'minimum', en: 'minimum' } },
  firstQuartile: { name: 'first_quartile', title: { fr: 'premier quartile', en: 'first quartile' } },
  thirdQuartile: { name: 'third_quartile', title: { fr: 'troisième quartile', en: 'third quartile' } },
  maximum: { name: 'maximum', title: { fr: 'maximum', en: 'maximum' } },
} as const satisfies Partial<Record<keyof Description, DescriptiveColumn>>;

/**
 * Columns of the figures that describe a quantity, in the order given.
 *
 * @param ofQuantity how a figure of the description is read from a row, which may be of no quantity
 */
export const descriptionColumns = <Subject>(
  figures: readonly (keyof typeof DESCRIPTIVES)[],
  ofQuantity: (read: (values: Description) => Figure) => (subject: Subject) => Published,
): readonly FigureColumn<Subject>[] =>
  figures.map((descriptive) => {
    const { name, title } = DESCRIPTIVES[descriptive];
    return figure(
      name,
      title,
      ofQuantity((values) => values[descriptive]),
    );
  });
