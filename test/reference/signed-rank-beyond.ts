import { z } from 'zod';
import { signTest } from '#shared/statistics/sign-test.ts';
import { conditionalSignedRankTest, prattTest } from '#shared/statistics/signed-rank-sensitivity.ts';
import { signedRankTest } from '#shared/statistics/signed-rank-test.ts';
import { type Answer, answered, noArguments } from './answer.ts';
import type { ReferenceCase } from './fixtures.ts';
import { limitsAsInR } from './limits-as-in-r.ts';
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
      'two.sided': conditionalSignedRankTest(x, y).p,
      less: conditionalSignedRankTest(x, y, 'less').p,
      greater: conditionalSignedRankTest(x, y, 'greater').p,
    },
    coin: { prattZ: pratt.z, prattP: pratt.p, wilcoxonZ: uncorrected.z, wilcoxonP: uncorrected.p },
    signTest: {
      nPositive: sign.positive,
      nNonzero: sign.used,
      pValue: sign.p,
      estimate: sign.estimate,
      confInt: limitsAsInR(sign.interval),
    },
  });
}
