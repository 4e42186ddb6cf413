/** Helvetica’s widths in thousandths of its size, by kind of character; Arial and Liberation Sans have the same. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\u202f\u2009]/u, 200],
  [/[ijl’'|]/u, 222],
  [/[ ft.,:;!/\\[\]()\u00a0-]/u, 290],
  [/[r“”"]/u, 345],
  [/[cksvxyzJç]/u, 500],
  [/[mwMW%—…]/u, 860],
  [/[GOQCDHNRUw&→]/u, 730],
  [/[ABEKPSVXYÉÈÀ<>=≥≤±−+×~]/u, 645],
];
const OTHERS = 560;

/** About how wide a text is set in the figures’ font, in px: nobody measures it before it is drawn. */
export const textWidth = (text: string, size: number): number =>
  ([...text].reduce((width, character) => width + widthOf(character), 0) * size) / 1000;

const widthOf = (character: string): number =>
  WIDTHS.find(([characters]) => characters.test(character))?.[1] ?? OTHERS;

/** A text in lines of at most `width` px, broken at its spaces; a longer word stands alone. */
export function wrapped(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** The width of the widest of some texts. */
export const widest = (texts: readonly string[], size: number): number =>
  Math.max(0, ...texts.map((text) => textWidth(text, size)));
