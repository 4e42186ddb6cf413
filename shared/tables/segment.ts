import { type Bilingual, codesOf, type Titles } from '#shared/language.ts';
import { type ColumnKind, oneOf } from './column-kinds.ts';

/** Couinaud's segments, the fourth by its two halves. */
export const SEGMENTS = ['I', 'II', 'III', 'IVa', 'IVb', 'V', 'VI', 'VII', 'VIII'] as const;
export type Segment = (typeof SEGMENTS)[number];

const segmentTitle = (segment: Segment) => ({ fr: `segment ${segment}`, en: `segment ${segment}` });

export const SEGMENT_TITLES = {
  I: segmentTitle('I'),
  II: segmentTitle('II'),
  III: segmentTitle('III'),
  IVa: segmentTitle('IVa'),
  IVb: segmentTitle('IVb'),
  V: segmentTitle('V'),
  VI: segmentTitle('VI'),
  VII: segmentTitle('VII'),
  VIII: segmentTitle('VIII'),
} as const satisfies Titles<Segment>;

const otherNames = (arabic: string) => [arabic, `S${arabic}`];
const CODES = oneOf<Segment>(SEGMENT_TITLES, {
  I: otherNames('1'),
  II: otherNames('2'),
  III: otherNames('3'),
  IVa: otherNames('4a'),
  IVb: otherNames('4b'),
  V: otherNames('5'),
  VI: otherNames('6'),
  VII: otherNames('7'),
  VIII: otherNames('8'),
});

/** Without what stands before a numeral, between it and its half, and behind it where a program took it for a number. */
const bare = (cell: string) =>
  cell
    .toLowerCase()
    .replace(/^(?:segment|seg|sg|s)\.?[\s_-]*/, '')
    .replace(/^(iv|4)[\s_-]([ab])$/, '$1$2')
    .replace(/^(\d)[.,]0+$/, '$1');

const BY_NUMERAL: ReadonlyMap<string, Segment> = new Map(
  codesOf(SEGMENT_TITLES).flatMap((segment) =>
    CODES.spellings(segment).map((spelling) => [bare(spelling), segment] as const),
  ),
);

/** A segment in Roman or Arabic numerals. Words are not compared: without its dash, `V-III` would be `VIII`. */
export const SEGMENT: ColumnKind<Segment> = {
  ...CODES,
  read: (cell) => BY_NUMERAL.get(bare(cell)),
  whyNot: (cell) => whyNoSegment(cell) ?? CODES.whyNot(cell),
};

const BETWEEN_TWO = /\s*[-‐‑–—/+,;&]\s*|\s+(?:et|and|à|to|ou|or)\s+/;
const FOURTH = /^(?:iv|4)a?b?$/;
const HALF = /^[ab]$/;

function whyNoSegment(cell: string): Bilingual | undefined {
  const named = cell.toLowerCase().split(BETWEEN_TWO).map(bare);
  if (!named.every((name) => BY_NUMERAL.has(name) || FOURTH.test(name) || HALF.test(name))) return undefined;
  if (named.every((name) => FOURTH.test(name) || HALF.test(name))) {
    return {
      fr: 'Le segment IV s’écrit par moitiés, IVa ou IVb : si vous ne savez pas laquelle, laissez la cellule vide',
      en: 'Segment IV is written by its halves, IVa or IVb: if you do not know which, leave the cell blank',
    };
  }
  return {
    fr: 'Une lésion n’a qu’un segment, celui qui en contient la plus grande part : écrivez-le, ou laissez la cellule vide',
    en: 'A lesion has one segment only, the one that holds most of it: write that one, or leave the cell blank',
  };
}
