import { z } from 'zod';
import { clusteredRateRatio } from '#shared/statistics/clustered-rate-ratio.ts';
import { clusteredSample, clusterSums } from '#shared/statistics/clustered-sample.ts';
import { type Answer, answered, noArguments } from './answer.ts';
import { limitsAsInR, pAsInR } from './as-in-r.ts';
import type { ReferenceCase } from './fixtures.ts';

const counts = z.array(z.number());
const inputSchema = z.strictObject({ x: counts, y: counts, id: counts });

export function countModels({ input, args }: ReferenceCase): Answer {
  noArguments.parse(args);
  const { x, y, id } = inputSchema.parse(input);
  const result = clusteredRateRatio(clusterSums(clusteredSample(x, id)), clusterSums(clusteredSample(y, id)));
  return answered({
    rateRatio: result.ratio,
    seLogT: result.standardErrorOfLog,
    confIntT: limitsAsInR(result.interval),
    tP: pAsInR(result.pValue),
  });
}
