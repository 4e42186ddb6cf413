import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterRobustMean } from '#shared/statistics/cluster-robust-mean.ts';
import { clusterRobustSlope } from '#shared/statistics/cluster-robust-slope.ts';
import { clusteredKappa, ratingsOf } from '#shared/statistics/clustered-kappa.ts';
import { clusteredLimits } from '#shared/statistics/clustered-limits.ts';
import { clusteredMcNemarTest } from '#shared/statistics/clustered-mcnemar.ts';
import { clusteredDifference, clusteredProportion } from '#shared/statistics/clustered-proportion.ts';
import { clusteredRateRatio } from '#shared/statistics/clustered-rate-ratio.ts';
import { clusteredDifferences } from '#shared/statistics/clustered-sample.ts';
import { clusteredShare, clusteredShareDifference } from '#shared/statistics/clustered-share.ts';
import { concordanceCorrelation } from '#shared/statistics/concordance-correlation.ts';
import { dattaSattenTest } from '#shared/statistics/datta-satten.ts';
import { durkalskiTest } from '#shared/statistics/durkalski-test.ts';
import { effectSizeBootstrap } from '#shared/statistics/effect-size-bootstrap.ts';
import { isMissing, missing } from '#shared/statistics/figure.ts';
import { friedmanTest } from '#shared/statistics/friedman-test.ts';
import { intraclassCorrelations, intraclassWithinTables } from '#shared/statistics/intraclass-correlation.ts';
import { kappaWithinGroups } from '#shared/statistics/kappa-within-groups.ts';
import { deviationWithinGroups } from '#shared/statistics/limits-within-groups.ts';
import { metaAnalysis } from '#shared/statistics/meta-analysis.ts';
import { drawPatients } from '#shared/statistics/patient-draws.ts';
import { ratioInteraction } from '#shared/statistics/ratio-interaction.ts';
import { relativeDifference } from '#shared/statistics/relative-difference.ts';
import { rosnerGlynnLeeTest } from '#shared/statistics/rosner-glynn-lee.ts';
import { exactRosnerGlynnLeeTest } from '#shared/statistics/rosner-glynn-lee-exact.ts';
import { signTest } from '#shared/statistics/sign-test.ts';
import { conditionalSignedRankTest, prattTest } from '#shared/statistics/signed-rank-sensitivity.ts';
import { signedRankTest } from '#shared/statistics/signed-rank-test.ts';
import { signedRankTestWithInterval } from '#shared/statistics/signed-rank-test-with-interval.ts';
import { standardisedMeanDifference, tTest } from '#shared/statistics/t-test.ts';
import { yangTest } from '#shared/statistics/yang-test.ts';

/** Two columns with the patient of each row. */
interface Rows {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly patients: readonly number[];
}

/** Few different values and few patients, so that ties, zeros, constant columns and perfect agreement are common. */
const rows: fc.Arbitrary<Rows> = fc
  .record({ most: fc.constantFrom(0, 1, 2, 9), patients: fc.integer({ min: 1, max: 9 }) })
  .chain(({ most, patients }) =>
    fc.array(fc.tuple(fc.nat(most), fc.nat(most), fc.integer({ min: 1, max: patients })), { maxLength: 14 }),
  )
  .map((all) => ({
    x: all.map(([x]) => x),
    y: all.map(([, y]) => y),
    patients: all.map(([, , patient]) => patient),
  }));

const differences = ({ x, y, patients }: Rows) => clusteredDifferences(x, y, patients);
const present = ({ x, y }: Rows) => x.map((count, row) => Math.max(count, y[row] ?? 0));
const oneAtLeast = (count: number) => Math.max(1, count);
const MOST_CATEGORIES = 10;
const ratings = ({ x, y, patients }: Rows) =>
  x.map((first, row) => ({ first, second: y[row] ?? 0, patient: patients[row] ?? 0 }));

