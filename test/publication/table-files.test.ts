import { describe, expect, it } from 'vitest';
import { coded, integer, resultTable, text } from '#shared/publication/result-table.ts';
import { TABLES_FILE, tableFiles } from '#shared/publication/table-files.ts';
import { entriesOf, type Vocabulary, vocabulary } from '#shared/publication/vocabulary.ts';

const title = { fr: 'valeur', en: 'value' };
const letters = (name: string) => vocabulary(name, entriesOf({ a: { fr: 'un a', en: 'an a' } }));
const tableOf = (name: string, ...vocabularies: readonly Vocabulary[]) =>
  resultTable(
    name,
    title,
    [
      integer('n', title, () => 1),
      ...vocabularies.map((codes) => coded(`of_${codes.name}`, title, codes, () => 'a')),
    ],
    [null],
  );
const documentOf = (...tables: readonly ReturnType<typeof tableOf>[]) =>
  JSON.parse(tableFiles(tables).get(TABLES_FILE) ?? '');

describe('the files of the tables', () => {
  it('are one CSV for each table, and one file of all', () => {
    const files = tableFiles([tableOf('counts', letters('region')), tableOf('flow')]);
    expect([...files.keys()]).toEqual(['counts.csv', 'flow.csv', 'tables.json']);
    expect(files.get('counts.csv')).toBe('n,of_region\n1,a\n');
  });

  it('say in tables.json what the tables hold and what their codes stand for', () => {
    expect(documentOf(tableOf('counts', letters('region')))).toEqual({
      tables: [
        {
          name: 'counts',
          title,
          columns: [
            { name: 'n', type: 'integer', unit: null, title, vocabulary: null },
            { name: 'of_region', type: 'text', unit: null, title, vocabulary: 'region' },
          ],
          rows: [[1, 'a']],
        },
      ],
      vocabularies: { region: { a: { fr: 'un a', en: 'an a' } } },
    });
  });

  it('explain codes in the order of release, and later kinds of codes after them', () => {
    const [later, flow, region] = [letters('later'), letters('flow_step'), letters('region')];
    const last = ['time_point', 'quality_check', 'quality_detail'];
    expect(
      Object.keys(
        documentOf(tableOf('x', later, flow), tableOf('y', region, ...last.map(letters))).vocabularies,
      ),
    ).toEqual(['region', 'flow_step', ...last, 'later']);
  });

  it('cannot give one name to two vocabularies', () => {
    expect(() => tableFiles([tableOf('x', letters('region')), tableOf('y', letters('region'))])).toThrow(
      'two vocabularies are called region',
    );
  });

  it('explain no names', () => {
    expect(
      tableFiles([resultTable('x', title, [text('name', title, () => 'rouen')], [null])]).get(TABLES_FILE),
    ).toContain('"vocabularies": {}');
  });
});
