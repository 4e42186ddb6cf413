import { z } from 'zod';
import { clusterRobustMean } from '#shared/statistics/cluster-robust-mean.ts';
import { clusteredSample, clusterSizes, clusterSums } from '#shared/statistics/clustered-sample.ts';
import { dattaSattenTest } from '#shared/statistics/datta-satten.ts';
import { isMissing, mapped, whyMissing } from '#shared/statistics/figure.ts';
import { normalPValue } from '#shared/statistics/normal-distribution.ts';
import { patientBootstrap } from '#shared/statistics/patient-bootstrap.ts';
import { drawPatients } from '#shared/statistics/patient-draws.ts';
import { rosnerGlynnLeeTest } from '#shared/statistics/rosner-glynn-lee.ts';
import { exactRosnerGlynnLeeTest } from '#shared/statistics/rosner-glynn-lee-exact.ts';
import { signedRankTest } from '#shared/statistics/signed-rank-test.ts';
import { tTest } from '#shared/statistics/t-test.ts';
import type { Answer } from './answer.ts';
import { limitsAsInR, pAsInR, withoutError } from './as-in-r.ts';
import type { ReferenceCase } from './fixtures.ts';
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
      ds: { T: ds.statistic, varT: ds.variance, Z: ds.z, pValue: pAsInR(ds.pValue) },
      clusterT: { mean: clusterRobustMean(sample).mean, cr2: cr2(sample) },
      patientMeans: {
        mean: isMissing(t.estimate) ? (patientMeans[0] ?? null) : t.estimate,
        t: isMissing(t.statistic)
          ? null
          : {
              statistic: t.statistic,
              df: t.degreesOfFreedom,
              pValue: pAsInR(t.pValue),
              confInt: limitsAsInR(t.interval),
            },
        wilcoxonP: pAsInR(signedRankTest(patientMeans, null).pValue),
      },
      bootstrap: {
        seed: bootSeed,
        B: bootB,
        se: bootstrap.standardError,
        confInt: limitsAsInR(bootstrap.interval),
        mean: bootstrap.mean,
      },
      naive: { tP: pAsInR(tTest(d, null).pValue), wilcoxonP: pAsInR(signedRankTest(d, null).pValue) },
    },
    warnings: sample.patientCount === 1 ? ['NaNs produced'] : [],
    error: null,
  };
}

type Clusters = ReturnType<typeof clusteredSample>;

function rosnerGlynnLee(sample: Clusters) {
  const { z, correlation, ...test } = rosnerGlynnLeeTest(sample, anyNumber);
  return {
    nObs: test.used,
    nClusters: test.patients,
    T: test.statistic,
    varT: test.variance,
    Z: z,
    pValue: pAsInR(test.pValue),
    pLess: mapped(z, (known) => normalPValue(known, 'less').p),
    pGreater: mapped(z, (known) => normalPValue(known, 'greater').p),
    balanced: whyMissing(correlation) === 'balanced',
    rho: mapped(correlation, ({ raw }) => raw),
    rhoCorrected: mapped(correlation, ({ corrected }) => corrected),
    varS: mapped(correlation, ({ rankVariance }) => rankVariance),
  };
}

function rosnerGlynnLeeExact(sample: Clusters) {
  const { statistic, pValue, less, greater } = exactRosnerGlynnLeeTest(sample);
  return { T: statistic, pValue: pAsInR(pValue), pLess: pAsInR(less), pGreater: pAsInR(greater) };
}

function cr2(sample: Clusters) {
  const result = clusterRobustMean(sample);
  const { standardError: se, degreesOfFreedom: df } = result;
  if (isMissing(result.pValue) && !isMissing(se)) return { se, df, ...withoutError(result.mean) };
  return { se, df, t: result.t, pValue: pAsInR(result.pValue), confInt: limitsAsInR(result.interval) };
}
