import {
  BYTES_PER_DOUBLE,
  BYTES_PER_VECTOR,
  type Code,
  f64x2,
  i32,
  localGet,
  localSet,
  localTee,
  v128,
  vectorLoop,
} from './vector-loop.ts';

const BYTES_PER_PAGE = 65_536;
const memory = new WebAssembly.Memory({ initial: 1 });

/**
 * So many zeros to count in, until the next ones are asked for: they are always of the same memory.
 *
 * @param margin - so many more, below and above them, as `addShiftedThrice` needs
 */
export function zeroCounts(length: number, margin = 0): Float64Array<ArrayBuffer> {
  const all = length + 2 * margin;
  const lacking = all * BYTES_PER_DOUBLE - memory.buffer.byteLength;
  if (lacking > 0) memory.grow(Math.ceil(lacking / BYTES_PER_PAGE));
  return new Float64Array(memory.buffer, 0, all).fill(0).subarray(margin, margin + length);
}

/** Four counts are added to at a time, in two vectors. */
const COUNTS = 4;
const VECTORS = [0, 1];
const decrease = (address: number, by: Code): Code =>
  [localGet(address), by, i32.subtract, localSet(address)].flat();

/** It counts from `END` down to `START`, and adds what lies `SHIFT` below, all in bytes. */
const [END, START, SHIFT] = [0, 1, 2];

const addVector = (above: number): Code =>
  [
    localGet(END),
    [localGet(END), v128.load(above)].flat(),
    [localGet(END), localGet(SHIFT), i32.subtract, v128.load(above)].flat(),
    f64x2.add,
    v128.store(above),
  ].flat();

/** From above, because what is added is the count before this step. */
const addRounds = vectorLoop(
  {
    vectors: 0,
    round: [
      decrease(END, i32.const(COUNTS * BYTES_PER_DOUBLE)),
      VECTORS.toReversed().flatMap((vector) => addVector(vector * BYTES_PER_VECTOR)),
      [localGet(END), localGet(START), i32.isAbove].flat(),
    ].flat(),
  },
  memory,
);

/** counts[s] += counts[s − shift], as it was before, for s = shift … last. @param counts of `zeroCounts`. */
export function addShifted(counts: Float64Array<ArrayBuffer>, shift: number, last: number): void {
  const rounds = Math.max(0, Math.floor((last + 1 - shift) / COUNTS));
  const start = last + 1 - rounds * COUNTS;
  const { byteOffset } = counts;
  if (rounds > 0) {
    addRounds(
      byteOffset + (last + 1) * BYTES_PER_DOUBLE,
      byteOffset + start * BYTES_PER_DOUBLE,
      shift * BYTES_PER_DOUBLE,
    );
  }
  for (let sum = start - 1; sum >= shift; sum -= 1) {
    counts[sum] = (counts[sum] ?? 0) + (counts[sum - shift] ?? 0);
  }
}

/** Steps that are made at once. */
const STEPS = [0, 1, 2];

/** Where four counts are written and three shifts below where they are read, down to `BOTTOM`; then its vectors. */
const [TO, FROM, BOTTOM, DOWN, SUM] = [0, 1, 2, 3, 4];
const keptOf = (vector: number, step: number) => SUM + 1 + vector * STEPS.length + step;

/** What a step makes of a count: it and the count a shift below, of which one is kept from the round before. */
const addKept = (kept: number): Code =>
  [localTee(SUM), localGet(kept), f64x2.add, localGet(SUM), localSet(kept)].flat();

const addThrice = vectorLoop(
  {
    vectors: 1 + VECTORS.length * STEPS.length,
    round: [
      VECTORS.flatMap((vector) => [
        ...localGet(TO),
        ...[...localGet(FROM), ...v128.load(vector * BYTES_PER_VECTOR)],
        ...STEPS.flatMap((step) => addKept(keptOf(vector, step))),
        ...v128.store(vector * BYTES_PER_VECTOR),
      ]),
      decrease(TO, localGet(DOWN)),
      decrease(FROM, localGet(DOWN)),
      [localGet(TO), localGet(BOTTOM), i32.isAbove].flat(),
    ].flat(),
  },
  memory,
);

/** How many zeros `addShiftedThrice` needs below the counts and above them. */
export const marginOfThree = (shift: number): number => STEPS.length * shift + COUNTS;

/**
 * The same three times over, in two thirds of the time: each count is read and written once. It goes down by whole
 * shifts, and begins three of them above `last`, where what it keeps is not complete yet: what stands there is lost.
 *
 * @param shift - 1 or more
 * @param counts - of `zeroCounts` with the margin of the shift
 */
export function addShiftedThrice(counts: Float64Array<ArrayBuffer>, shift: number, last: number): void {
  const { byteOffset } = counts;
  const down = shift * BYTES_PER_DOUBLE;
  const bottom = byteOffset - COUNTS * BYTES_PER_DOUBLE;
  const columns = Math.min(shift, last + 1);
  let column = 0;
  for (; column + COUNTS <= columns; column += COUNTS) {
    const from = byteOffset + (last + 1 - column - COUNTS) * BYTES_PER_DOUBLE;
    addThrice(from + STEPS.length * down, from, bottom, down);
  }
  for (; column < columns; column += 1) {
    for (const _ of STEPS) {
      for (let sum = last - column; sum >= shift; sum -= shift) {
        counts[sum] = (counts[sum] ?? 0) + (counts[sum - shift] ?? 0);
      }
    }
  }
}
