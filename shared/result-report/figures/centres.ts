import { type PublishedResult, type PublishedRow, rowsOf } from '#shared/result-report/published-result.ts';
import { capitalised } from '#shared/typography.ts';
import { cellText, comparisonText, estimateOf, reasonsOf, titleOfCell, withLimits } from './cell-text.ts';
import { svgOf } from './drawing.ts';
import type { Figure, FigureLanguage } from './figure.ts';
import { forest } from './forest.ts';
import type { ForestRow } from './forest-row.ts';
import { notes } from './parts.ts';

const TITLE = {
  fr: 'Centre par centre : métastases en IRM et en TDM, par couple',
  en: 'Centre by centre: metastases on MRI and CT, per pair',
};
const DESCRIPTION = {
  fr: 'Pour chaque centre, les centres trop petits ensemble, la différence moyenne par couple et son intervalle de confiance à 95 % ; en bas l’effet moyen de tous (effets aléatoires) et, en tirets, l’intervalle de prédiction d’un autre centre.',
  en: 'For each centre, those that are too small together, the mean difference per pair and its 95% confidence interval; below the mean effect of all (random effects) and, dashed, the prediction interval of another centre.',
};
const TEXTS = {
  fr: {
    axis: 'différence moyenne de métastases par couple',
    estimate: 'effet [IC à 95 %]',
    patients: 'patients',
    note: 'Carré : un centre ; losange : l’ensemble, effets aléatoires. Tirets : intervalle de prédiction à 95 % pour un autre centre.',
    square: 'Carré : un centre ; losange : l’ensemble, effets aléatoires.',
    missing: 'Sans intervalle de confiance ou de prédiction : ',
  },
  en: {
    axis: 'mean difference in metastases per pair',
    estimate: 'effect [95% CI]',
    patients: 'patients',
    note: 'Square: a centre; diamond: all together, random effects. Dashed: 95% prediction interval for another centre.',
    square: 'Square: a centre; diamond: all together, random effects.',
    missing: 'Without a confidence or prediction interval: ',
  },
};

const COLUMNS = { estimate: 'estimate', low: 'estimate_low', high: 'estimate_high' };

function draw(result: PublishedResult, language: FigureLanguage): string | undefined {
  const rows = rowsOf(result, 'centres').filter(
    (row) =>
      row.text('effect') === 'count_difference' &&
      row.text('first') === 'mri_total' &&
      row.text('second') === 'ct_total',
  );
  const [first] = rows;
  if (first === undefined || rows.every((row) => row.figure('estimate') === null)) return undefined;
  const words = TEXTS[language];
  const predicts = rows.some((row) => row.figure('prediction_low') !== null);
  const reasons = [
    ...reasonsOf(result, rows, 'estimate_reason', language),
    ...reasonsOf(result, rows.filter(isPooled), 'heterogeneity_reason', language),
  ];
  return svgOf(
    {
      name: 'centres',
      title: TITLE,
      description: DESCRIPTION,
      parts: [
        forest({
          rows: rows.map((row) => forestRow(result, row, language)),
          headings: [words.patients, words.estimate],
          axisTitle: `${words.axis} (${comparisonText(result, first, language)})`,
          noDifference: 0,
          language,
        }),
        notes([
          predicts ? words.note : words.square,
          ...[...new Set(reasons)].map((reason) => `${words.missing}${reason}.`),
        ]),
      ],
    },
    language,
  );
}

const isPooled = (row: PublishedRow) => row.text('group') === 'pooled';

function forestRow(result: PublishedResult, row: PublishedRow, language: FigureLanguage): ForestRow {
  const pooled = isPooled(row);
  const [low, high] = [row.figure('prediction_low'), row.figure('prediction_high')];
  const name = row.text('centre');
  return {
    label: capitalised(name === '' ? titleOfCell(result, row, 'group', language) : name),
    ...estimateOf(row, COLUMNS),
    role: 'ink',
    symbol: pooled ? 'diamond' : 'square',
    filled: pooled,
    ...(low !== null && high !== null && { wider: { low, high } }),
    texts: [cellText(row, 'n_patients', language), withLimits(row, COLUMNS, language)],
  };
}

export const CENTRES: Figure = { name: 'centres', title: TITLE, draw };
