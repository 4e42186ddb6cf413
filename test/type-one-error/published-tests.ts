import { logRateRatio, meanDifference, pool } from '#shared/analyses/centres/centre-effects.ts';
import { agreementOf } from '#shared/analyses/measures/agreement-figures.ts';
import { interactionOf } from '#shared/analyses/subgroups/interaction.ts';
import { THESIS_SETTINGS } from '#shared/protocol/study-settings.ts';
import { clusterRobustMean } from '#shared/statistics/cluster-robust-mean.ts';
import { clusteredKappa, ratingsOf } from '#shared/statistics/clustered-kappa.ts';
import { clusteredMcNemarTest, type McNemarTest } from '#shared/statistics/clustered-mcnemar.ts';
import { clusteredRateRatio } from '#shared/statistics/clustered-rate-ratio.ts';
import {
  type ClusteredSample,
  clusteredDifferences,
  clusteredSample,
  clusterSums,
} from '#shared/statistics/clustered-sample.ts';
import type { KappaWeights } from '#shared/statistics/cohen-kappa.ts';
import { dattaSattenTest } from '#shared/statistics/datta-satten.ts';
import { durkalskiTest } from '#shared/statistics/durkalski-test.ts';
import { type Figure, isMissing, mapped } from '#shared/statistics/figure.ts';
import { friedmanTest } from '#shared/statistics/friedman-test.ts';
import { fixedReaders, randomReaders } from '#shared/statistics/obuchowski-rockette.ts';
import type { PValue } from '#shared/statistics/outcome.ts';
import { adjustPValues } from '#shared/statistics/p-value-adjustment.ts';
import { rosnerGlynnLeeTest } from '#shared/statistics/rosner-glynn-lee.ts';
import { exactRosnerGlynnLeeTest } from '#shared/statistics/rosner-glynn-lee-exact.ts';
import { signTest } from '#shared/statistics/sign-test.ts';
import { conditionalSignedRankTest, prattTest } from '#shared/statistics/signed-rank-sensitivity.ts';
import { signedRankTest } from '#shared/statistics/signed-rank-test.ts';
import { tTest } from '#shared/statistics/t-test.ts';
import { yangTest } from '#shared/statistics/yang-test.ts';
import { shownByOneAlone } from './null-lesions.ts';
import { CATEGORIES, type NullStudy } from './null-study.ts';
import { areasOf, type RatedOnBoth } from './rated-lesions.ts';

type P = Figure<PValue>;

/** A p of the published tables, by the name of its column. */
export interface PublishedTest {
  readonly column: string;
  /** Of counts, by pair; of diameters, by lesion; of ratings; of lesions listed one by one; of the confidence in them. */
  readonly of: 'counts' | 'diameters' | 'ratings' | 'listed' | 'confidence';
  /** The smallest of a family's adjusted p; the p itself where there is no family. Null where no p is given. */
  readonly pOf: (study: NullStudy) => number | null;
}

const known = (p: P): number | null => (isMissing(p) ? null : p.p);

type Compare = (first: Float64Array, second: Float64Array, sample: ClusteredSample) => P;
/** The tests of two columns that count-tests, side-tests, measure-tests and sensitivity have. */
const PAIRED: Readonly<Record<string, Compare>> = {
  cluster_p: (_, __, sample) => exactRosnerGlynnLeeTest(sample).pValue,
  rgl_exact_p: (_, __, sample) => exactRosnerGlynnLeeTest(sample).pValue,
  rgl_p: (_, __, sample) => rosnerGlynnLeeTest(sample).pValue,
  datta_satten_p: (_, __, sample) => dattaSattenTest(sample).pValue,
  cr2_p: (_, __, sample) => clusterRobustMean(sample).pValue,
  wilcoxon_p: (first, second) => signedRankTest(first, second).pValue,
  t_p: (first, second) => tTest(first, second).pValue,
  exact_p: (first, second) => conditionalSignedRankTest(first, second).pValue,
  pratt_p: (first, second) => prattTest(first, second).pValue,
  sign_p: (first, second) => signTest(first, second).pValue,
};

const none = new Float64Array();
const column = ({ counts }: NullStudy, position: number) => counts[position] ?? none;

const paired = Object.entries(PAIRED).flatMap(([name, compare]): readonly PublishedTest[] => [
  {
    column: name,
    of: 'counts',
    pOf: (study) => known(compared(compare, study, 0, 1)),
  },
  {
    column: name,
    of: 'diameters',
    pOf: ({ diameters: [first, second], patientOfLesion }) =>
      known(compare(first, second, clusteredDifferences(first, second, patientOfLesion))),
  },
]);

function compared(compare: Compare, study: NullStudy, one: number, other: number): P {
  const [first, second] = [column(study, one), column(study, other)];
  return compare(first, second, clusteredDifferences(first, second, study.patientOfPair));
}

/** Wrong about any of the fifteen comparisons: what the adjustment is to prevent. */
const families = ['wilcoxon_p', 't_p', 'cluster_p'].flatMap((name) =>
  (['holm', 'bh'] as const).map(
    (short): PublishedTest => ({
      column: `${name}_${short}`,
      of: 'counts',
      pOf: (study) => {
        const compare = PAIRED[name];
        if (compare === undefined) return null;
        const pValues = study.counts.flatMap((_, one) =>
          study.counts
            .slice(one + 1)
            .map((__, further) => mapped(compared(compare, study, one, one + 1 + further), ({ p }) => p)),
        );
        const adjusted = adjustPValues(pValues, short === 'holm' ? 'holm' : 'benjamini-hochberg');
        return Math.min(...adjusted.map((p) => (isMissing(p) ? 1 : p)));
      },
    }),
  ),
);

