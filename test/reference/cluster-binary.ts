import { z } from 'zod';
import { clusteredMcNemarTest, type McNemarTest } from '#shared/statistics/clustered-mcnemar.ts';
import { clusteredDifference, clusteredProportion } from '#shared/statistics/clustered-proportion.ts';
import { durkalskiTest } from '#shared/statistics/durkalski-test.ts';
import { whyMissing } from '#shared/statistics/figure.ts';
import { yangTest } from '#shared/statistics/yang-test.ts';
import { type Answer, answered, noArguments } from './answer.ts';
import { limitsAsInR, pAsInR, withoutError } from './as-in-r.ts';
import type { ReferenceCase } from './fixtures.ts';

const counts = z.array(z.number());
/** R's file has the formulas' values for any number of patients; the product keeps back those of fewer than six. */
const ANY_NUMBER = 1;
const inputSchema = z.strictObject({ a: counts, b: counts, c: counts, d: counts });

export function clusterBinary({ input, args }: ReferenceCase): Answer {
  noArguments.parse(args);
  const { a, b, c, d } = inputSchema.parse(input);
  const plus = (first: readonly number[], second: readonly number[]) =>
    first.map((count, patient) => count + (second[patient] ?? 0));
  const seenFirst = plus(a, b);
  const seenSecond = plus(a, c);
  const present = plus(seenFirst, plus(c, d));
  const test = ({ statistic, pValue }: McNemarTest) => ({ statistic, pValue: pAsInR(pValue) });
  const difference = clusteredDifference(seenFirst, seenSecond, present, ANY_NUMBER);
  return answered({
    K: a.length,
    N: present.reduce((sum, count) => sum + count, 0),
    obuchowski: test(clusteredMcNemarTest(b, c, ANY_NUMBER)),
    durkalski: test(durkalskiTest(b, c, present, ANY_NUMBER)),
    yang: test(yangTest(b, c, present, ANY_NUMBER)),
    rate1: rate(seenFirst, present),
    rate2: rate(seenSecond, present),
    difference: {
      estimate: difference.estimate,
      se: difference.standardError,
      confInt:
        whyMissing(difference.interval) === 'no_variation'
          ? withoutError(difference.estimate).confInt
          : limitsAsInR(difference.interval),
    },
  });
}

function rate(seen: readonly number[], present: readonly number[]) {
  const result = clusteredProportion(seen, present, ANY_NUMBER);
  return {
    estimate: result.estimate,
    se: result.standardError,
    deff: result.designEffect,
    nEff: result.effectiveSize,
    wilsonEff: limitsAsInR(result.interval),
  };
}
