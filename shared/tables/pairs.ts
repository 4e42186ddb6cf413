import type { Titles } from '#shared/language.ts';
import { COUNTED, type CountedName } from '#shared/protocol/sequences.ts';
import { SIDES, type Side } from '#shared/protocol/sides.ts';
import { day, decimalNumber, oneOf, wholeNumber, yesNo, yesOr } from './column-kinds.ts';
import { PATIENT_ID } from './patients.ts';
import { defaulting, defineTable, optional, type RowOf, required, supplementary } from './table.ts';

export const PAIR = required('pair', wholeNumber({ from: 1, to: 9 }), {
  fr: 'couple TDM–IRM, numéroté dans l’ordre du temps',
  en: 'CT–MRI pair, numbered in order of time',
});

/** The number of the reader where a centre has only one. The study's main tables use this reader's readings only. */
export const FIRST_READER = 1;
export const READER = defaulting(
  'reader',
  wholeNumber({ from: 1, to: 9 }),
  { fr: 'lecteur (vide : 1)', en: 'reader (blank: 1)' },
  {
    means: FIRST_READER,
    remedy: {
      fr: 'Un lecteur s’écrit par son numéro dans le centre, jamais par un nom ou des initiales ; une cellule vide veut dire 1',
      en: 'A reader is written by the number in the centre, never by a name or initials; a blank cell means 1',
    },
  },
);

export type CountColumn = `${CountedName}_${Side}`;
export const countColumn = (counted: CountedName, side: Side): CountColumn => `${counted}_${side}`;

/** The days of a pair's two scans. */
export const SCAN_DATES = ['ct_date', 'mri_date'] as const;

/** The dose of each of the CT's phases. */
export const DOSE_COLUMNS = ['ct_dlp_arterial', 'ct_dlp_portal'] as const;

const SIDE_WORDS = {
  right: { fr: 'à droite', en: 'right' },
  left: { fr: 'à gauche', en: 'left' },
} as const;

/** The columns that hold the number of metastases of a sequence or total on a side of the liver. */
export const COUNT_COLUMNS = COUNTED.flatMap((counted) =>
  SIDES.map((side) =>
    optional(countColumn(counted.name, side), wholeNumber({ from: 0, to: 999 }), {
      fr: `métastases, ${counted.title.fr}, ${SIDE_WORDS[side].fr}`,
      en: `metastases, ${counted.title.en}, ${SIDE_WORDS[side].en}`,
    }),
  ),
);

/** Whether the metastases of a pair can be counted, and if not, why. */
export const COUNTABLE = {
  yes: { fr: 'dénombrable', en: 'countable' },
  massive: { fr: 'atteinte massive du foie', en: 'massive involvement of the liver' },
  coalescent: { fr: 'métastases coalescentes', en: 'coalescent metastases' },
} as const satisfies Titles;

/** Whether lesions of a pair can be measured, and if not, why. */
export const MEASURABLE = {
  yes: { fr: 'mesurable', en: 'measurable' },
  no_lesion_over_5_mm: { fr: 'aucune lésion de plus de 5 mm', en: 'no lesion over 5 mm' },
  not_measurable: { fr: 'non mesurable (coalescence, flou)', en: 'not measurable (coalescent, blurred)' },
  no_lesion_on_every_sequence: {
    fr: 'aucune lésion mesurée sur toutes les séquences',
    en: 'no lesion measured on every sequence',
  },
} as const satisfies Titles;

/** Whether `visibility` has every lesion that the reader saw on a pair, or some of them. */
export const LESIONS_LISTED = {
  all: { fr: 'toutes', en: 'all' },
  some: { fr: 'une partie', en: 'some' },
} as const satisfies Titles;

const LESIONS_LISTED_MEANT = {
  all: ['complet', 'complète', 'complete', 'totalité'],
  some: ['partiel', 'partielle', 'partial', 'incomplet', 'incomplète', 'incomplete'],
};

