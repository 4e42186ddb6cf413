import type { Bilingual } from '#shared/language.ts';
import type { PublishedRow } from '#shared/result-report/published-result.ts';
import type { FigureLanguage } from './figure.ts';
import type { Sign } from './parts.ts';
import { modalityOf } from './theme.ts';

/** Whether a comparison is within a modality, or of both. */
type Kind = 'mri' | 'between' | 'ct';

export const SIGNS: Readonly<Record<Kind, Pick<Sign, 'role' | 'symbol'>>> = {
  mri: { role: 'mri', symbol: 'circle' },
  between: { role: 'ink', symbol: 'diamond' },
  ct: { role: 'ct', symbol: 'square' },
};

const TITLES: readonly (readonly [Kind, Bilingual])[] = [
  ['mri', { fr: 'deux séquences IRM', en: 'two MRI sequences' }],
  ['between', { fr: 'IRM et TDM', en: 'MRI and CT' }],
  ['ct', { fr: 'deux phases de TDM', en: 'two CT phases' }],
];

export function kindOf(row: PublishedRow): Kind {
  const [first, second] = [modalityOf(row.text('first')), modalityOf(row.text('second'))];
  return first === second ? first : 'between';
}

/** What the signs of the comparisons stand for. */
export const kindSigns = (language: FigureLanguage): readonly Sign[] =>
  TITLES.map(([kind, title]) => ({ ...SIGNS[kind], text: title[language], filled: true }));
