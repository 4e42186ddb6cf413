import type { Bilingual } from '#shared/language.ts';
import type { Description } from '#shared/statistics/descriptives.ts';
import type { Figure } from '#shared/statistics/figure.ts';
import { percentage } from './column-groups.ts';
import { type FigureColumn, figure, type Published } from './figure-columns.ts';
import { type ColumnDefinition, integer } from './result-table.ts';

interface DescriptiveColumn {
  readonly name: string;
  readonly title: Bilingual;
}

/** How the figures of a quantity are called, in every table that describes one. */
const DESCRIPTIVES = {
  mean: { name: 'mean', title: { fr: 'moyenne, dans l’unité de la ligne', en: 'mean, in the row’s unit' } },
  standardDeviation: {
    name: 'standard_deviation',
    title: {
      fr: 'écart type (n − 1), dans l’unité de la ligne',
      en: 'standard deviation (n − 1), in the row’s unit',
    },
  },
  median: {
    name: 'median',
    title: { fr: 'médiane, dans l’unité de la ligne', en: 'median, in the row’s unit' },
  },
  minimum: {
    name: 'minimum',
    title: { fr: 'minimum, dans l’unité de la ligne', en: 'minimum, in the row’s unit' },
  },
  firstQuartile: {
    name: 'first_quartile',
    title: {
      fr: 'premier quartile (type 7 de R), dans l’unité de la ligne',
      en: 'first quartile (R’s type 7), in the row’s unit',
    },
  },
  thirdQuartile: {
    name: 'third_quartile',
    title: {
      fr: 'troisième quartile (type 7 de R), dans l’unité de la ligne',
      en: 'third quartile (R’s type 7), in the row’s unit',
    },
  },
  maximum: {
    name: 'maximum',
    title: { fr: 'maximum, dans l’unité de la ligne', en: 'maximum, in the row’s unit' },
  },
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

interface Part {
  readonly n: number;
  readonly denominator: number;
}

/** How many have a level, of how many; of a quantity, how many are known. */
export const partColumns: readonly ColumnDefinition<Part>[] = [
  integer(
    'n',
    { fr: 'nombre ; d’une grandeur, de valeurs connues', en: 'number; of a quantity, of known values' },
    ({ n }) => n,
  ),
  integer(
    'denominator',
    { fr: 'dénominateur, non connus compris', en: 'denominator, those not known included' },
    ({ denominator }) => denominator,
  ),
];

/** The same as a percentage. */
export const percentColumn: FigureColumn<Part> = figure(
  'percent',
  { fr: 'pourcentage du dénominateur', en: 'percentage of the denominator' },
  ({ n, denominator }) => percentage(n, denominator),
  '%',
);
