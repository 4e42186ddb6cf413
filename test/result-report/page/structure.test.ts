import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCohort } from '#cdk/commands/files.ts';
import type { Language } from '#shared/language.ts';
import { resultPage } from '#shared/result-report/page/result-page.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { SAMPLE_COHORTS_FOLDER } from '#test/sample-cohorts.ts';
import { withoutTables } from '../files/sample-result.ts';
import { manyCentres } from '../many-centres.ts';
import { publishedCohort, publishedNothing, publishedOf } from '../published-cohorts.ts';
import { inLanguage, isOfOther, parsed, textOf } from './parsed-page.ts';

const thesis = await publishedCohort('thesis');
const few = await publishedCohort('two-patients');
const names = few.tables.map(({ name }) => name);
const cohorts = [
  'readers',
  'follow-ups',
  'exclusions',
  'one-patient',
  'all-zeros',
  'small-centres',
  'listed',
];

const RESULTS: readonly (readonly [string, PublishedResult])[] = [
  ['thesis', thesis],
  ['two-patients', few],
  ...(await Promise.all(cohorts.map(async (cohort) => [cohort, await publishedCohort(cohort)] as const))),
  ['nobody', await publishedNothing()],
  ['27 centres', await publishedOf(await manyCentres(27))],
  ['one centre', await publishedOf(await manyCentres(1))],
  ['no tables at all', withoutTables(few, names)],
  ...names.map(
    (name) =>
      [
        `no table but ${name}`,
        withoutTables(
          few,
          names.filter((other) => other !== name),
        ),
      ] as const,
  ),
  [
    'all tables but those of the primary comparison',
    withoutTables(few, ['primary-comparison', 'count-tests']),
  ],
];

describe.each(RESULTS)('the page of %s', (_, result) => {
  let html = '';
  let document = parsed('');
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  beforeAll(() => {
    html = resultPage(result);
    document = parsed(html);
  });
  // All forty pages at once take 3 GB of memory.
  afterAll(() => {
    document = parsed('');
  });

  it('names each element once, and links to what is there', () => {
    const ids = all('[id]').map(({ id }) => id);
    expect(ids.filter((id, position) => ids.indexOf(id) !== position)).toEqual([]);
    const named = all('[href], [aria-labelledby]').flatMap((element) => [
      ...(element.getAttribute('href')?.split('#').slice(1) ?? []),
      ...(element.getAttribute('aria-labelledby')?.split(' ') ?? []),
    ]);
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('has its headings in order', () => {
    const levels = all('h1, h2, h3, h4').map(({ tagName }) => Number(tagName.slice(1)));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, position) => level > (levels[position - 1] ?? 0) + 1)).toEqual([]);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
  });

  it('has a caption on each table and a scope on each heading', () => {
    expect(all('table').filter((table) => table.querySelector('caption') === null)).toEqual([]);
    expect(all('th:not([scope])').map(textOf)).toEqual([]);
  });

  it('has rows as wide as their headings', () => {
    const widths = (row: Element) =>
      [...row.children].reduce((sum, cell) => sum + Number(cell.getAttribute('colspan') ?? 1), 0);
    const uneven = all('table').filter((table) => {
      const heading = table.querySelector('thead tr');
      const rows = [...table.querySelectorAll('tbody tr')].filter(
        (row, position) => position === 0 || row.querySelector('[rowspan]') !== null,
      );
      return heading !== null && rows.some((row) => widths(row) !== widths(heading));
    });
    expect(uneven.map((table) => textOf(table).slice(0, 80))).toEqual([]);
  });

  it('says nothing that only programs say', () => {
    const text = textOf(document.body);
    expect(text.match(/.{20}(?:\bundefined\b|\bNaN\b|\bnull\b|\[object).{20}/g)).toBeNull();
  });

  it('is the same in both languages but for the words', () => {
    const shape = (language: Language) => tagsWithin(document.body, language).join(' ');
    expect(shape('fr')).toBe(shape('en'));
  });

  it('asks for nothing from anywhere, and runs nothing', () => {
    expect(all('script, link, img, iframe, object, embed, form')).toEqual([]);
    expect(html.match(/\b(?:https?:)?\/\/(?!www\.w3\.org)[a-z]/i)).toBeNull();
    expect(
      all('*').flatMap((element) => element.getAttributeNames().filter((name) => /^on/.test(name))),
    ).toEqual([]);
  });
});

