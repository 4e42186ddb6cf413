import { z } from 'zod';
import { signTest } from '#shared/statistics/sign-test.ts';
import { conditionalSignedRankTest, prattTest } from '#shared/statistics/signed-rank-sensitivity.ts';
import { signedRankTest } from '#shared/statistics/signed-rank-test.ts';
import { type Answer, answered, noArguments } from './answer.ts';
import { limitsAsInR, pAsInR } from './as-in-r.ts';
import type { ReferenceCase } from './fixtures.ts';
import { vector } from './numbers.ts';

const inputSchema = z.strictObject({ x: vector, y: vector });

export function signedRankBeyond({ input, args }: ReferenceCase): Answer {
  noArguments.parse(args);
  const { x, y } = inputSchema.parse(input);
  const pratt = prattTest(x, y);
  const uncorrected = signedRankTest(x, y, { exact: false, continuityCorrection: false });
  const sign = signTest(x, y);
  return answered({
    exactConditional: {
      'two.sided': pAsInR(conditionalSignedRankTest(x, y).pValue),
      less: pAsInR(conditionalSignedRankTest(x, y, 'less').pValue),
      greater: pAsInR(conditionalSignedRankTest(x, y, 'greater').pValue),
    },
    coin: {
      prattZ: pratt.z,
      prattP: pAsInR(pratt.pValue),
      wilcoxonZ: uncorrected.z,
      wilcoxonP: pAsInR(uncorrected.pValue),
    },
    signTest: {
      nPositive: sign.positive,
      nNonzero: sign.used,
      pValue: pAsInR(sign.pValue),
      estimate: sign.estimate,
      confInt: limitsAsInR(sign.interval),
    },
  });
}
