import {
  MODALITIES,
  MODALITY_TITLES,
  type Modality,
  SEQUENCES,
  type SequenceName,
} from '#shared/protocol/sequences.ts';
import { wholeNumber, yesNo } from './column-kinds.ts';
import { CONFIDENCE, NATURE, REFERENCE } from './lesion-judgement.ts';
import { SIDE } from './lesions.ts';
import { PAIR, READER } from './pairs.ts';
import { PATIENT_ID } from './patients.ts';
import { SEGMENT } from './segment.ts';
import { SIZE_CLASS } from './size-class.ts';
import { defineTable, optional, type RowOf, required } from './table.ts';

export const SEGMENT_OF_LISTED = optional(
  'segment',
  SEGMENT,
  { fr: 'segment du foie', en: 'segment of the liver' },
  {
    fr: 'Écrivez le segment de Couinaud, ou laissez la cellule vide si vous ne le connaissez pas',
    en: 'Write Couinaud’s segment, or leave the cell blank if you do not know it',
  },
);

export const SIZE_OF_LISTED = optional(
  'size_class',
  SIZE_CLASS,
  { fr: 'taille (vide : comme mesurée dans lesions)', en: 'size (blank: as measured in lesions)' },
  {
    fr: 'Écrivez la classe du plus grand diamètre axial, ou laissez la cellule vide si la lésion est mesurée dans lesions, ou sa taille non connue',
    en: 'Write the class of the greatest axial diameter, or leave the cell blank if the lesion is measured in lesions, or its size not known',
  },
);

export type SeenColumn = `seen_${SequenceName}`;
export const seenColumn = (sequence: SequenceName): SeenColumn => `seen_${sequence}`;

export const SEEN_COLUMNS = SEQUENCES.map(({ name, title }) =>
  optional(
    seenColumn(name),
    yesNo,
    {
      fr: `vue, ${title.fr} (vide : non évaluable)`,
      en: `seen, ${title.en} (blank: not assessable)`,
    },
    {
      fr: 'Si la séquence n’est pas évaluable à cet endroit, laissez la cellule vide ; si elle l’est, tranchez : yes ou no',
      en: 'If the sequence is not assessable there, leave the cell blank; if it is, decide: yes or no',
    },
  ),
);

export type ConfidenceColumn = `confidence_${Modality}`;
export const confidenceColumn = (modality: Modality): ConfidenceColumn => `confidence_${modality}`;

export const CONFIDENCE_COLUMNS = MODALITIES.map((modality) =>
  optional(
    confidenceColumn(modality),
    CONFIDENCE,
    {
      fr: `confiance, ${MODALITY_TITLES[modality].fr} (1 : sûrement bénigne, 5 : sûrement une métastase)`,
      en: `confidence, ${MODALITY_TITLES[modality].en} (1: surely benign, 5: surely a metastasis)`,
    },
    {
      fr: 'Écrivez un chiffre, de 1 (sûrement bénigne) à 5 (sûrement une métastase), ou laissez la cellule vide',
      en: 'Write a digit, from 1 (surely benign) to 5 (surely a metastasis), or leave the cell blank',
    },
  ),
);

/** `visibility.csv`: one row per lesion, pair and reader, with what each sequence shows of it. A centre may send none. */
export const VISIBILITY = defineTable({
  name: 'visibility',
  title: { fr: 'lésions une à une', en: 'lesion by lesion' },
  rowIs: {
    fr: 'une lésion d’un couple, vue ou non par un lecteur sur chaque séquence',
    en: 'one lesion of one pair, seen or not by one reader on each sequence',
  },
  isOptional: true,
  keyColumns: ['patient_id', 'pair', 'reader', 'lesion'],
  columns: [
    PATIENT_ID,
    PAIR,
    READER,
    required('lesion', wholeNumber({ from: 1, to: 999 }), {
      fr: 'lésion (le même numéro dans tous les couples et dans lesions)',
      en: 'lesion (the same number in every pair and in lesions)',
    }),
    SIDE,
    SEGMENT_OF_LISTED,
    SIZE_OF_LISTED,
    ...SEEN_COLUMNS,
    required('nature', NATURE, {
      fr: 'nature de la lésion',
      en: 'nature of the lesion',
    }),
    required('reference', REFERENCE, {
      fr: 'ce qui établit la nature',
      en: 'what the nature rests on',
    }),
    ...CONFIDENCE_COLUMNS,
  ],
});

export type VisibilityRow = RowOf<typeof VISIBILITY.columns>;
