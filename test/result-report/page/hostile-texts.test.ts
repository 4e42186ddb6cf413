import { describe, expect, it } from 'vitest';
import type { Bilingual } from '#shared/language.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { filesOfReport } from '#shared/result-report/report-files.ts';
import { publishedCohort } from '../published-cohorts.ts';
import { parsed } from './parsed-page.ts';

const HOSTILE = `</style></title><script>alert(1)</script><img src=x onerror=alert(1)>"'&\u0000\u0007${'W'.repeat(200)}`;
const EVERYWHERE: Bilingual = { fr: HOSTILE, en: HOSTILE };

const plain = await publishedCohort('small-centres');

const withTitles = (title: Bilingual): PublishedResult => ({
  ...plain,
  titleOf: () => title,
  tables: plain.tables.map((table) => ({
    ...table,
    title,
    columns: table.columns.map((column) => ({ ...column, title })),
  })),
});

const withCentres = (name: string): PublishedResult => ({
  ...plain,
  tables: plain.tables.map((table) => {
    const position = table.columns.findIndex((column) => column.name === 'centre');
    const renamed = (value: string | number | boolean | null, at: number) =>
      at === position && value !== null ? name : value;
    return { ...table, rows: table.rows.map((row) => row.map(renamed)) };
  }),
});

const withManifest = (text: string): PublishedResult => ({
  ...plain,
  manifest: { ...plain.manifest, id: text, codeVersion: text, commit: text, rVersion: text },
});

describe.each([
  ['titles', withTitles(EVERYWHERE)],
  ['names of centres', withCentres(HOSTILE)],
  ['a manifest', withManifest(HOSTILE)],
])('a report with HTML in %s', (_, result) => {
  const files = filesOfReport(result);

  it('shows it as text: the page has no element of it', () => {
    const document = parsed(files.get('report.html') ?? '');
    expect(document.querySelectorAll('script, img, [onerror]')).toHaveLength(0);
    expect(document.querySelectorAll('title').length).toBeGreaterThan(0);
    expect(document.querySelectorAll('head > style')).toHaveLength(1);
    expect(document.documentElement.textContent).toContain('<script>alert(1)</script>');
  });

  it('has figures that are XML: nothing of it is markup, and no character is forbidden', () => {
    const figures = [...files].filter(([name]) => name.endsWith('.svg'));
    expect(figures.length).toBeGreaterThan(10);
    for (const [name, svg] of figures) {
      expect(svg, name).not.toMatch(/<(?:script|img|\/style)/);
      expect(svg, name).not.toMatch(/(?![\t\n\r])\p{Cc}/u);
    }
  });
});
