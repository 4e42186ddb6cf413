import { z } from 'zod';
import { friedmanTest } from '#shared/statistics/friedman-test.ts';
import { adjustPValues } from '#shared/statistics/p-value-adjustment.ts';
import { signedRankTest } from '#shared/statistics/signed-rank-test.ts';
import { tTest } from '#shared/statistics/t-test.ts';
import { type Answer, answered, noArguments } from './answer.ts';
import { pAsInR } from './as-in-r.ts';
import { columnsOf, pairsOf } from './column-pairs.ts';
import type { ReferenceCase } from './fixtures.ts';
import { vector } from './numbers.ts';

const inputSchema = z.strictObject({ matrix: z.array(vector) });

export function omnibus({ input, tags, call, args }: ReferenceCase): Answer {
  noArguments.parse(args);
  const { matrix } = inputSchema.parse(input);
  if (!tags.includes('pairwise') && call.startsWith('friedman.test')) {
    const test = friedmanTest(columnsOf(matrix));
    return answered({
      statistic: test.statistic,
      df: test.degreesOfFreedom,
      pValue: pAsInR(test.pValue),
      kendallW: test.kendallW,
    });
  }
  const pairs = pairsOf(columnsOf(matrix));
  const wilcoxonP = pairs.map(([x, y]) => pAsInR(signedRankTest(x, y).pValue));
  const tP = pairs.map(([x, y]) => pAsInR(tTest(x, y).pValue));
  return answered({
    wilcoxonP,
    wilcoxonHolm: adjustPValues(wilcoxonP, 'holm'),
    wilcoxonBH: adjustPValues(wilcoxonP, 'benjamini-hochberg'),
    tP,
    tHolm: adjustPValues(tP, 'holm'),
  });
}
