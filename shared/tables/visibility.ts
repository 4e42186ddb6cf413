import type { Titles } from '#shared/language.ts';
import {
  MODALITIES,
  MODALITY_TITLES,
  type Modality,
  SEQUENCES,
  type SequenceName,
} from '#shared/protocol/sequences.ts';
import { SIDE_TITLES } from '#shared/protocol/sides.ts';
import { oneOf, wholeNumber, yesNo } from './column-kinds.ts';
import { PAIR, READER } from './pairs.ts';
import { PATIENT_ID } from './patients.ts';
import { defineTable, optional, type RowOf, required } from './table.ts';

/** Couinaud's segments, the fourth by its two halves. */
export const SEGMENTS = ['I', 'II', 'III', 'IVa', 'IVb', 'V', 'VI', 'VII', 'VIII'] as const;
export type Segment = (typeof SEGMENTS)[number];

const segmentTitle = (segment: Segment) => ({ fr: `segment ${segment}`, en: `segment ${segment}` });

export const SEGMENT_TITLES = {
  I: segmentTitle('I'),
  II: segmentTitle('II'),
  III: segmentTitle('III'),
  IVa: segmentTitle('IVa'),
  IVb: segmentTitle('IVb'),
  V: segmentTitle('V'),
  VI: segmentTitle('VI'),
  VII: segmentTitle('VII'),
  VIII: segmentTitle('VIII'),
} as const satisfies Titles<Segment>;

/** How large a lesion is, by its greatest axial diameter on any sequence. */
export const SIZE_CLASSES = {
  under_5: { fr: 'moins de 5 mm', en: 'under 5 mm' },
  '5_9': { fr: 'de 5 à 9 mm', en: '5 to 9 mm' },
  '10_19': { fr: 'de 10 à 19 mm', en: '10 to 19 mm' },
  '20_or_more': { fr: '20 mm et plus', en: '20 mm or more' },
} as const satisfies Titles;
export type SizeClass = keyof typeof SIZE_CLASSES;

/** What the reader, or whoever established the reference, holds the lesion to be. */
export const NATURES = {
  metastasis: { fr: 'métastase', en: 'metastasis' },
  benign: { fr: 'lésion bénigne', en: 'benign lesion' },
  unknown: { fr: 'nature inconnue', en: 'unknown nature' },
} as const satisfies Titles;
export type Nature = keyof typeof NATURES;

/** What the nature of a lesion rests on. */
export const REFERENCES = {
  histology: { fr: 'histologie', en: 'histology' },
  follow_up: { fr: 'suivi', en: 'follow-up' },
  other_imaging: { fr: 'autre imagerie', en: 'other imaging' },
  none: { fr: 'aucune référence', en: 'no reference' },
} as const satisfies Titles;
export type Reference = keyof typeof REFERENCES;

export type SeenColumn = `seen_${SequenceName}`;
export const seenColumn = (sequence: SequenceName): SeenColumn => `seen_${sequence}`;

export const SEEN_COLUMNS = SEQUENCES.map(({ name, title }) =>
  optional(seenColumn(name), yesNo, {
    fr: `vue, ${title.fr} (vide : non évaluable)`,
    en: `seen, ${title.en} (blank: not assessable)`,
  }),
);

export type ConfidenceColumn = `confidence_${Modality}`;
export const confidenceColumn = (modality: Modality): ConfidenceColumn => `confidence_${modality}`;

export const CONFIDENCE_COLUMNS = MODALITIES.map((modality) =>
  optional(confidenceColumn(modality), wholeNumber({ from: 1, to: 5 }), {
    fr: `confiance, ${MODALITY_TITLES[modality].fr} (1 : sûrement bénigne, 5 : sûrement une métastase)`,
    en: `confidence, ${MODALITY_TITLES[modality].en} (1: surely benign, 5: surely a metastasis)`,
  }),
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
    required('side', oneOf(SIDE_TITLES, { right: ['droite'], left: ['gauche'] }), { fr: 'côté', en: 'side' }),
    optional('segment', oneOf(SEGMENT_TITLES), { fr: 'segment du foie', en: 'segment of the liver' }),
    optional('size_class', oneOf(SIZE_CLASSES), {
      fr: 'taille (vide : comme mesurée dans lesions)',
      en: 'size (blank: as measured in lesions)',
    }),
    ...SEEN_COLUMNS,
    required('nature', oneOf(NATURES, { unknown: ['inconnu', 'inconnue'] }), {
      fr: 'nature de la lésion',
      en: 'nature of the lesion',
    }),
    required('reference', oneOf(REFERENCES), {
      fr: 'ce qui établit la nature',
      en: 'what the nature rests on',
    }),
    ...CONFIDENCE_COLUMNS,
  ],
});

export type VisibilityRow = RowOf<typeof VISIBILITY.columns>;
