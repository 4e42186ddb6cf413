import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterRobustMean } from '#shared/statistics/cluster-robust-mean.ts';
import {
  type ClusteredSample,
  clusteredDifferences,
  clusteredSample,
} from '#shared/statistics/clustered-sample.ts';
import { dattaSattenTest } from '#shared/statistics/datta-satten.ts';
import { type Figure, isMissing, mapped, missing } from '#shared/statistics/figure.ts';
import type { PValue } from '#shared/statistics/outcome.ts';
import { patientBootstrap } from '#shared/statistics/patient-bootstrap.ts';
import { drawPatients } from '#shared/statistics/patient-draws.ts';
import { rosnerGlynnLeeTest } from '#shared/statistics/rosner-glynn-lee.ts';
import { exactRosnerGlynnLeeTest } from '#shared/statistics/rosner-glynn-lee-exact.ts';
import { signedRankTest } from '#shared/statistics/signed-rank-test.ts';
import { tTest } from '#shared/statistics/t-test.ts';
import { known } from './known.ts';
import { signChoices, untied } from './samples.ts';

const rows = fc
  .array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 12 })), {
    minLength: 8,
    maxLength: 60,
  })
  .map((pairs) => ({
    d: pairs.map(([value]) => value),
    id: pairs.map(([, patient]) => `centre/${patient}`),
  }));

const sampleOf = ({ d, id }: { d: readonly number[]; id: readonly string[] }) => clusteredSample(d, id);

describe('a clustered sample', () => {
  it('numbers patients in order of first appearance, whatever they are called, without those of no value', () => {
    const gap = fc.constantFrom(1, null);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), gap)), (pairs) => {
        const values = pairs.map(([, value]) => value);
        const named = pairs.map(([patient]) => `centre/${patient}`);
        const present = named.filter((_, row) => values[row] !== null);
        const order = [...new Set(present)];
        const expected = present.map((name) => order.indexOf(name));
        const codes = Uint32Array.from(pairs, ([patient]) => patient);
        for (const sample of [clusteredSample(values, named), clusteredSample(values, codes)]) {
          expect([...sample.patients]).toEqual(expected);
          expect(sample.patientCount).toBe(order.length);
        }
      }),
    );
  });
});

const tests: readonly (readonly [
  string,
  (sample: ClusteredSample) => { readonly pValue: Figure<PValue> },
])[] = [
  ['the exact Rosner–Glynn–Lee test', exactRosnerGlynnLeeTest],
  ['the large-sample Rosner–Glynn–Lee test', rosnerGlynnLeeTest],
  ['the Datta–Satten test', dattaSattenTest],
  ['the cluster-robust mean', clusterRobustMean],
];

const close = (actual: Figure, expected: Figure) => {
  if (isMissing(expected)) expect(actual).toEqual(expected);
  else expect(known(actual)).toBeCloseTo(expected, 9);
};

const pOf = ({ pValue }: { readonly pValue: Figure<PValue> }): Figure => mapped(pValue, ({ p }) => p);