const perPatient = (study: NullStudy, position: number) =>
  clusterSums(clusteredSample(column(study, position), study.patientOfPair));

const kappaTest = (name: string, weights: KappaWeights): PublishedTest => ({
  column: name,
  of: 'ratings',
  pOf: ({ ratings }) => known(clusteredKappa(ratingsOf(ratings), CATEGORIES, weights).plain.pValue),
});

/** Four centres of patients one after another, and the heterogeneity of their effects. */
function heterogeneity(study: NullStudy, effectOf: ReturnType<typeof meanDifference>): number | null {
  const centres = 4;
  const effects = Array.from({ length: centres }, (_, centre) => {
    const own = (_value: number, pair: number) =>
      Math.floor((centres * (study.patientOfPair[pair] ?? 0)) / study.patients) === centre;
    return effectOf({
      group: { kind: 'centre', name: String(centre), centres: [String(centre)] },
      first: column(study, 0).filter(own),
      second: column(study, 1).filter(own),
      patients: study.patientOfPair.filter(own),
      patientCount: study.patients / centres,
    });
  }).filter(({ interval }) => !isMissing(interval));
  const pooled = pool(effects, THESIS_SETTINGS);
  return isMissing(pooled) ? null : known(pooled.heterogeneity.pValue);
}

/** Patients who take turns in two levels, and whether the ratios of these differ. */
function interaction(study: NullStudy): number | null {
  const [first, second] = [perPatient(study, 0), perPatient(study, 1)];
  const levels = [0, 1].map((level) => {
    const own = (_total: number, patient: number) => patient % 2 === level;
    return { first: first.filter(own), second: second.filter(own) };
  });
  const { p } = interactionOf(levels);
  return isMissing(p) ? null : p;
}

type LesionTest = (onlyFirst: Float64Array, onlySecond: Float64Array, present: Float64Array) => McNemarTest;

// It does not look at how many lesions there are.
const obuchowskiTest: LesionTest = (onlyFirst, onlySecond) => clusteredMcNemarTest(onlyFirst, onlySecond);

const listedTest = (name: string, test: LesionTest): PublishedTest => ({
  column: name,
  of: 'listed',
  pOf: ({ listed }) => known(ofLesions(test, listed, 0, 1)),
});

const ofLesions = (test: LesionTest, listed: NullStudy['listed'], one: number, other: number): P =>
  test(shownByOneAlone(listed, one, other), shownByOneAlone(listed, other, one), listed.present).pValue;

/** Wrong about any of the fifteen comparisons. */
const listedFamily = (short: 'holm' | 'bh'): PublishedTest => ({
  column: `obuchowski_p_${short}`,
  of: 'listed',
  pOf: ({ listed }) => {
    const pValues = listed.seen.flatMap((_, one) =>
      listed.seen
        .slice(one + 1)
        .map((__, further) =>
          mapped(ofLesions(obuchowskiTest, listed, one, one + 1 + further), ({ p }) => p),
        ),
    );
    const adjusted = adjustPValues(pValues, short === 'holm' ? 'holm' : 'benjamini-hochberg');
    return Math.min(...adjusted.map((p) => (isMissing(p) ? 1 : p)));
  },
});

const ofAreas = (study: readonly RatedOnBoth[], law: typeof fixedReaders) => {
  const read = areasOf(study, law);
  return known(isMissing(read) ? read : read.difference.pValue);
};

/** Every p that is published, primary test first; `type-one-error.test.ts` holds the list to the tables. */
export const PUBLISHED_TESTS: readonly PublishedTest[] = [
  ...paired,
  ...families,
  {
    column: 'rate_ratio_p',
    of: 'counts',
    pOf: (study) => known(clusteredRateRatio(perPatient(study, 0), perPatient(study, 1)).pValue),
  },
  {
    column: 'mcnemar_p',
    of: 'counts',
    pOf: (study) => known(clusteredMcNemarTest(perPatient(study, 0), perPatient(study, 1)).pValue),
  },
  {
    column: 'friedman_p',
    of: 'counts',
    pOf: (study) => known(friedmanTest(study.counts).pValue),
  },
  {
    column: 'slope_p',
    of: 'diameters',
    pOf: ({ diameters: [first, second], patientOfLesion }) =>
      known(agreementOf(first, second, patientOfLesion).slope.pValue),
  },
  kappaTest('kappa_plain_p', 'unweighted'),
  kappaTest('kappa_linear_plain_p', 'linear'),
  kappaTest('kappa_quadratic_plain_p', 'quadratic'),
  { column: 'q_p', of: 'counts', pOf: (study) => heterogeneity(study, meanDifference(1)) },
  { column: 'q_p (log ratio)', of: 'counts', pOf: (study) => heterogeneity(study, logRateRatio) },
  { column: 'interaction_p', of: 'counts', pOf: interaction },
  listedTest('obuchowski_p', obuchowskiTest),
  listedFamily('holm'),
  listedFamily('bh'),
  listedTest('durkalski_p', durkalskiTest),
  listedTest('yang_p', yangTest),
  { column: 'difference_p', of: 'confidence', pOf: ({ rated }) => ofAreas(rated.one, fixedReaders) },
  {
    column: 'difference_p (two readers)',
    of: 'confidence',
    pOf: ({ rated }) => ofAreas(rated.two, randomReaders),
  },
];
