import { COMPARISONS } from '#shared/protocol/comparisons.ts';
import { COUNTED } from '#shared/protocol/sequences.ts';
import { REGION_TITLES, REGIONS, type Region, SIDES } from '#shared/protocol/sides.ts';
import { SIGNIFICANCE_NOT_SHOWN } from '#shared/publication/reasons.ts';
import type { ResultTable } from '#shared/publication/result-table.ts';
import { NO_VALUE, pValueText, ratioText } from './figures.ts';
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

/** Whether the published `count-tests` has its p-values: a study may keep them back. */
export const significanceIsShown = (tables: readonly ResultTable[]): boolean =>
  recordsOf(tables, 'count-tests').every(
    (record) => record.text('wilcoxon_reason') !== SIGNIFICANCE_NOT_SHOWN,
  );

/** The detection tests from the published `count-tests`: every comparison, side by side. */
export function detectionTests(tables: readonly ResultTable[]): ReadableTable {
  const records = recordsOf(tables, 'count-tests');
  const cells = (first: string, second: string, region: Region) => {
    const test = records.find(
      (record) =>
        record.text('first') === first && record.text('second') === second && record.text('side') === region,
    );
    return [pValueText(test?.figure('wilcoxon_p') ?? null), pValueText(test?.figure('t_p') ?? null)];
  };
  return {
    title: {
      fr: 'Détection : p bilatéral de Wilcoxon (W) et de Student (t), comme R 4.2, non corrigés',
      en: 'Detection: two-sided p of Wilcoxon (W) and Student (t), as R 4.2, uncorrected',
    },
    headings: [
      { fr: 'comparaison', en: 'comparison' },
      ...REGIONS.flatMap((region) =>
        ['W', 't'].map((test) => ({
          fr: `${REGION_TITLES[region].fr}, ${test}`,
          en: `${REGION_TITLES[region].en}, ${test}`,
        })),
      ),
    ],
    rows: COMPARISONS.map(({ first, second }) => [
      nameCell({
        fr: `${first.title.fr} – ${second.title.fr}`,
        en: `${first.title.en} – ${second.title.en}`,
      }),
      ...REGIONS.flatMap((region) => cells(first.name, second.name, region).map(figureCell)),
    ]),
  };
}