describe.each(tests)('%s', (_name, test) => {
  it('does not depend on the order of the rows, nor on the names of the patients', () => {
    fc.assert(
      fc.property(rows, ({ d, id }) => {
        const renamed = id.toReversed().map((name) => `other-${name}`);
        close(pOf(test(clusteredSample(d.toReversed(), renamed))), pOf(test(clusteredSample(d, id))));
      }),
    );
  });

  it('has the same p when the two columns change places, and in another unit', () => {
    fc.assert(
      fc.property(rows, ({ d, id }) => {
        const of = (change: (value: number) => number) => pOf(test(clusteredSample(d.map(change), id)));
        const p = of((value) => value);
        close(
          of((value) => -value),
          p,
        );
        close(
          of((value) => value * 8),
          p,
        );
      }),
    );
  });

  it('gives a p between 0 and 1, or none', () => {
    fc.assert(
      fc.property(rows, (data) => {
        const p = pOf(test(sampleOf(data)));
        fc.pre(!isMissing(p));
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('clustered tests', () => {
  it('are the plain ones when every patient has one pair', () => {
    fc.assert(
      fc.property(untied(7, 14), (differences) => {
        const alone = clusteredSample(
          differences,
          differences.map((_, index) => index),
        );
        close(pOf(exactRosnerGlynnLeeTest(alone)), pOf(signedRankTest(differences, null)));
        const plain = tTest(differences, null);
        close(pOf(clusterRobustMean(alone)), pOf(plain));
        close(clusterRobustMean(alone).degreesOfFreedom, plain.degreesOfFreedom);
      }),
    );
  });

  it('are not moved by a zero difference where zeros are dropped', () => {
    fc.assert(
      fc.property(rows, ({ d, id }) => {
        const withZero = clusteredSample([...d, 0], [...id, 'centre/new']);
        expect(exactRosnerGlynnLeeTest(withZero)).toEqual(exactRosnerGlynnLeeTest(sampleOf({ d, id })));
        expect(rosnerGlynnLeeTest(withZero)).toEqual(rosnerGlynnLeeTest(sampleOf({ d, id })));
      }),
    );
  });

  it('count every choice of the patients’ signs where they are exact', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: 1, max: 7 })), {
          minLength: 3,
          maxLength: 18,
        }),
        (pairs) => {
          const sample = clusteredSample(
            pairs.map(([value]) => value),
            pairs.map(([, patient]) => patient),
          );
          const test = exactRosnerGlynnLeeTest(sample);
          fc.pre(!isMissing(test.statistic));
          const used = pairs.filter(([value]) => value !== 0);
          const sizes = used.map(([value]) => Math.abs(value));
          const midrank = (size: number) =>
            sizes.filter((other) => other < size).length +
            (sizes.filter((other) => other === size).length + 1) / 2;
          const sums = new Map<number, number>();
          for (const [value, patient] of used) {
            sums.set(patient, (sums.get(patient) ?? 0) + Math.sign(value) * midrank(Math.abs(value)));
          }
          const totals = [...signChoices(sums.size)].map((signs) =>
            [...sums.values()].reduce((total, part, index) => total + part * (signs[index] ?? 0), 0),
          );
          const share = (holds: (total: number) => boolean) => totals.filter(holds).length / totals.length;
          const observed = test.statistic;
          expect(known(test.less).p).toBeCloseTo(
            share((total) => total <= observed),
            12,
          );
          expect(known(test.greater).p).toBeCloseTo(
            share((total) => total >= observed),
            12,
          );
        },
      ),
    );
  });

  it('keep back their normal approximation below six patients', () => {
    const few = clusteredSample([1, 2, 3, 4, 5, 7], [1, 2, 3, 4, 5, 5]);
    const heldBack = { pValue: missing('too_few_patients'), z: missing('too_few_patients') };
    expect(rosnerGlynnLeeTest(few)).toMatchObject(heldBack);
    expect(dattaSattenTest(few)).toMatchObject(heldBack);
    expect(pOf(exactRosnerGlynnLeeTest(few))).toBeCloseTo(2 / 2 ** 5, 12);
  });

  it('say why there is no p', () => {
    const none = clusteredDifferences([null], [1], ['a']);
    const zeros = clusteredDifferences([1, 2], [1, 2], ['a', 'b']);
    const one = clusteredDifferences([1, 2], [0, 0], ['a', 'a']);
    for (const [, test] of tests) {
      expect(test(none).pValue).toEqual(missing('no_observation'));
      expect(test(zeros).pValue).toEqual(missing('all_zero'));
    }
    expect(clusterRobustMean(one)).toMatchObject({ mean: 1.5, pValue: missing('too_few_patients') });
  });
});

describe('the patient bootstrap', () => {
  it('gives the same limits for the same seed, around the mean', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 2147483646 }), (data, seed) => {
        const sample = sampleOf(data);
        const draws = () => drawPatients(sample.patientCount, seed, 200);
        const first = patientBootstrap(sample, draws());
        expect(patientBootstrap(sample, draws())).toEqual(first);
        expect(known(first.interval).lower).toBeLessThanOrEqual(known(first.mean));
        expect(known(first.interval).upper).toBeGreaterThanOrEqual(known(first.mean));
      }),
    );
  });
});
