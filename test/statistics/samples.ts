import fc from 'fast-check';

/** Lesion counts of a pair on one sequence: small whole numbers, many ties and zeros. */
export const count = fc.integer({ min: 0, max: 15 });

/** Diameters in tenths of a millimetre. */
export const tenths = fc.integer({ min: 50, max: 900 });

/** Paired columns of the same length. */
export function columns(value: fc.Arbitrary<number>, minLength = 1, maxLength = 80) {
  return fc
    .array(fc.tuple(value, value), { minLength, maxLength })
    .map((rows) => ({ x: rows.map(([first]) => first), y: rows.map(([, second]) => second) }));
}

/** Distinct |differences|, none zero: what R's exact branch needs. */
export function untied(minLength = 1, maxLength = 12) {
  return fc
    .uniqueArray(fc.integer({ min: 1, max: 2000 }), { minLength, maxLength })
    .chain((sizes) =>
      fc
        .array(fc.boolean(), { minLength: sizes.length, maxLength: sizes.length })
        .map((signs) => sizes.map((size, index) => (signs[index] === true ? size : -size))),
    );
}

/** Every choice of signs of n values, as arrays of +1 and −1. */
export function* signChoices(n: number): Generator<readonly number[]> {
  for (let bits = 0; bits < 2 ** n; bits += 1) {
    yield Array.from({ length: n }, (_, index) => ((bits >> index) & 1 ? 1 : -1));
  }
}
