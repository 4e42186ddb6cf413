/*
 * Loops in WebAssembly, for its vectors: two doubles at a time, each rounded as JavaScript's are, take a third of the time.
 * The codes are those of the specification (Core 2.0, chapter 5).
 */

export const BYTES_PER_DOUBLE = 8;
export const BYTES_PER_VECTOR = 16;

const I32 = 0x7f;
const V128 = 0x7b;

/** Instructions, by their codes. */
export type Code = readonly number[];

export const localGet = (local: number): Code => [0x20, local];
export const localSet = (local: number): Code => [0x21, local];
/** Sets, and leaves the value where it was. */
export const localTee = (local: number): Code => [0x22, local];
export const i32 = { const: (value: number): Code => [0x41, value], subtract: [0x6b], isAbove: [0x4b] };
/** Vectors lie at multiples of a double's eight bytes, 2³, and so much above the address. */
export const v128 = {
  load: (above: number): Code => [0xfd, 0x00, 3, above],
  store: (above: number): Code => [0xfd, 0x0b, 3, above],
};
export const f64x2 = { add: [0xfd, 0xf0, 0x01] };

const loop = [0x03, 0x40];
const continueIf = [0x0d, 0];
const end = [0x0b];

/** Lengths below 2¹⁴ take a byte or two, the lower seven bits first. */
const lengthCode = (length: number): Code => (length < 128 ? [length] : [128 + (length % 128), length >> 7]);
const measured = (bytes: Code): Code => [...lengthCode(bytes.length), ...bytes];
const section = (id: number, content: Code): Code => [id, ...measured(content)];
const NO_NAME = 0;

/** Four whole numbers, as far as the loop needs them: locals 0, 1, 2, 3. */
type Run = (first: number, second: number, third: number, fourth?: number) => void;
const PARAMETERS = [I32, I32, I32, I32];

interface Loop {
  /** How many vectors it keeps: the locals after them. They begin at zero. */
  readonly vectors: number;
  /** One round; it leaves whether there is another one. */
  readonly round: Code;
}

/** What runs the rounds of a loop over a memory. */
export function vectorLoop({ vectors, round }: Loop, memory: WebAssembly.Memory): Run {
  const body = [1, vectors, V128, ...loop, ...round, ...continueIf, ...end, ...end];
  const module = Uint8Array.from(
    [
      [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // '\0asm', version 1
      section(1, [1, 0x60, ...measured(PARAMETERS), 0]), // a type: four numbers, no result
      section(2, [1, NO_NAME, NO_NAME, 2, 0, 1]), // what is imported: a memory of a page or more
      section(3, [1, 0]), // a function of that type
      section(7, [1, NO_NAME, 0, 0]), // what is exported: the function
      section(10, [1, ...measured(body)]),
    ].flat(),
  );
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module), { '': { '': memory } });
  const run = exports[''];
  if (typeof run !== 'function') throw new TypeError('the module exports no function');
  return (first, second, third, fourth = 0) => run(first, second, third, fourth);
}
