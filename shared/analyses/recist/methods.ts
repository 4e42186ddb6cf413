import {
  COUNTED,
  MODALITIES,
  MODALITY_TITLES,
  type Modality,
  SEQUENCES,
  type SequenceName,
} from '#shared/protocol/sequences.ts';
import type { Side } from '#shared/protocol/sides.ts';
import { type ColumnDefinition, coded } from '#shared/publication/result-table.ts';
import { entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';
import { type CountColumn, countColumn } from '#shared/tables/pairs.ts';

export type RecistMethodName = Modality | SequenceName;

/** What a course is measured with: one sequence, or a modality as a whole. Each looks at its own scans only (3.2). */
export interface RecistMethod {
  readonly name: RecistMethodName;
  readonly modality: Modality;
  /** A lesion is followed on the one of these that shows it largest when it is first measured. */
  readonly sequences: readonly SequenceName[];
}

/** Each modality, then its sequences. */
export const RECIST_METHODS: readonly RecistMethod[] = MODALITIES.flatMap((modality) => {
  const sequences = SEQUENCES.filter((sequence) => sequence.modality === modality).map(({ name }) => name);
  return [
    { name: modality, modality, sequences },
    ...sequences.map((name) => ({ name, modality, sequences: [name] })),
  ];
});

const isModality = (name: RecistMethodName): name is Modality =>
  MODALITIES.some((modality) => modality === name);

/** Whether a method is a modality as a whole. */
export const isWhole = ({ name }: RecistMethod): boolean => isModality(name);

/** Where the metastases that a method sees on a side are counted: a modality's in its total. */
export const countOn = ({ name }: RecistMethod, side: Side): CountColumn =>
  countColumn(isModality(name) ? `${name}_total` : name, side);

/** What a method is called: a modality, or a sequence. */
export const METHODS = vocabulary('method', [
  ...entriesOf(MODALITY_TITLES),
  ...COUNTED.map(({ name, title }) => ({ code: name, title })),
]);

export const methodColumn: ColumnDefinition<{ readonly method: RecistMethodName }> = coded(
  'method',
  { fr: 'modalité ou séquence', en: 'modality or sequence' },
  METHODS,
  ({ method }) => method,
);
