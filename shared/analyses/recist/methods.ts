import {
  COUNTED,
  MODALITIES,
  MODALITY_TITLES,
  type Modality,
  SEQUENCES,
  type SequenceName,
} from '#shared/protocol/sequences.ts';
import { SIDES } from '#shared/protocol/sides.ts';
import { entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';
import { type CountColumn, countColumn } from '#shared/tables/pairs.ts';

export type RecistMethodName = Modality | SequenceName;

/** What a course is measured with: one sequence, or a modality as a whole. */
export interface RecistMethod {
  readonly name: RecistMethodName;
  readonly modality: Modality;
  /** A target is followed on the one of these that shows it largest at baseline. */
  readonly sequences: readonly SequenceName[];
  /** Where the metastases seen with it are counted. */
  readonly counts: readonly CountColumn[];
}

/** Each modality, then its sequences. */
export const RECIST_METHODS: readonly RecistMethod[] = MODALITIES.flatMap((modality) => {
  const sequences = SEQUENCES.filter((sequence) => sequence.modality === modality).map(({ name }) => name);
  return [
    {
      name: modality,
      modality,
      sequences,
      counts: SIDES.map((side) => countColumn(`${modality}_total`, side)),
    },
    ...sequences.map((name) => ({
      name,
      modality,
      sequences: [name],
      counts: SIDES.map((side) => countColumn(name, side)),
    })),
  ];
});

/** What a method is called: a modality, or a sequence. */
export const METHODS = vocabulary('method', [
  ...entriesOf(MODALITY_TITLES),
  ...COUNTED.map(({ name, title }) => ({ code: name, title })),
]);
