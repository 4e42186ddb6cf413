import { describe, expect, it } from 'vitest';
import { textOf } from '#shared/mail/passage-text.ts';
import { DIGITS_IN_NAMES } from '#shared/result-report/digits-in-names.ts';
import { isCell, type PassagePart } from '#shared/result-report/passage.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { STUDIES, sectionsOf } from './told-studies.ts';

const ordinary = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

/** Every title of a code that the result publishes, the longest first, so that none is taken for a part of another. */
function titlesOf({ tables, titleOf }: PublishedResult): readonly string[] {
  const titles = tables.flatMap(({ columns, rows }) =>
    columns.flatMap(({ vocabulary }, position) =>
      rows.flatMap((row) => {
        const title = titleOf(vocabulary ?? '', String(row[position] ?? ''));
        return title === undefined ? [] : [title.fr, title.en];
      }),
    ),
  );
  return [...new Set(titles)].filter((title) => /\d/.test(title)).toSorted((a, b) => b.length - a.length);
}

/** The words of a passage that hold a digit of nowhere. */
function looseDigits(parts: readonly PassagePart[], names: readonly string[]): string {
  const words = parts.map((part) => (typeof part === 'string' ? ordinary(part) : '§')).join('');
  const withCapital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
  const left = names.reduce(
    (text, name) => text.replaceAll(name, '').replaceAll(withCapital(name), ''),
    words,
  );
  return /\d/.test(left) ? left : '';
}

/** What a sentence must not hold: an ordinary space before a mark, a straight apostrophe, two spaces, two full stops. */
const MISTYPED = {
  fr: / [;:!?%»]|« |'| {2}|\.\.(?!\.)|^ | $|^\p{Ll}(?![^|]*\|)/u,
  en: / [;:!?%]|'| {2}|\.\.(?!\.)|^ | $/,
};

const figuresOf = (parts: readonly PassagePart[]): readonly string[] =>
  parts.flatMap((part) => (typeof part === 'string' ? [] : [JSON.stringify(part)])).toSorted();

describe.each(STUDIES)('of %s', (_, study) => {
  const passages = async () => {
    const result = await study();
    return { result, told: sectionsOf(result).flatMap(([, told]) => told) };
  };

  it('every figure is a cell of the tables that has a value, or a value of the manifest', async () => {
    const { result, told } = await passages();
    const names = [...DIGITS_IN_NAMES, ...titlesOf(result)];
    const loose = told.flatMap(({ fr, en }) => [looseDigits(fr, names), looseDigits(en, names)]);
    expect(loose.filter((words) => words !== '')).toEqual([]);

    const cells = told.flatMap(({ fr }) => fr).filter((part) => typeof part !== 'string' && isCell(part));
    const misplaced = cells.filter((part) => {
      if (typeof part === 'string' || !isCell(part)) return false;
      const table = result.tables.find(({ name }) => name === part.table);
      const position = table?.columns.findIndex(({ name }) => name === part.column.name) ?? -1;
      return part.value === null || table?.rows[part.row]?.[position] !== part.value;
    });
    expect(misplaced).toEqual([]);
  });

  it('every sentence is in the type of its language', async () => {
    const { told } = await passages();
    const [french, english] = [
      told.map(({ fr }) => textOf(fr, 'fr')),
      told.map(({ en }) => textOf(en, 'en')),
    ];
    expect(french.filter((text) => MISTYPED.fr.test(text))).toEqual([]);
    expect(english.filter((text) => MISTYPED.en.test(text))).toEqual([]);
  });

  it('every sentence says the same figures in both languages', async () => {
    const { told } = await passages();
    expect(told.map(({ fr }) => figuresOf(fr))).toEqual(told.map(({ en }) => figuresOf(en)));
  });
});
