import { describe, expect, it } from 'vitest';
import { resultPage } from '#shared/result-report/page/result-page.ts';
import { withoutTables } from '../files/sample-result.ts';
import { publishedCohort } from '../published-cohorts.ts';
import { parsed } from './parsed-page.ts';

const TABLES = ['visibility', 'listed-protocols', 'lesion-tests', 'performance', 'froc'];
const listed = await publishedCohort('listed');

describe('the page of a study that lists its lesions', () => {
  it('has a part on them, each figure with its caption and its finding in both languages', () => {
    const section = parsed(resultPage(listed)).querySelector('#lesion-by-lesion');
    const figures = [...(section?.querySelectorAll('figure') ?? [])];
    expect(figures.map(({ id }) => id)).toEqual([
      ...['figure-lesion-patterns', 'figure-lesion-sizes', 'figure-lesion-sensitivity'],
    ]);
    for (const figure of figures) {
      expect(figure.querySelector('figcaption')?.textContent).not.toBe('');
      expect(figure.querySelectorAll('svg')).toHaveLength(2);
      expect(figure.querySelectorAll('p[hidden]')).toHaveLength(2);
    }
    const links = [...(section?.querySelectorAll('.sources a') ?? [])];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(TABLES.map((name) => `#table-${name}`));
  });

  it('says which items of STARD its lists answer', () => {
    const answers = (page: string) => parsed(page).querySelector('#checklists')?.textContent ?? '';
    expect(answers(resultPage(listed))).toContain('where lesions are listed one by one: visibility.lesions');
    expect(answers(resultPage(withoutTables(listed, TABLES)))).not.toContain('listed one by one');
  });

  it('has none where it lists none, and not a byte of it', () => {
    const page = resultPage(withoutTables(listed, TABLES));
    expect(page).not.toMatch(/lesion-by-lesion|lesion-patterns|lesion-sizes|lesion-sensitivity/);
  });
});
