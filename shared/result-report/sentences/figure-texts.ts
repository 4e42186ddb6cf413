import { BLAND_ALTMAN } from './captions/bland-altman.ts';
import { CENTRES_COMPARED } from './captions/centres.ts';
import { COUNT_COMPARISONS } from './captions/count-comparisons.ts';
import type { FigureWords } from './captions/figure-words.ts';
import { FLOW } from './captions/flow.ts';
import { LESION_CONFIDENCE } from './captions/lesion-confidence.ts';
import { LESION_PATTERNS } from './captions/lesion-patterns.ts';
import { LESION_SENSITIVITY } from './captions/lesion-sensitivity.ts';
import { LESION_SIZES } from './captions/lesion-sizes.ts';
import { LESIONS_SEEN } from './captions/lesions.ts';
import { MEASURE_HISTOGRAMS } from './captions/measure-histograms.ts';
import { PAIRED_DIFFERENCES } from './captions/paired-differences.ts';
import { PRIMARY_COMPARISON } from './captions/primary-comparison.ts';
import { PROTOCOLS } from './captions/protocols.ts';
import { READERS } from './captions/readers.ts';
import { RECIST_AGREEMENT } from './captions/recist-agreement.ts';
import { RECIST_WATERFALL } from './captions/recist-waterfall.ts';

/** What stands beside each figure in words, by the figure's name, in the order of reading. */
export const FIGURE_TEXTS: Readonly<Record<string, FigureWords>> = {
  flow: FLOW,
  lesions: LESIONS_SEEN,
  'primary-comparison': PRIMARY_COMPARISON,
  'count-comparisons': COUNT_COMPARISONS,
  protocols: PROTOCOLS,
  'lesion-patterns': LESION_PATTERNS,
  'lesion-sizes': LESION_SIZES,
  'lesion-sensitivity': LESION_SENSITIVITY,
  'lesion-confidence': LESION_CONFIDENCE,
  'paired-differences': PAIRED_DIFFERENCES,
  'bland-altman': BLAND_ALTMAN,
  'measure-histograms': MEASURE_HISTOGRAMS,
  'recist-waterfall': RECIST_WATERFALL,
  'recist-agreement': RECIST_AGREEMENT,
  readers: READERS,
  centres: CENTRES_COMPARED,
};
