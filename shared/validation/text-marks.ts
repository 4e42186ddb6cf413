/** What may stand before a text: byte-order marks, also one that was taken for three letters and encoded again. */
const BEFORE = /^(?:\uFEFF|ï»¿)+/;
/** Ctrl-Z, with which DOS and some databases still end a text. */
const END_MARK = 0x1a;
const isOfEnd = (code: number | undefined) => code === END_MARK || code === 0x0a || code === 0x0d;

/** How many characters (or bytes) come before the Ctrl-Z that ends a text; all of them where none does. */
export function lengthBeforeEndMark(
  length: number,
  codeAt: (position: number) => number | undefined,
): number {
  let end = length;
  let last = length;
  while (last > 0 && isOfEnd(codeAt(last - 1))) {
    last -= 1;
    if (codeAt(last) === END_MARK) end = last;
  }
  return end;
}

export interface MarkedText {
  /** The marks before the text, and from Ctrl-Z on what ends it: no part of any cell. */
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

/** A text apart from its marks. */
export function withoutMarks(whole: string): MarkedText {
  const before = BEFORE.exec(whole)?.[0] ?? '';
  const end = lengthBeforeEndMark(whole.length, (at) => whole.charCodeAt(at));
  return { before, text: whole.slice(before.length, end), after: whole.slice(end) };
}
