/*
 * One step of the shift algorithm, in WebAssembly for its vectors: two additions at a time, each of them rounded as
 * JavaScript's are, take a third of the time. The codes are those of the specification (Core 2.0, chapter 5).
 */

/** The function's parameters, in bytes: it counts from `end` down to `start`, and adds what lies `shift` below. */
const [END, START, SHIFT] = [0, 1, 2];
const BYTES_PER_COUNT = 8;
const BYTES_PER_VECTOR = 16;
const COUNTS_PER_ROUND = 4;
const BYTES_PER_ROUND = COUNTS_PER_ROUND * BYTES_PER_COUNT;

const I32 = 0x7f;
const localGet = (local: number) => [0x20, local];
const localSet = (local: number) => [0x21, local];
const i32 = { const: (value: number) => [0x41, value], subtract: [0x6b], isAbove: [0x4b] };
/** Vectors lie at multiples of a count's eight bytes, 2³, and so much above the address. */
const v128 = {
  load: (above: number) => [0xfd, 0x00, 3, above],
  store: (above: number) => [0xfd, 0x0b, 3, above],
};
const f64x2 = { add: [0xfd, 0xf0, 0x01] };
const loop = [0x03, 0x40];
const continueIf = [0x0d, 0];
const end = [0x0b];

const addVector = (above: number) =>
  [
    localGet(END),
    [localGet(END), v128.load(above)].flat(),
    [localGet(END), localGet(SHIFT), i32.subtract, v128.load(above)].flat(),
    f64x2.add,
    v128.store(above),
  ].flat();

/** From above, because what is added is the count before this step. */
const INSTRUCTIONS = [
  loop,
  [localGet(END), i32.const(BYTES_PER_ROUND), i32.subtract, localSet(END)].flat(),
  [addVector(BYTES_PER_VECTOR), addVector(0)].flat(),
  [localGet(END), localGet(START), i32.isAbove, continueIf].flat(),
  [end, end].flat(),
].flat();

/** Its length before it; one byte has it below 128. */
const measured = (bytes: readonly number[]) => [bytes.length, ...bytes];
const section = (id: number, content: readonly number[]) => [id, ...measured(content)];
const NO_NAME = 0;
const NO_LOCALS = 0;
const MODULE = Uint8Array.from(
  [
    [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // '\0asm', version 1
    section(1, [1, 0x60, ...measured([I32, I32, I32]), 0]), // a type: three numbers, no result
    section(2, [1, NO_NAME, NO_NAME, 2, 0, 1]), // what is imported: a memory of a page or more
    section(3, [1, 0]), // a function of that type
    section(7, [1, NO_NAME, 0, 0]), // what is exported: the function
    section(10, [1, ...measured([NO_LOCALS, ...INSTRUCTIONS])]),
  ].flat(),
);

const BYTES_PER_PAGE = 65_536;
const memory = new WebAssembly.Memory({ initial: 1 });
const { exports } = new WebAssembly.Instance(new WebAssembly.Module(MODULE), { '': { '': memory } });
const addRounds = exports[''];

/** So many zeros to count in, until the next ones are asked for: they are always of the same memory. */
export function zeroCounts(length: number): Float64Array<ArrayBuffer> {
  const lacking = length * BYTES_PER_COUNT - memory.buffer.byteLength;
  if (lacking > 0) memory.grow(Math.ceil(lacking / BYTES_PER_PAGE));
  return new Float64Array(memory.buffer, 0, length).fill(0);
}

/** counts[s] += counts[s − shift], as it was before, for s = shift … last. @param counts of `zeroCounts`. */
export function addShifted(counts: Float64Array<ArrayBuffer>, shift: number, last: number): void {
  if (typeof addRounds !== 'function') throw new TypeError('the module exports no function');
  const rounds = Math.max(0, Math.floor((last + 1 - shift) / COUNTS_PER_ROUND));
  const start = last + 1 - rounds * COUNTS_PER_ROUND;
  if (rounds > 0) {
    addRounds((last + 1) * BYTES_PER_COUNT, start * BYTES_PER_COUNT, shift * BYTES_PER_COUNT);
  }
  for (let sum = start - 1; sum >= shift; sum -= 1) {
    counts[sum] = (counts[sum] ?? 0) + (counts[sum - shift] ?? 0);
  }
}
