import { z } from 'zod';
import { clusterRobustMean } from '#shared/statistics/cluster-robust-mean.ts';
import { clusteredSample, clusterSizes, clusterSums } from '#shared/statistics/clustered-sample.ts';
import { dattaSattenTest } from '#shared/statistics/datta-satten.ts';
import { normalPValue } from '#shared/statistics/normal-distribution.ts';
import { patientBootstrap } from '#shared/statistics/patient-bootstrap.ts';
import { drawPatients } from '#shared/statistics/patient-draws.ts';
import { rosnerGlynnLeeTest } from '#shared/statistics/rosner-glynn-lee.ts';
import { exactRosnerGlynnLeeTest } from '#shared/statistics/rosner-glynn-lee-exact.ts';
import { signedRankTest } from '#shared/statistics/signed-rank-test.ts';
import { tTest } from '#shared/statistics/t-test.ts';
import type { Answer } from './answer.ts';
import type { ReferenceCase } from './fixtures.ts';
import { limitsAsInR, withoutError } from './limits-as-in-r.ts';
import { vector } from './numbers.ts';

const inputSchema = z.strictObject({ d: vector, id: z.array(z.union([z.number(), z.string()])) });
const argsSchema = z.strictObject({ bootSeed: z.number(), bootB: z.number() });

/** R's file has the formulas' values for any number of patients; the product keeps back those of fewer than six. */
const anyNumber = 1;

export function clusterPaired({ input, args }: ReferenceCase): Answer {
  const { d, id } = inputSchema.parse(input);
  const { bootSeed, bootB } = argsSchema.parse(args);
  const sample = clusteredSample(d, id);
  const bootstrap = patientBootstrap(sample, drawPatients(sample.patientCount, bootSeed, bootB));
  const sizes = clusterSizes(sample);
  const patientMeans = clusterSums(sample).map((total, patient) => total / (sizes[patient] ?? 1));
  const t = tTest(patientMeans, null);
  const ds = dattaSattenTest(sample, anyNumber);
  return {
    expect: {
      nPairs: sample.values.length,
      nPatients: sample.patientCount,
      rgl: rosnerGlynnLee(sample),
      rglExact: rosnerGlynnLeeExact(sample),
      ds: { T: ds.statistic, varT: ds.variance, Z: ds.z, pValue: ds.p },
      clusterT: { mean: clusterRobustMean(sample).mean, cr2: cr2(sample) },
      patientMeans: {
        mean: t.estimate ?? patientMeans[0] ?? null,
        t:
          t.statistic === null
            ? null
            : {
                statistic: t.statistic,
                df: t.degreesOfFreedom,
                pValue: t.p,
                confInt: limitsAsInR(t.interval),
              },
        wilcoxonP: signedRankTest(patientMeans, null).p,
      },
      bootstrap: {
        seed: bootSeed,
        B: bootB,
        se: bootstrap.standardError,
        confInt: limitsAsInR(bootstrap.interval),
        mean: bootstrap.mean,
      },
      naive: { tP: tTest(d, null).p, wilcoxonP: signedRankTest(d, null).p },
    },
    warnings: sample.patientCount === 1 ? ['NaNs produced'] : [],
    error: null,
  };
}

type Clusters = ReturnType<typeof clusteredSample>;

function rosnerGlynnLee(sample: Clusters) {
  const { z, ...test } = rosnerGlynnLeeTest(sample, anyNumber);
  return {
    nObs: test.used,
    nClusters: test.patients,
    T: test.statistic,
    varT: test.variance,
    Z: z,
    pValue: test.p,
    pLess: z === null ? null : normalPValue(z, 'less').p,
    pGreater: z === null ? null : normalPValue(z, 'greater').p,
    balanced: test.balanced,
    rho: test.correlation,
    rhoCorrected: test.correctedCorrelation,
    varS: test.rankVariance,
  };
}

function rosnerGlynnLeeExact(sample: Clusters) {
  const { statistic, p, pLess, pGreater } = exactRosnerGlynnLeeTest(sample);
  return { T: statistic, pValue: p, pLess, pGreater };
}

function cr2(sample: Clusters) {
  const result = clusterRobustMean(sample);
  const { standardError: se, degreesOfFreedom: df } = result;
  if (result.p === null && se !== null) return { se, df, ...withoutError(result.mean) };
  return { se, df, t: result.t, pValue: result.p, confInt: limitsAsInR(result.interval) };
}
