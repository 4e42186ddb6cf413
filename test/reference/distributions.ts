import * as z from 'zod';
import { chiSquaredPValue } from '#shared/statistics/chi-squared-distribution.ts';
import { fQuantile, fUpperTail } from '#shared/statistics/f-distribution.ts';
import { isMissing } from '#shared/statistics/figure.ts';
import { logGamma } from '#shared/statistics/log-gamma.ts';
import { normalPValue } from '#shared/statistics/normal-distribution.ts';
import { normalQuantile } from '#shared/statistics/normal-quantile.ts';
import type { PValue } from '#shared/statistics/outcome.ts';
import { signedRankLaw, signedRankQuantile } from '#shared/statistics/signed-rank-distribution.ts';
import { studentTPValue, studentTQuantile } from '#shared/statistics/student-t-distribution.ts';
import { type Answer, answered, noArguments } from './answer.ts';
import type { ReferenceCase } from './fixtures.ts';
import { numbers } from './numbers.ts';

const df = z.number();
const twoSided = (results: readonly PValue[]) => ({
  pTwoSided: results.map(({ p }) => p),
  log10P: results.map(({ log10P }) => log10P),
});

/** Each function of R that the files ask for, by the call that they name. */
const functions: Readonly<Record<string, (input: unknown) => unknown>> = {
  '2*pt(-|t|,df)': (input) => {
    const { t, df: v } = z.strictObject({ t: numbers, df }).parse(input);
    return twoSided(t.map((value) => studentTPValue(value, v)));
  },
  '2*pnorm(-z)': (input) => {
    const { z: values } = z.strictObject({ z: numbers }).parse(input);
    return twoSided(values.map((value) => normalPValue(value)));
  },
  'qnorm(p)': (input) => {
    const { p } = z.strictObject({ p: numbers }).parse(input);
    return { q: p.map(normalQuantile) };
  },
  'qt(p,df)': (input) => {
    const { p, df: v } = z.strictObject({ p: numbers, df }).parse(input);
    return { q: p.map((probability) => studentTQuantile(probability, v)) };
  },
  'pchisq(x,df,lower=FALSE)': (input) => {
    const { x, df: v } = z.strictObject({ x: numbers, df }).parse(input);
    const results = x.map((value) => chiSquaredPValue(value, v));
    return { upper: results.map(({ p }) => p), log10Upper: results.map(({ log10P }) => log10P) };
  },
  'pf(x,df1,df2,lower=FALSE)': (input) => {
    const { x, df1, df2 } = z.strictObject({ x: numbers, df1: df, df2: df }).parse(input);
    return { upper: x.map((value) => fUpperTail(value, df1, df2)) };
  },
  'qf(p,df1,df2)': (input) => {
    const { p, df1, df2 } = z.strictObject({ p: numbers, df1: df, df2: df }).parse(input);
    return { q: p.map((probability) => fQuantile(probability, df1, df2)) };
  },
  'psignrank(q,n), upper tail, qsignrank': signedRankGrid,
  'lgamma(x)': (input) => {
    const { x } = z.strictObject({ x: numbers }).parse(input);
    return { value: x.map(logGamma) };
  },
};

function signedRankGrid(input: unknown): unknown {
  const { q, n } = z.strictObject({ q: numbers, n: z.number().int() }).parse(input);
  const law = signedRankLaw(n);
  if (isMissing(law)) return null;
  return {
    lower: q.map(law.atMost),
    upper: q.map((value) => law.atLeast(value + 1)),
    quantiles025: signedRankQuantile(law, 0.025),
    quantiles005: signedRankQuantile(law, 0.005),
    quantiles05: signedRankQuantile(law, 0.05),
  };
}

export function distributions({ call, input, args }: ReferenceCase): Answer {
  noArguments.parse(args);
  const ask = functions[call];
  if (ask === undefined) throw new Error(`unknown call: ${call}`);
  return answered(ask(input));
}
