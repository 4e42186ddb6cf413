import { type PublishedResult, type PublishedRow, rowsOf } from '#shared/result-report/published-result.ts';
import { capitalised } from '#shared/typography.ts';
import {
  cellText,
  type EstimateColumns,
  estimateOf,
  reasonsOf,
  titleOfCell,
  withLimits,
} from './cell-text.ts';
import { type Part, svgOf } from './drawing.ts';
import type { Figure, FigureLanguage } from './figure.ts';
import { forest } from './forest.ts';
import type { ForestRow } from './forest-row.ts';
import { heading, modalitySigns, notes, signs } from './parts.ts';
import { modalityOf, SYMBOLS } from './theme.ts';

const TITLE = { fr: 'Accord entre les lecteurs', en: 'Agreement between readers' };
const DESCRIPTION = {
  fr: 'Accord de deux lecteurs des mêmes images : ICC(2,1) des nombres (foie entier) et des diamètres, κ de ce qui est dénombrable ou mesurable, avec intervalles de confiance à 95 %. 1 : accord parfait ; 0 : celui du hasard.',
  en: 'Agreement of two readers of the same images: ICC(2,1) of counts (whole liver) and diameters, κ of what is countable or measurable, with 95% confidence intervals. 1: perfect agreement; 0: that of chance.',
};
const TEXTS = {
  fr: {
    interval: 'accord [IC à 95 %]',
    n: 'n',
    patients: 'patients',
    axis: 'accord (1 : parfait)',
    kappa: 'Oui ou non, κ',
    note: 'n : couples ou lésions lus par les deux.',
    missing: 'Sans accord ou sans intervalle : ',
  },
  en: {
    interval: 'agreement [95% CI]',
    n: 'n',
    patients: 'patients',
    axis: 'agreement (1: perfect)',
    kappa: 'Yes or no, κ',
    note: 'n: pairs or lesions read by both.',
    missing: 'Without agreement or an interval: ',
  },
};

const ICC = { estimate: 'icc_2_1', low: 'icc_2_1_low', high: 'icc_2_1_high' };
const KAPPA = { estimate: 'kappa', low: 'kappa_low', high: 'kappa_high' };

const MEASURED = new Set(['count', 'diameter']);
const columnsOf = (row: PublishedRow): EstimateColumns => (MEASURED.has(row.text('quantity')) ? ICC : KAPPA);

function draw(result: PublishedResult, language: FigureLanguage): string | undefined {
  const rows = shownRows(rowsOf(result, 'readers'));
  if (rows.every((row) => row.figure(columnsOf(row).estimate) === null)) return undefined;
  const words = TEXTS[language];
  const reasons = rows.flatMap((row) =>
    reasonsOf(result, [row], `${columnsOf(row).estimate}_reason`, language),
  );
  const axis = axisOf(rows);
  const panels = [...Map.groupBy(rows, panelOf).values()];
  return svgOf(
    {
      name: 'readers',
      title: TITLE,
      description: DESCRIPTION,
      parts: [
        ...panels.flatMap((panel) => panelParts(result, panel, axis, language)),
        signs(modalitySigns(result, language)),
        notes([words.note, ...[...new Set(reasons)].map((reason) => `${words.missing}${reason}.`)]),
      ],
    },
    language,
  );
}

/** Those of all centres together; of a single pair of readers where nothing is pooled. */
function shownRows(rows: readonly PublishedRow[]): readonly PublishedRow[] {
  const ofGroup = (row: PublishedRow) =>
    ['group', 'centre', 'first_reader', 'second_reader'].map((column) => row.text(column)).join(' ');
  const groups = Map.groupBy(rows, ofGroup);
  const pooled = rows.filter((row) => row.text('group') === 'pooled');
  const shown = pooled.length > 0 ? pooled : ([...groups.values()][0] ?? []);
  return shown.filter((row) => ['', 'whole'].includes(row.text('side')));
}

const panelOf = (row: PublishedRow) => (columnsOf(row) === ICC ? row.text('quantity') : 'kappa');

function panelParts(
  result: PublishedResult,
  rows: readonly PublishedRow[],
  domain: readonly [number, number],
  language: FigureLanguage,
): readonly Part[] {
  const [first] = rows;
  if (first === undefined) return [];
  const words = TEXTS[language];
  const isKappa = columnsOf(first) === KAPPA;
  const whole = first.text('side') === '' ? '' : `, ${titleOfCell(result, first, 'side', language)}`;
  const quantity = titleOfCell(result, first, 'quantity', language);
  return [
    heading(isKappa ? words.kappa : `${capitalised(quantity)}${whole}, ICC(2,1)`),
    forest({
      rows: rows.map((row) => forestRow(result, row, language)),
      headings: [words.n, words.patients, words.interval],
      axisTitle: words.axis,
      domain,
      noDifference: 0,
      language,
    }),
  ];
}

/** From what chance gives, or lower where it is, to perfect agreement. */
function axisOf(rows: readonly PublishedRow[]): readonly [number, number] {
  const values = rows.flatMap((row) => {
    const { estimate, low } = columnsOf(row);
    return [row.figure(estimate) ?? 0, row.figure(low) ?? 0];
  });
  return [Math.min(0, ...values), 1];
}

function forestRow(result: PublishedResult, row: PublishedRow, language: FigureLanguage): ForestRow {
  const columns = columnsOf(row);
  const sequence = row.text('sequence');
  const modality = modalityOf(sequence);
  return {
    label: capitalised(titleOfCell(result, row, sequence === '' ? 'quantity' : 'sequence', language)),
    ...estimateOf(row, columns),
    ...(sequence === '' ? { role: 'ink', symbol: 'diamond' } : { role: modality, symbol: SYMBOLS[modality] }),
    filled: true,
    texts: [
      cellText(row, 'n', language),
      cellText(row, 'n_patients', language),
      withLimits(row, columns, language),
    ],
  };
}

export const READERS: Figure = { name: 'readers', title: TITLE, draw };
