import { type Bilingual, sameInBoth } from '#shared/language.ts';
import { COMPARISONS, type CountedComparison, PRIMARY_COMPARISON } from '#shared/protocol/comparisons.ts';
import { REGION_TITLES, REGIONS, type Region } from '#shared/protocol/sides.ts';
import { SIGNIFICANCE_NOT_SHOWN } from '#shared/publication/reasons.ts';
import type { ResultTable } from '#shared/publication/result-table.ts';
import { decimalText, NO_VALUE, pValueText } from './figures.ts';
import { recordsOf, type TableRecord } from './read-table.ts';
import { figureCell, nameCell, type ReadableCell, type ReadableTable } from './readable-table.ts';

/** Whether the published `count-tests` has its p-values: a study may keep them back. */
export const significanceIsShown = (tables: readonly ResultTable[]): boolean =>
  recordsOf(tables, 'count-tests').every(
    (record) => record.text('wilcoxon_reason') !== SIGNIFICANCE_NOT_SHOWN,
  );

/** The p-values that are printed: the test that the conclusions rest on, then those of the thesis. */
const P_VALUES: readonly { readonly column: string; readonly heading: Bilingual }[] = [
  { column: 'cluster_p', heading: { fr: 'par patient', en: 'by patient' } },
  { column: 'cluster_p_holm', heading: sameInBoth('Holm') },
  { column: 'wilcoxon_p', heading: sameInBoth('Wilcoxon') },
  { column: 't_p', heading: sameInBoth('Student') },
];

/** What the headings of the p-values stand for. Each table is one family, so Holm’s corrects for its rows. */
export const P_VALUE_LEGEND: readonly Bilingual[] = [
  { fr: 'p bilatéraux :', en: 'Two-sided p:' },
  {
    fr: '  par patient : test principal (Rosner–Glynn–Lee), couples groupés par patient',
    en: '  by patient: primary test (Rosner–Glynn–Lee), pairs clustered by patient',
  },
  {
    fr: '  Holm : le même, corrigé pour les comparaisons de son tableau',
    en: '  Holm: the same, corrected for the comparisons of its table',
  },
  {
    fr: '  Wilcoxon, Student : ceux de la thèse, comme R 4.2, non corrigés ;\n    ils tiennent les couples d’un même patient pour indépendants',
    en: '  Wilcoxon, Student: as in the thesis, by R 4.2, uncorrected;\n    they take the pairs of one patient for independent',
  },
];

const recordOf = (
  records: readonly TableRecord[],
  { first, second }: CountedComparison,
  region: Region,
): TableRecord | undefined =>
  records.find(
    (record) =>
      record.text('first') === first.name &&
      record.text('second') === second.name &&
      record.text('side') === region,
  );

const pCells = (record: TableRecord | undefined): readonly ReadableCell[] =>
  P_VALUES.map(({ column }) => figureCell(pValueText(record?.figure(column) ?? null)));

const P_HEADINGS = P_VALUES.map(({ heading }) => heading);

/** A mean with its limits, one decimal: `9,6 [5,9 ; 13,4]`. */
function meanCell(record: TableRecord | undefined): ReadableCell {
  const [mean, ...limits] = ['mean_difference', 'cr2_low', 'cr2_high'].map((column) => {
    const value = record?.figure(column) ?? null;
    return value === null ? NO_VALUE : decimalText(value, 1);
  });
  const text = `${mean} [${limits.join(' ; ')}]`;
  return nameCell({ fr: text, en: text.replaceAll(',', '.').replace(' ; ', '; ') });
}

/**
 * What the study asks, from the published `primary-comparison`: MRI against CT in the whole liver, then on each side.
 * Undefined for a result of a release that did not publish it.
 */
export function primaryComparison(tables: readonly ResultTable[]): ReadableTable | undefined {
  if (!tables.some(({ name }) => name === 'primary-comparison')) return undefined;
  const records = recordsOf(tables, 'primary-comparison');
  const { first, second } = PRIMARY_COMPARISON;
  const whole = recordOf(records, PRIMARY_COMPARISON, 'whole');
  const [pairs, patients] = [whole?.figure('n_pairs') ?? 0, whole?.figure('n_patients') ?? 0];
  const pShown = significanceIsShown(tables);
  return {
    title: {
      fr: `Comparaison principale. ${first.title.fr} − ${second.title.fr} (${pairs} couples, ${patients} patients)`,
      en: `Primary comparison. ${first.title.en} − ${second.title.en} (${pairs} pairs, ${patients} patients)`,
    },
    headings: [
      { fr: 'foie', en: 'liver' },
      { fr: 'par couple [95 %]', en: 'per pair [95 %]' },
      ...(pShown ? P_HEADINGS : []),
    ],
    rows: REGIONS.map((region) => {
      const record = recordOf(records, PRIMARY_COMPARISON, region);
      return [nameCell(REGION_TITLES[region]), meanCell(record), ...(pShown ? pCells(record) : [])];
    }),
  };
}

/** The p of the 15 comparisons of two sequences from the published `count-tests`: a table for each region. */
export function detectionTests(tables: readonly ResultTable[]): readonly ReadableTable[] {
  const records = recordsOf(tables, 'count-tests');
  return REGIONS.map((region) => ({
    title: {
      fr: `Détection : p des comparaisons de deux séquences, ${REGION_TITLES[region].fr}`,
      en: `Detection: p of the comparisons of two sequences, ${REGION_TITLES[region].en}`,
    },
    headings: [{ fr: 'comparaison', en: 'comparison' }, ...P_HEADINGS],
    rows: COMPARISONS.map((comparison) => [
      nameCell({
        fr: `${comparison.first.title.fr} – ${comparison.second.title.fr}`,
        en: `${comparison.first.title.en} – ${comparison.second.title.en}`,
      }),
      ...pCells(recordOf(records, comparison, region)),
    ]),
  }));
}
