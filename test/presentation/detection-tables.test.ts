import { describe, expect, it } from 'vitest';
import { studyTables } from '#shared/analyses/study-tables.ts';
import { countTables } from '#shared/presentation/detection-tables.ts';
import { parseTables, recordsOf } from '#shared/presentation/read-table.ts';
import type { ReadableTable } from '#shared/presentation/readable-table.ts';
import type { ResultTable } from '#shared/publication/result-table.ts';
import { assembleStudy } from '#shared/study/study.ts';
import { cohortFiles, rowsOfCentres } from '#test/study/sample-cohort.ts';
import { SETTINGS } from '#test/study/settings.ts';

const TABLES = studyTables(assembleStudy(rowsOfCentres(cohortFiles('thesis'))), SETTINGS);
const EMPTY = studyTables(assembleStudy([]), SETTINGS);

const inFrench = ({ rows }: ReadableTable) => rows.map((cells) => cells.map(({ fr }) => fr));
const inEnglish = ({ rows }: ReadableTable) => rows.map((cells) => cells.map(({ en }) => en));

describe('the readable tables', () => {
  it('are Tables 4, 5 and 6 as published, to one decimal', () => {
    const titles = countTables(TABLES).map(({ title }) => title);
    const [four, five, six] = countTables(TABLES).map(inFrench);
    expect(titles[0]?.fr).toBe('Tableau 4. Métastases hépatiques par séquence (57 couples, 37 patients)');
    expect(four).toEqual([
      ['IRM T2 FS', '528', '9,3'],
      ['IRM diffusion', '861', '15,1'],
      ['IRM artériel', '456', '8,0'],
      ['IRM portal', '231', '4,1'],
      ['IRM totale', '864', '15,2'],
      ['TDM artériel', '313', '5,5'],
      ['TDM portal', '215', '3,8'],
      ['TDM totale', '314', '5,5'],
    ]);
    expect(five?.find(([sequence]) => sequence === 'IRM totale')).toEqual(['IRM totale', '466', '398']);
    expect(six?.find(([sequence]) => sequence === 'IRM T2 FS')).toEqual(['IRM T2 FS', '5,3', '4,0']);
  });

  it('show dashes where there is no value', () => {
    expect(countTables(EMPTY).map(inFrench)[0]?.[0]).toEqual(['IRM T2 FS', '0', '–']);
    expect(countTables(EMPTY)[0]?.title.en).toContain('0 pairs, 0 patients');
  });

  it('have English names and decimal points in English', () => {
    expect(countTables(TABLES).map(inEnglish)[0]?.[0]).toEqual(['MRI T2 FS', '528', '9.3']);
  });

  it('have as many cells in a row as headings', () => {
    for (const { headings, rows } of countTables(TABLES)) {
      expect(rows.length).toBeGreaterThan(1);
      for (const cells of rows) expect(cells).toHaveLength(headings.length);
    }
  });
});

describe('published tables', () => {
  const table: ResultTable = {
    name: 't',
    title: { fr: 't', en: 't' },
    columns: [
      { name: 'label', type: 'text', unit: null, title: { fr: 'nom', en: 'name' }, vocabulary: null },
      { name: 'x', type: 'number', unit: 'mm', title: { fr: 'x', en: 'x' }, vocabulary: null },
    ],
    rows: [
      ['a', 1.5],
      [null, null],
    ],
  };

  it('are read back from their JSON', () => {
    expect(parseTables(JSON.stringify({ tables: [table] }))).toEqual([table]);
    expect(() => parseTables('{"tables":[{"name":"t"}]}')).toThrow();
    expect(() => parseTables('')).toThrow();
  });

  it('are read by column name; what has no value is null, and a text without one is blank', () => {
    const [first, second] = recordsOf([table], 't');
    expect([first?.text('label'), first?.figure('x'), first?.text('x')]).toEqual(['a', 1.5, '1.5']);
    expect([second?.text('label'), second?.figure('x')]).toEqual(['', null]);
    expect(first?.figure('label')).toBeNull();
  });

  it('say by name what is not there', () => {
    expect(() => recordsOf([table], 'measures')).toThrow('there is no table measures');
    expect(() => recordsOf([table], 't')[0]?.figure('y')).toThrow('the table t has no column y');
  });
});
