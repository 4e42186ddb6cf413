import { COUNTED } from '#shared/protocol/sequences.ts';
import { REGION_TITLES, type Region, SIDES } from '#shared/protocol/sides.ts';
import type { ResultTable } from '#shared/publication/result-table.ts';
import { NO_VALUE, ratioText } from './figures.ts';
import { recordsOf, type TableRecord } from './read-table.ts';
import { figureCell, nameCell, type ReadableTable } from './readable-table.ts';

const SEQUENCE = { fr: 'séquence', en: 'sequence' };
const RIGHT = REGION_TITLES.right;
const LEFT = REGION_TITLES.left;

/** Tables 4, 5 and 6 of the thesis, from the published `counts`. */
export function countTables(tables: readonly ResultTable[]): readonly ReadableTable[] {
  const records = recordsOf(tables, 'counts');
  const at = (sequence: string, region: Region) =>
    records.find((record) => record.text('sequence') === sequence && record.text('side') === region);
  const total = (record: TableRecord | undefined) => String(record?.figure('total') ?? NO_VALUE);
  const perPair = (record: TableRecord | undefined) =>
    ratioText(record?.figure('total') ?? 0, record?.figure('n_pairs') ?? 0);
  const rows = (cells: (sequence: string) => readonly string[]) =>
    COUNTED.map(({ name, title }) => [nameCell(title), ...cells(name).map(figureCell)]);

  const pairs = records[0]?.figure('n_pairs') ?? 0;
  const patients = records[0]?.figure('n_patients') ?? 0;
  const analysed = {
    fr: `${pairs} couples, ${patients} patients`,
    en: `${pairs} pairs, ${patients} patients`,
  };
  const titled = (number: number, fr: string, en: string) => ({
    fr: `Tableau ${number}. ${fr} (${analysed.fr})`,
    en: `Table ${number}. ${en} (${analysed.en})`,
  });
  return [
    {
      title: titled(4, 'Métastases hépatiques par séquence', 'Liver metastases by sequence'),
      headings: [SEQUENCE, { fr: 'nombre', en: 'number' }, { fr: 'par couple', en: 'per pair' }],
      rows: rows((name) => [total(at(name, 'whole')), perPair(at(name, 'whole'))]),
    },
    {
      title: titled(5, 'Nombre par côté du foie', 'Number by side of the liver'),
      headings: [SEQUENCE, RIGHT, LEFT],
      rows: rows((name) => SIDES.map((side) => total(at(name, side)))),
    },
    {
      title: titled(6, 'Moyenne par couple et par côté', 'Mean per pair and side'),
      headings: [SEQUENCE, RIGHT, LEFT],
      rows: rows((name) => SIDES.map((side) => perPair(at(name, side)))),
    },
  ];
}
