import { type Bilingual, sameInBoth } from '#shared/language.ts';
import type { ResultColumn, ResultValue } from '#shared/publication/result-table.ts';
import { decimalText, englishFigure, NO_VALUE, pValueText } from './figures.ts';

const YES: Bilingual = { fr: 'oui', en: 'yes' };
const NO: Bilingual = { fr: 'non', en: 'no' };

/**
 * How the value of a published cell is shown to people, by the convention of its column: the one place for the page, its
 * sentences and its plots. The unit stands beside it; a code is shown as its title, which `shownCell` does.
 */
export const shownFigure = (value: ResultValue, column: ResultColumn, language: keyof Bilingual): string =>
  figureInBoth(value, column)[language];

/** The same in both languages. */
export function figureInBoth(value: ResultValue, column: ResultColumn): Bilingual {
  if (value === null) return sameInBoth(NO_VALUE);
  if (typeof value === 'string') return sameInBoth(value);
  if (typeof value === 'boolean') return value ? YES : NO;
  const french = frenchFigure(value, column);
  return { fr: french, en: englishFigure(french) };
}

function frenchFigure(value: number, column: ResultColumn): string {
  if (column.type === 'integer') return decimalText(value, 0);
  if (P_VALUE.test(column.name)) return pValueText(value);
  // A sum of ranks, degrees of freedom, a limit of a bin, a point, which may be a count: whole where they are.
  if (MOSTLY_WHOLE.test(column.name)) return decimalText(value, Number.isInteger(value) ? 0 : 1);
  if (column.unit === '%') return percentText(value, column);
  return decimalText(value, column.unit !== null || IN_THE_UNIT_OF_THE_ROW.test(column.name) ? 1 : 2);
}

const P_VALUE = /(?:^|(?<!log10)_)p(?:_holm|_bh)?$/;
const MOSTLY_WHOLE =
  /^(?:wilcoxon_v|rgl_exact_statistic|from|below|fence_(?:low|high))$|(?:^|_)df$|^(?:mri|ct)_(?:t2fs|diffusion|arterial|portal|total)$/;
const CHANGE = /(?:^|_)(?:change|bias)(?:_|$)/;

/** Figures of a quantity whose unit differs from row to row; ratios, effects and test statistics have two decimals. */
const IN_THE_UNIT_OF_THE_ROW =
  /^(?:mean|standard_deviation|median|minimum|maximum|first_quartile|third_quartile)(?:_|$)|^(?:bias|limits_sd|lower_limit|upper_limit)(?:_|$)|^effective_size$/;

/**
 * Per cent: whole; with a decimal below 2 and above 98, so that 861 of 864 is neither 99 nor 100; 0 and 100 only where it
 * is so. A change in per cent, which may be negative, has its decimal always.
 */
function percentText(value: number, { name }: ResultColumn): string {
  if (CHANGE.test(name)) return decimalText(value, 1);
  if (value > 0 && value < 0.05) return '< 0,1';
  if (value < 100 && value >= 99.95) return '> 99,9';
  const isNearEnd = value !== 0 && value !== 100 && (value < 2 || value > 98);
  return decimalText(value, isNearEnd ? 1 : 0);
}
