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
  const perPatient = (values: readonly number[]) => clusterSums(clusteredSample(values, id));
  // R gives them from two patients on.
  const result = clusteredRateRatio(perPatient(x), perPatient(y), 2);
  return answered({
    rateRatio: result.ratio,
    seLogT: result.standardErrorOfLog,
    confIntT: limitsAsInR(result.interval),
    tP: pAsInR(result.pValue),
  });
}
