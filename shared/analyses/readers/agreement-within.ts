import type { Intraclass, LimitsOfAgreement } from '#shared/analyses/measures/agreement-columns.ts';
import { agreementOf } from '#shared/analyses/measures/agreement-figures.ts';
import type { ReasonCode } from '#shared/publication/reasons.ts';
import {
  type ClusteredKappa,
  clusteredKappa,
  type Rating,
  ratingsOf,
} from '#shared/statistics/clustered-kappa.ts';
import { clusteredDifferences } from '#shared/statistics/clustered-sample.ts';
import type { KappaWeights } from '#shared/statistics/cohen-kappa.ts';
import { type Figure, missing } from '#shared/statistics/figure.ts';
import { intraclassWithinTables } from '#shared/statistics/intraclass-correlation.ts';
import { kappaWithinGroups } from '#shared/statistics/kappa-within-groups.ts';
import { deviationWithinGroups } from '#shared/statistics/limits-within-groups.ts';
import type { Interval, PValue } from '#shared/statistics/outcome.ts';

/** A number that two readers of one centre give, null where one gives none; and whose. */
export interface NumberOfTwo {
  readonly first: number | null;
  readonly second: number | null;
  readonly patient: number;
}

export interface NumberAgreement extends LimitsOfAgreement, Intraclass {
  readonly n: number;
  readonly patients: number;
}

/**
 * How far readers agree on numbers, given by each two of them. Of two readers these are their own figures. Of several
 * such pairs of readers they are what stays within each, added up: "first" and "second" are then no persons, so that there is a
 * scatter but no bias and no limit.
 */
export function numberAgreement(twos: readonly (readonly NumberOfTwo[])[]): NumberAgreement {
  const [only] = twos;
  if (twos.length === 1 && only !== undefined) {
    const { first, second, patients } = columnsOf(only);
    return agreementOf(first, second, patients);
  }
  const complete = twos.map((rows) => rows.filter(({ first, second }) => first !== null && second !== null));
  const patients = new Set(complete.flat().map(({ patient }) => patient)).size;
  const icc = intraclassWithinTables(
    complete.map((rows) => rows.map(({ first, second }) => [first, second])),
  );
  const standardDeviation = deviationWithinGroups(
    complete
      .map(columnsOf)
      .map((columns) => clusteredDifferences(columns.first, columns.second, columns.patients)),
  );
  const nobodysOwn = missing('several_reader_pairs');
  return {
    n: complete.flat().length,
    patients,
    bias: { mean: nobodysOwn, interval: nobodysOwn },
    relativeBias: { meanPercent: nobodysOwn },
    limits: {
      standardDeviation,
      limits: nobodysOwn,
      lowerLimitInterval: nobodysOwn,
      upperLimitInterval: nobodysOwn,
    },
    agreement: icc.agreement,
    consistency: icc.consistency,
  };
}

const columnsOf = (rows: readonly NumberOfTwo[]) => ({
  first: rows.map(({ first }) => first),
  second: rows.map(({ second }) => second),
  patients: rows.map(({ patient }) => patient),
});

export interface CategoryAgreement
  extends Pick<ClusteredKappa, 'n' | 'patients' | 'observed' | 'kappa' | 'interval'> {
  /** As if every rating were of another patient: of two readers only. */
  readonly plain: {
    readonly interval: Figure<Interval, ReasonCode>;
    readonly pValue: Figure<PValue, ReasonCode>;
  };
}

/** The same of categories, 0 … categories − 1, in their order where they are weighted. */
export function categoryAgreement(
  twos: readonly (readonly Rating[])[],
  categories: number,
  weights: KappaWeights = 'unweighted',
): CategoryAgreement {
  const [only] = twos;
  if (twos.length === 1 && only !== undefined) return clusteredKappa(ratingsOf(only), categories, weights);
  const nobodysOwn = missing('several_reader_pairs');
  return {
    ...kappaWithinGroups(twos, categories, weights),
    plain: { interval: nobodysOwn, pValue: nobodysOwn },
  };
}