/** What stands in an element in one of the languages, but for the marks of a language. */
const tagsWithin = (element: Element, language: Language): readonly string[] =>
  [...element.children].flatMap((child) => {
    if (isOfOther(child, language)) return [];
    const { tagName } = child;
    // A figure's words are set in as many lines as they need; its own tests look at it.
    const within = tagName.toLowerCase() === 'svg' ? [] : tagsWithin(child, language);
    return tagName === 'I' || tagName === 'B' ? within : [tagName, ...within];
  });

/** Where digits may stand that are no cell: headings, names in files, the manifest. */
const DECLARED = [
  ...['th', 'caption', 'h1', 'h2', 'h3', 'code', 'time', 'nav', '.once', '.legend', 'svg', 'style', 'title'],
  ...['[data-table]', 'table.plain', '.names', '.checklist', '[data-setting]'],
];
/** Digits that are part of a name, of a level that is fixed, or the year of a paper. */
const NAMES = /T2 FS|RECIST 1\.1|CR2|ICC\([23],1\)|95\s?%|0[.,]05|(?<=[( ,])(?:19|20)\d\d(?=[ );])/g;

describe.each(['fr', 'en'] as const)('in %s', (language) => {
  it('each digit in the text is that of a cell, or of a name', () => {
    const document = inLanguage(resultPage(thesis), language);
    for (const element of document.querySelectorAll(['data', ...DECLARED].join())) element.remove();
    const titles = codeTitles(language).toSorted((a, b) => b.length - a.length);
    const text = titles.reduce(
      (rest, title) => rest.replaceAll(title, ''),
      plain(textOf(document.documentElement)),
    );
    expect(text.replaceAll(NAMES, '').match(/.{0,40}\d.{0,40}/g)).toBeNull();
  });
});

/** Every space as a plain one. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(/ (?=[;:?!])/g, '');

/** The titles of all codes that hold a digit, as they stand in the page, also at the beginning of a sentence. */
function codeTitles(language: 'fr' | 'en'): readonly string[] {
  const codes = thesis.tables.flatMap(({ columns, rows }) =>
    columns.flatMap(({ vocabulary }, position) =>
      vocabulary === null ? [] : rows.map((row) => [vocabulary, String(row[position])] as const),
    ),
  );
  const titles = codes.flatMap(([vocabulary, code]) => thesis.titleOf(vocabulary, code)?.[language] ?? []);
  return [...new Set(titles)]
    .filter((title) => /\d/.test(title))
    .map(plain)
    .flatMap((title) => [title, title.charAt(0).toUpperCase() + title.slice(1)]);
}

describe('the page of the sample cohort', () => {
  it('is the same to the byte each time', async () => {
    const again = await publishedOf(await readCohort(join(SAMPLE_COHORTS_FOLDER, 'thesis')));
    expect(resultPage(again)).toBe(resultPage(thesis));
  });

  it('can be mailed: 1.5 MB at most', () => {
    expect(new TextEncoder().encode(resultPage(thesis)).length).toBeLessThan(1_500_000);
  });

  it('names no centre’s files, unless it is asked to', () => {
    const key = /uploads\/rouen\/pairs\.csv/;
    expect(resultPage(thesis)).not.toMatch(key);
    expect(resultPage(thesis, { withFiles: true })).toMatch(key);
  });

  it('says for whom it is where it names them', () => {
    const [open, listed] = [{}, { withFiles: true }].map((options) =>
      textOf(parsed(resultPage(thesis, options)).body),
    );
    expect(open).toContain('ni nom de fichier');
    expect(open).toContain('no name of a file');
    expect(listed).not.toMatch(/ni nom de fichier|no name of a file/);
    expect(listed).toContain('pour les coordinateurs seulement');
    expect(listed).toContain('for coordinators only');
  });
});
