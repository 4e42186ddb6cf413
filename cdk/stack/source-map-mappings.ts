/**
 * Where code of a bundle comes from, from its column until the next segment: the column, then number of the source, line and column
 * in it, then, where it has one, number of the name. A column alone: it is not known.
 */
export type Segment = readonly number[];

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BITS = 5;
const CONTINUES = 1 << BITS;

/**
 * The segments of each line, from the field `mappings` of a source map: every number is written as what it is more than the one
 * before it of its kind, of columns in the bundle within the line (https://tc39.es/ecma426/#sec-mappings).
 */
export function segmentsOfLines(mappings: string): readonly (readonly Segment[])[] {
  const before = [0, 0, 0, 0, 0];
  return mappings.split(';').map((line) => {
    before[0] = 0;
    return line
      .split(',')
      .filter((written) => written !== '')
      .map((written) =>
        numbersIn(written).map((more, field) => {
          const value = (before[field] ?? 0) + more;
          before[field] = value;
          return value;
        }),
      );
  });
}

/** The inverse. */
export function mappingsOf(lines: readonly (readonly Segment[])[]): string {
  const before = [0, 0, 0, 0, 0];
  return lines
    .map((segments) => {
      before[0] = 0;
      return segments
        .map((segment) =>
          segment
            .map((value, field) => {
              const more = value - (before[field] ?? 0);
              before[field] = value;
              return written(more);
            })
            .join(''),
        )
        .join(',');
    })
    .join(';');
}

/** Numbers of five bits a digit, the least first, and of these the least one the sign. */
function numbersIn(digits: string): readonly number[] {
  const numbers: number[] = [];
  let number = 0;
  let shift = 0;
  for (const digit of digits) {
    const bits = DIGITS.indexOf(digit);
    number += (bits & (CONTINUES - 1)) << shift;
    shift += BITS;
    if ((bits & CONTINUES) !== 0) continue;
    numbers.push((number & 1) === 1 ? -(number >> 1) : number >> 1);
    number = 0;
    shift = 0;
  }
  return numbers;
}

function written(number: number): string {
  let rest = number < 0 ? (-number << 1) | 1 : number << 1;
  let digits = '';
  do {
    const bits = rest & (CONTINUES - 1);
    rest >>= BITS;
    digits += DIGITS[rest > 0 ? bits | CONTINUES : bits];
  } while (rest > 0);
  return digits;
}
