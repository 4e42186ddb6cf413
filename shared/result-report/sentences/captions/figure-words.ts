import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { flowSource } from '#shared/result-report/sentences/flow-source.ts';
import { listsLesions } from '#shared/result-report/sentences/listed-tables.ts';
import { foundRow } from '#shared/result-report/sentences/sources.ts';
import { capitalised, en, fr } from '#shared/result-report/sentences/wording.ts';

/** What stands beside a figure in words. */
export interface FigureWords {
  /** Whom it shows; which test; what it means; what it does not mean. */
  readonly caption: (result: PublishedResult) => readonly BilingualPassage[];
  /** For who cannot see it: the kind of figure, and what it finds. */
  readonly alternative: (result: PublishedResult) => BilingualPassage;
}

/** The kind of a figure, then what it finds. */
export const alternativeOf = (kind: BilingualPassage, finding: BilingualPassage): BilingualPassage => ({
  fr: fr`${kind}. ${capitalised(finding)}`,
  en: en`${kind}. ${capitalised(finding)}`,
});

/** A figure of the counts: where no pair is counted, both texts say so, and nothing else. */
export const ofCounts = (words: FigureWords): FigureWords => where('counted', NOBODY_COUNTED, words);

/** A figure of the diameters, in the same way. */
export const ofDiameters = (words: FigureWords): FigureWords => where('measured', NOBODY_MEASURED, words);

/** A figure of lesions that are listed one by one: where no centre lists any, both texts say so. */
export const ofListedLesions = ({ caption, alternative }: FigureWords): FigureWords => ({
  caption: (result) => (listsLesions(result) ? caption(result) : [NOBODY_LISTED]),
  alternative: (result) => (listsLesions(result) ? alternative(result) : NOBODY_LISTED),
});

const NOBODY_LISTED: BilingualPassage = {
  fr: fr`Rien à montrer : aucun centre ne liste ses lésions une à une.`,
  en: en`Nothing to show: no centre lists its lesions one by one.`,
};

const where = (
  step: string,
  nobody: BilingualPassage,
  { caption, alternative }: FigureWords,
): FigureWords => {
  const isEmpty = (result: PublishedResult) => foundRow(result, flowSource(step))?.figure('pairs') === 0;
  return {
    caption: (result) => (isEmpty(result) ? [nobody] : caption(result)),
    alternative: (result) => (isEmpty(result) ? nobody : alternative(result)),
  };
};

const NOBODY_COUNTED: BilingualPassage = {
  fr: fr`Rien à montrer : les métastases d’aucun couple n’ont été dénombrées.`,
  en: en`Nothing to show: no pair’s metastases were counted.`,
};
const NOBODY_MEASURED: BilingualPassage = {
  fr: fr`Rien à montrer : les lésions d’aucun couple n’ont été mesurées.`,
  en: en`Nothing to show: no pair’s lesions were measured.`,
};
