import { whereColumnsAre } from '#shared/result-report/published-result.ts';
import { BLAND_ALTMAN } from './bland-altman.ts';
import { CENTRES } from './centres.ts';
import { COUNT_COMPARISONS } from './count-comparisons.ts';
import type { Figure } from './figure.ts';
import { FLOW } from './flow.ts';
import { LESION_CONFIDENCE } from './lesion-confidence.ts';
import { LESION_PATTERNS } from './lesion-patterns.ts';
import { LESION_SENSITIVITY } from './lesion-sensitivity.ts';
import { LESION_SIZES } from './lesion-sizes.ts';
import { LESIONS } from './lesions.ts';
import { MEASURE_HISTOGRAMS } from './measure-histograms.ts';
import { PAIRED_DIFFERENCES } from './paired-differences.ts';
import { PRIMARY_COMPARISON } from './primary-comparison.ts';
import { PROTOCOLS } from './protocols.ts';
import { READERS } from './readers.ts';
import { RECIST_AGREEMENT } from './recist-agreement.ts';
import { RECIST_WATERFALL } from './recist-waterfall.ts';

const ALL: readonly Figure[] = [
  FLOW,
  LESIONS,
  PRIMARY_COMPARISON,
  COUNT_COMPARISONS,
  PROTOCOLS,
  LESION_PATTERNS,
  LESION_SIZES,
  LESION_SENSITIVITY,
  LESION_CONFIDENCE,
  PAIRED_DIFFERENCES,
  BLAND_ALTMAN,
  MEASURE_HISTOGRAMS,
  RECIST_WATERFALL,
  RECIST_AGREEMENT,
  READERS,
  CENTRES,
];

/** The figures of a report, in the order of reading; of tables without a column that a figure needs, none is drawn. */
export const FIGURES: readonly Figure[] = ALL.map((figure) => ({
  ...figure,
  draw: (result, language) => whereColumnsAre(() => figure.draw(result, language)),
}));
