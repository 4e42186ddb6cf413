import { expect } from 'vitest';
import { isMissing } from '#shared/statistics/figure.ts';
import { notCoveredFields } from './not-covered.ts';
import { symbols } from './numbers.ts';
import tolerances from './tolerances.json' with { type: 'json' };

const { relative, absolute, smallestNormal } = tolerances;

/**
 * Fields that hold probabilities: compared by relative error alone, so that a deep tail counts as much as 0.5. An answer
 * that is a plain list, without any field, is one of adjusted p-values.
 */
const probability = new RegExp(tolerances.probability);

export interface Expectation {
  readonly kind: string;
  readonly tolerances: Readonly<Record<string, number>>;
}

/** Checks every field that R gives; a field that the answer lacks fails, unless `not-covered.ts` lists it. */
export function compare(
  expected: unknown,
  actual: unknown,
  how: Expectation,
  path: readonly string[] = [],
): void {
  if (notCoveredFields[how.kind]?.includes(path.join('.'))) return;
  const where = path.join('.') || 'result';
  if (Array.isArray(expected)) {
    const values = actual instanceof Float64Array ? Array.from(actual) : actual;
    if (!Array.isArray(values)) throw new Error(`${where} is not a list`);
    expect(values.length, `length of ${where}`).toBe(expected.length);
    for (const [index, value] of expected.entries()) compareItem(value, values[index], how, path, index);
    return;
  }
  if (typeof expected === 'object' && expected !== null) {
    expect(typeof actual, `${where} is a record`).toBe('object');
    for (const [key, value] of Object.entries(expected)) {
      const inner = [...path, key];
      if (notCoveredFields[how.kind]?.includes(inner.join('.'))) continue;
      expect(actual, `${where} has ${key}`).toHaveProperty([key]);
      compare(value, Reflect.get(Object(actual), key), how, inner);
    }
    return;
  }
  compareScalar(expected, actual, how, path, where);
}

function compareItem(
  value: unknown,
  actual: unknown,
  how: Expectation,
  path: readonly string[],
  index: number,
) {
  if (typeof value === 'object' && value !== null) compare(value, actual, how, path);
  else compareScalar(value, actual, how, path, `${path.join('.')}[${index}]`);
}

function compareScalar(
  expected: unknown,
  answer: unknown,
  how: Expectation,
  path: readonly string[],
  where: string,
): void {
  const actual = isMissing(answer) ? null : answer;
  const target = typeof expected === 'string' ? (symbols[expected] ?? expected) : expected;
  if (typeof target !== 'number' || Number.isNaN(target)) {
    // NA and NaN are the same to the product: a figure that does not exist, whatever its reason.
    expect(actual, where).toEqual(typeof target === 'number' ? null : target);
    return;
  }
  expect(typeof actual, `${where} is a number (${String(actual)}), R has ${target}`).toBe('number');
  if (typeof actual !== 'number' || actual === target) return;
  const field = path.at(-1) ?? '';
  // Below the normal doubles a p-value has lost its digits, or is 0; the logarithm beside it is what counts there.
  if (probability.test(field) && Math.max(Math.abs(target), Math.abs(actual)) < smallestNormal) return;
  const override = path.map((part) => how.tolerances[part]).find((tolerance) => tolerance !== undefined);
  const margin =
    override !== undefined
      ? override * Math.max(1, Math.abs(target))
      : relative * Math.abs(target) + (probability.test(field) ? 0 : absolute);
  expect(Math.abs(actual - target), `${where} is ${actual}, R has ${target}`).toBeLessThanOrEqual(margin);
}
