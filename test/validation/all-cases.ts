import { CAUSE_CASES } from './cause-cases.ts';
import { CROSS_TABLE_CASES } from './cross-table-cases.ts';
import { FILE_CASES } from './file-cases.ts';
import { DOUBTFUL_IDS, ID_CASES } from './id-cases.ts';
import type { ProblemCase } from './problem-case.ts';
import { ROW_CASES } from './row-cases.ts';
import { SHAPE_CASES } from './shape-cases.ts';
import { LISTED_CASES, VISIBILITY_CASES } from './visibility-cases.ts';
import { WARNING_CASES } from './warning-cases.ts';

/** Every case of a problem or a warning, by what it is a case of; the largest files are the last. */
export const ALL_CASES: readonly (readonly [string, readonly ProblemCase[]])[] = [
  ['rows are refused for', ROW_CASES],
  ['one cause of many errors is', CAUSE_CASES],
  ['by its shape is seen', SHAPE_CASES],
  ['a pseudonym is refused for', ID_CASES],
  ['a pseudonym is doubted for', DOUBTFUL_IDS],
  ['an accepted file is doubted for', WARNING_CASES],
  ['beside other rows, an accepted file is doubted for', CROSS_TABLE_CASES],
  ['a listed lesion is refused for', VISIBILITY_CASES],
  ['a listed lesion is doubted for', LISTED_CASES],
  ['a file is refused for', FILE_CASES],
];
