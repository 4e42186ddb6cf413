import { describe, expect, it } from 'vitest';
import { shownFigure } from '#shared/presentation/shown-figure.ts';
import { FIGURES } from '#shared/result-report/figures/figures.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { SAMPLE_COHORTS } from '#test/sample-cohorts.ts';
import { resultOf } from './drawn-results.ts';
import { type SvgText, textsOf } from './svg-texts.ts';

const LANGUAGES = ['fr', 'en'] as const;
const MOST_BYTES = 40_000;

/** Numbers that are no figure of a result: names, and levels that the protocol sets. */
const WORDS =
  /T2 FS|95\s?%|ICC\(2,1\)|\(1\s?: |\(Holm\) [<≥] 0[,.]05|\([<>] 0\)|2016–2021|5 mm|G[123]|−30\s?%|\+20\s?%/g;
const NUMBERS = /[<>] \d+[.,]?\d*|−?\d+(?:[\u202f,]\d{3})*(?:[.,]\d+)?/g;

interface Drawn {
  readonly name: string;
  readonly language: (typeof LANGUAGES)[number];
  readonly svg: string;
}

const drawnOf = (result: PublishedResult): readonly Drawn[] =>
  FIGURES.flatMap(({ name, draw }) =>
    LANGUAGES.flatMap((language) => {
      const svg = draw(result, language);
      return svg === undefined ? [] : [{ name, language, svg }];
    }),
  );

/** The figures of a sample cohort with their texts; drawn once. */
function figuresOf(cohort: string) {
  const known =
    drawn.get(cohort) ??
    resultOf(cohort).then((result) => drawnOf(result).map((one) => ({ ...one, texts: textsOf(one.svg) })));
  drawn.set(cohort, known);
  return known;
}
const drawn = new Map<string, Promise<readonly (Drawn & { readonly texts: readonly SvgText[] })[]>>();

/** Every number of a result, as people see it. */
const numbersOf = ({ tables }: PublishedResult, language: (typeof LANGUAGES)[number]): ReadonlySet<string> =>
  new Set(
    tables.flatMap(({ columns, rows }) =>
      rows.flatMap((row) =>
        columns.flatMap((column, position) => {
          const value = row[position];
          return typeof value === 'number' ? [shownFigure(value, column, language)] : [];
        }),
      ),
    ),
  );

const overlap = (a: SvgText, b: SvgText) =>
  a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;

describe('the figures of the thesis’s cohort', () => {
  it('are drawn, but those of listed lesions and that of readers, of whom each centre has one', async () => {
    const names = new Set((await figuresOf('thesis')).map(({ name }) => name));
    expect(FIGURES.map(({ name }) => name).filter((name) => !names.has(name))).toEqual([
      ...['lesion-patterns', 'lesion-sizes', 'lesion-sensitivity', 'lesion-confidence'],
      'readers',
    ]);
  });

  it('have names and titles of their own', () => {
    expect(new Set(FIGURES.map(({ name }) => name)).size).toBe(FIGURES.length);
    expect(new Set(FIGURES.flatMap(({ title }) => [title.fr, title.en])).size).toBe(2 * FIGURES.length);
  });

  it('have no id twice in the page that holds them all', async () => {
    const ids = (await figuresOf('thesis')).flatMap(({ svg }) => svg.match(/(?<= id=")[^"]+/g) ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(0);
  });
});

describe.each(SAMPLE_COHORTS)('a figure of %s', (cohort) => {
  it('is the same bytes each time, and few', async () => {
    const first = await figuresOf(cohort);
    expect(drawnOf(await resultOf(cohort)).map(({ svg }) => svg)).toEqual(first.map(({ svg }) => svg));
    for (const { name, svg } of first)
      expect(new TextEncoder().encode(svg).length, name).toBeLessThan(MOST_BYTES);
  });

  it('needs no style sheet, font file or script, and has no number that is none', async () => {
    for (const { name, svg } of await figuresOf(cohort)) {
      expect(svg, name).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      expect(svg, name).not.toMatch(
        /<style|currentColor|var\(|\dem"|url\(|<script|href|NaN|Infinity|undefined/,
      );
    }
  });

  it('has all its texts within it, none over another', async () => {
    for (const { name, language, svg, texts } of await figuresOf(cohort)) {
      const [, width, height] = /viewBox="0 0 (\d+) ([\d.]+)"/.exec(svg) ?? [];
      const cut = texts.filter(
        ({ left, right, top, bottom }) =>
          left < 0 || right > Number(width) || top < 0 || bottom > Number(height),
      );
      expect(cut, `${name} ${language}`).toEqual([]);
      const over = texts.flatMap((a, position) =>
        texts
          .slice(position + 1)
          .filter((b) => overlap(a, b))
          .map((b) => [a.text, b.text]),
      );
      expect(over, `${name} ${language}`).toEqual([]);
    }
  });

  it('shows no number that is not in a cell', async () => {
    const result = await resultOf(cohort);
    const shownIn = { fr: numbersOf(result, 'fr'), en: numbersOf(result, 'en') };
    for (const { name, language, texts } of await figuresOf(cohort)) {
      const shown = shownIn[language];
      const numbers = texts
        .filter(({ isOfAxis }) => !isOfAxis)
        .flatMap(({ text }) => text.replaceAll(WORDS, '').match(NUMBERS) ?? []);
      expect(
        numbers.filter((number) => !shown.has(number)),
        `${name} ${language}`,
      ).toEqual([]);
    }
  });
});

describe('a result', () => {
  it('without any table has no figure; what one lacks is asked of the whole report', async () => {
    expect(drawnOf({ ...(await resultOf('thesis')), tables: [] })).toEqual([]);
  });

  it('with nothing in it has no figure', async () => {
    const result = await resultOf('thesis');
    const empty = result.tables.map((table) => ({ ...table, rows: [] }));
    expect(drawnOf({ ...result, tables: empty })).toEqual([]);
  });
});