const STATISTICS: Readonly<Record<string, (rows: Rows) => object>> = {
  'the signed rank test': ({ x, y }) => signedRankTest(x, y),
  'the signed rank test with its interval': ({ x, y }) => signedRankTestWithInterval(x, y),
  'its exact law with ties': ({ x, y }) => conditionalSignedRankTest(x, y),
  'Pratt’s test': ({ x, y }) => prattTest(x, y),
  'the sign test': ({ x, y }) => signTest(x, y),
  'the t test': ({ x, y }) => tTest(x, y),
  'the standardised difference': ({ x, y }) => standardisedMeanDifference(x, y),
  'the relative difference': ({ x, y }) => relativeDifference(x, y),
  'Rosner, Glynn and Lee’s test': (given) => rosnerGlynnLeeTest(differences(given)),
  'their exact test': (given) => exactRosnerGlynnLeeTest(differences(given)),
  'Datta and Satten’s test': (given) => dattaSattenTest(differences(given)),
  'the cluster-robust mean': (given) => clusterRobustMean(differences(given)),
  'the limits of agreement': (given) => clusteredLimits(differences(given)),
  'the effect sizes': (given) => {
    const sample = differences(given);
    return effectSizeBootstrap(sample, drawPatients(sample.patientCount, 1, 40));
  },
  'the slope': (given) => clusterRobustSlope(given.x, differences(given)),
  'the intraclass correlations': ({ x, y }) =>
    intraclassCorrelations(x.map((value, row) => [value, y[row] ?? 0])),
  'the intraclass correlations within tables': ({ x, y, patients }) =>
    intraclassWithinTables(
      [...Map.groupBy(patients.keys(), (row) => (patients[row] ?? 0) % 3).values()].map((rows) =>
        rows.map((row) => [x[row] ?? 0, y[row] ?? 0]),
      ),
    ),
  'the scatter within groups': (given) => ({
    deviation: deviationWithinGroups([differences(given), differences({ ...given, y: given.x })]),
  }),
  'κ within groups': (given) => kappaWithinGroups([ratings(given), ratings(given)], MOST_CATEGORIES),
  'the concordance': ({ x, y }) => concordanceCorrelation(x, y),
  'the Friedman test': ({ x, y }) => friedmanTest([x, y, x]),
  'the detection rate': (given) => clusteredProportion(given.y, present(given)),
  'the difference of rates': (given) => clusteredDifference(given.x, given.y, present(given)),
  'the rate ratio': ({ x, y }) => clusteredRateRatio(x, y),
  'the interaction of two groups with the rate ratio': ({ x, y }) =>
    ratioInteraction(
      [0, 1].map((group) => ({
        first: x.filter((_, row) => row % 2 === group),
        second: y.filter((_, row) => row % 2 === group),
      })),
      { seed: 1, replicates: 20 },
    ),
  'McNemar’s test': ({ x, y }) => clusteredMcNemarTest(x, y),
  'the share of listed lesions': (all) => clusteredShare(all.x, present(all)),
  'the difference of two such shares': (all) => clusteredShareDifference(all.x, all.y, present(all)),
  'Durkalski’s test': (all) => durkalskiTest(all.x, all.y, present(all).map(oneAtLeast)),
  'Yang’s test': (all) => yangTest(all.x, all.y, present(all).map(oneAtLeast)),
  κ: (given) => clusteredKappa(ratingsOf(ratings(given)), MOST_CATEGORIES),
  'κ with weights': (given) => clusteredKappa(ratingsOf(ratings(given)), MOST_CATEGORIES, 'quadratic'),
  'the pooled centres': ({ x, y }) =>
    metaAnalysis(x.map((effect, row) => ({ effect, variance: 1 + (y[row] ?? 0) }))),
};

type Found = readonly [path: string, value: unknown];

/** What a record holds, by its place in it; a figure that is missing is one thing, with its reason. */
function* foundIn(value: unknown, path = ''): Generator<Found> {
  if (typeof value !== 'object' || value === null || isMissing(value)) yield [path, value];
  else for (const [key, inner] of Object.entries(value)) yield* foundIn(inner, `${path}.${key}`);
}

/** Numbers that are not finite, and undefined and null, which a record may not hold. */
const isWrong = ([, value]: Found): boolean =>
  value === undefined || value === null || (typeof value === 'number' && !Number.isFinite(value));

describe.each(Object.entries(STATISTICS))('%s', (_, statistic) => {
  it('gives finite figures of any rows, or a reason', () => {
    const missingSomewhere = new Set<string>();
    const known = new Set<string>();
    fc.assert(
      fc.property(rows, (given) => {
        const found = [...foundIn(statistic(given))];
        expect(found.filter(isWrong)).toEqual([]);
        for (const [path, value] of found) (isMissing(value) ? missingSomewhere : known).add(path);
      }),
      { numRuns: 1_000 },
    );
    expect(known).not.toEqual(new Set());
    // A figure that is missing whatever the rows would pass, too.
    const neverKnown = [...missingSomewhere].filter(
      (path) => ![...known].some((place) => place === path || place.startsWith(`${path}.`)),
    );
    expect(neverKnown).toEqual([]);
  });
});

describe('the large-sample Rosner–Glynn–Lee test', () => {
  it('has no value where every difference is the same and the patients have unlike numbers of them', () => {
    const same = { x: [2, 2, 2, 2, 2, 2, 2], y: [1, 1, 1, 1, 1, 1, 1], patients: [1, 1, 2, 3, 4, 5, 6] };
    expect(rosnerGlynnLeeTest(differences(same))).toMatchObject({
      z: missing('no_variation'),
      pValue: missing('no_variation'),
      correlation: missing('no_variation'),
    });
  });
});
