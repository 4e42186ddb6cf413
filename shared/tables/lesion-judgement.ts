import type { Bilingual, Titles } from '#shared/language.ts';
import { type ColumnKind, oneOf, wholeNumber } from './column-kinds.ts';

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

/** The same kind, whose refusals say which code stands for what is not there. */
const sayingWhenNone = <V extends string>(kind: ColumnKind<V>, none: Bilingual): ColumnKind<V> => ({
  ...kind,
  expected: { fr: `${kind.expected.fr} (${none.fr})`, en: `${kind.expected.en} (${none.en})` },
});

export const NATURE = sayingWhenNone(
  oneOf(
    NATURES,
    { unknown: ['inconnu', 'inconnue'] },
    {
      metastasis: ['M', 'MH', 'lésion secondaire', 'secondary lesion', 'TNE', 'NET'],
      benign: [
        'B',
        'kyste',
        'cyst',
        'hémangiome',
        'hemangioma',
        'angiome',
        'HNF',
        'FNH',
        'adénome',
        'adenoma',
      ],
      unknown: ['indéterminée', 'indeterminate', 'douteuse', 'doubtful', 'non connue', 'not known'],
    },
  ),
  { fr: 'unknown si elle n’est pas connue', en: 'unknown if it is not known' },
);

export const REFERENCE = sayingWhenNone(
  oneOf(
    REFERENCES,
    {},
    {
      histology: [
        'biopsie',
        'biopsy',
        'PBH',
        'anapath',
        'pathology',
        'chirurgie',
        'surgery',
        'pièce opératoire',
      ],
      follow_up: ['contrôle', 'évolution', 'recul', 'surveillance'],
      other_imaging: ['TEP', 'PET', 'scintigraphie', 'scintigraphy', 'DOTATOC', 'échographie', 'ultrasound'],
      none: ['aucun', 'non', 'no', 'rien', 'nothing', '0'],
    },
  ),
  { fr: 'none si rien ne l’établit', en: 'none if nothing establishes it' },
);

const SCORE = wholeNumber({ from: 1, to: 5 });
const OF_FIVE = /^([1-5])\s*\/\s*5$/;

/** How sure a reader is that a lesion is a metastasis. */
export const CONFIDENCE: ColumnKind<number> = {
  ...SCORE,
  whyNot: (cell) => {
    const [, score] = OF_FIVE.exec(cell) ?? [];
    return score === undefined
      ? SCORE.whyNot(cell)
      : { fr: `Écrivez ${score} seul`, en: `Write ${score} alone` };
  },
};