/** How much of the liver is taken by metastases, as a reader estimates it. */
export const LIVER_INVOLVEMENT = {
  under_10: { fr: 'moins de 10 %', en: 'under 10 %' },
  '10_25': { fr: 'de 10 à 25 %', en: '10 to 25 %' },
  '25_50': { fr: 'de 25 à 50 %', en: '25 to 50 %' },
  over_50: { fr: 'plus de 50 %', en: 'over 50 %' },
} as const satisfies Titles;

export const CONTRAST_AGENTS = {
  extracellular: { fr: 'extracellulaire', en: 'extracellular' },
  hepatobiliary: { fr: 'hépatobiliaire', en: 'hepatobiliary' },
} as const satisfies Titles;

/** Of one acquisition; CT reports state it as DLP or PDL. */
const doseLengthProduct = decimalNumber({ from: 0, to: 99_999, unit: 'mGy.cm' });

/** `pairs.csv`: one row per CT–MRI pair and reader. */
export const PAIRS = defineTable({
  name: 'pairs',
  title: { fr: 'couples TDM–IRM', en: 'CT–MRI pairs' },
  rowIs: { fr: 'un couple TDM–IRM vu par un lecteur', en: 'one CT–MRI pair as one reader saw it' },
  keyColumns: ['patient_id', 'pair', 'reader'],
  columns: [
    PATIENT_ID,
    PAIR,
    READER,
    required('ct_date', day, { fr: 'date de la TDM', en: 'date of the CT' }),
    required('mri_date', day, { fr: 'date de l’IRM', en: 'date of the MRI' }),
    required('protocol_complete', yesNo, {
      fr: 'toutes les acquisitions du protocole sont là',
      en: 'every acquisition of the protocol is there',
    }),
    required('countable', yesOr(COUNTABLE), {
      fr: 'dénombrable',
      en: 'countable',
    }),
    optional('measurable', yesOr(MEASURABLE), { fr: 'mesurable', en: 'measurable' }),
    supplementary('non_target_progression', yesNo, {
      fr: 'RECIST : progression manifeste des lésions non cibles, de l’avis du lecteur',
      en: 'RECIST: unequivocal progression of non-target lesions, in the reader’s judgement',
    }),
    supplementary('new_lesion_elsewhere', yesNo, {
      fr: 'RECIST : nouvelle lésion hors du foie, de l’avis du lecteur',
      en: 'RECIST: new lesion outside the liver, in the reader’s judgement',
    }),
    ...COUNT_COLUMNS,
    supplementary(
      'lesions_listed',
      oneOf(LESIONS_LISTED, {}, LESIONS_LISTED_MEANT),
      {
        fr: 'lésions de ce couple qui sont dans visibility',
        en: 'lesions of this pair that are in visibility',
      },
      {
        fr: 'Écrivez all si visibility a toutes les métastases comptées de ce couple, some si elle en a une partie ; laissez la cellule vide si elle n’en a aucune',
        en: 'Write all if visibility has every counted metastasis of this pair, some if it has a part of them; leave the cell blank if it has none',
      },
    ),
    supplementary('liver_involvement', oneOf(LIVER_INVOLVEMENT), {
      fr: 'part du foie envahie',
      en: 'share of the liver that is involved',
    }),
    supplementary('ct_dlp_arterial', doseLengthProduct, {
      fr: 'produit dose-longueur, TDM artériel (mGy·cm)',
      en: 'dose–length product, CT arterial (mGy·cm)',
    }),
    supplementary('ct_dlp_portal', doseLengthProduct, {
      fr: 'produit dose-longueur, TDM portal (mGy·cm)',
      en: 'dose–length product, CT portal (mGy·cm)',
    }),
    supplementary('field_tesla', decimalNumber({ from: 0, to: 7, unit: 'T' }), {
      fr: 'champ magnétique de l’IRM (teslas)',
      en: 'field strength of the MRI (teslas)',
    }),
    supplementary('contrast_agent', oneOf(CONTRAST_AGENTS), {
      fr: 'produit de contraste de l’IRM',
      en: 'contrast agent of the MRI',
    }),
  ],
});

export type PairRow = RowOf<typeof PAIRS.columns>;
