import { describe, expect, it } from 'vitest';
import { resultPage } from '#shared/result-report/page/result-page.ts';
import { rowsInPage } from '#shared/result-report/page/tables/rows-in-page.ts';
import { rowsOf } from '#shared/result-report/published-result.ts';
import { withoutTables } from '../files/sample-result.ts';
import { publishedCohort } from '../published-cohorts.ts';
import { inLanguage, parsed } from './parsed-page.ts';

const TABLES = ['visibility', 'listed-protocols', 'lesion-tests', 'performance', 'froc'];
const listed = await publishedCohort('listed');
const page = resultPage(listed);
const pageWithout = resultPage(withoutTables(listed, TABLES));

describe('the page of a study that lists its lesions', () => {
  it('has a part on them, each figure with its caption and its finding in both languages', () => {
    const section = parsed(page).querySelector('#lesion-by-lesion');
    const figures = [...(section?.querySelectorAll('figure') ?? [])];
    expect(figures.map(({ id }) => id)).toEqual([
      ...['figure-lesion-patterns', 'figure-lesion-sizes', 'figure-lesion-sensitivity'],
      'figure-lesion-confidence',
    ]);
    for (const figure of figures) {
      expect(figure.querySelector('figcaption')?.textContent).not.toBe('');
      expect(figure.querySelectorAll('svg')).toHaveLength(2);
      expect(figure.querySelectorAll('p[hidden]')).toHaveLength(2);
    }
    const links = [...(section?.querySelectorAll('.sources a') ?? [])];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(TABLES.map((name) => `#table-${name}`));
  });

  it('is at most half as long again as the same page without its lists', () => {
    expect(page.length).toBeLessThan(1.5 * pageWithout.length);
  });

  it.each([
    ['visibility', '1,342 other rows in the file visibility.csv'],
    ['lesion-tests', '135 other rows in the file lesion-tests.csv'],
  ])('says how many rows of %s its file alone has', (name, words) => {
    const caption = inLanguage(page, 'en').querySelector(`[data-table=${name}] caption`);
    expect(caption?.textContent).toContain(words);
  });

  it('leaves out no row of the whole liver, none of MRI against CT, and none of one sequence', () => {
    const leftOut = ['visibility', 'lesion-tests'].flatMap((name) => {
      const table = listed.tables.find((candidate) => candidate.name === name);
      const inPage = table === undefined ? [] : rowsInPage(table);
      return rowsOf(listed, name).filter((_, row) => !inPage.includes(row));
    });
    expect(leftOut).toHaveLength(1342 + 135);
    for (const row of leftOut) {
      expect(row.text('group')).not.toBe('whole');
      expect([row.text('first'), row.text('second')]).not.toEqual(['full_mri', 'full_ct']);
      expect(row.has('what') ? row.text('what') : '').not.toBe('seen');
    }
  });

  it('says which items of STARD its lists answer', () => {
    const answers = (html: string) => parsed(html).querySelector('#checklists')?.textContent ?? '';
    expect(answers(page)).toContain('where lesions are listed one by one: visibility.lesions');
    expect(answers(pageWithout)).not.toContain('listed one by one');
  });

  it('has none where it lists none, and not a byte of it', () => {
    expect(pageWithout).not.toMatch(
      /lesion-by-lesion|lesion-patterns|lesion-sizes|lesion-sensitivity|lesion-confidence/,
    );
  });
});
