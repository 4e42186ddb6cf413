import { beforeAll, describe, expect, it } from 'vitest';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { FIGURE_TEXTS } from '#shared/result-report/sentences/figure-texts.ts';
import { toldCohort, withCells } from './told-results.ts';
import { typed } from './told-text.ts';

let cohort: PublishedResult;
beforeAll(async () => {
  cohort = await toldCohort('thesis');
});

const captionOf = (name: string, result: PublishedResult) =>
  (FIGURE_TEXTS[name]?.caption(result) ?? []).map((passage) => typed(passage).fr).join(' ');

it('has words for every figure of the report, in the order of reading', () => {
  expect(Object.keys(FIGURE_TEXTS)).toEqual([
    ...['flow', 'lesions', 'primary-comparison', 'count-comparisons', 'protocols', 'lesion-patterns'],
    ...['lesion-sizes', 'lesion-sensitivity', 'lesion-confidence', 'paired-differences'],
    ...['bland-altman', 'measure-histograms', 'recist-waterfall', 'recist-agreement', 'readers', 'centres'],
  ]);
});

describe('the fifteen comparisons', () => {
  const whole = (cells: Parameters<typeof withCells>[3], labels = {}) =>
    captionOf('count-comparisons', withCells(cohort, 'count-tests', { side: 'whole', ...labels }, cells));

  it('are told by the shorter of the two lists', () => {
    expect(whole({ cluster_p_holm: 0.2 })).toContain('Aucune différence n’est établie.');
    expect(whole({ cluster_p_holm: 0.001 })).toMatch(
      /Différences établies : IRM diffusion > IRM T2 FS, .*artériel > TDM portal\./,
    );
    expect(whole({})).toContain('Les différences sont établies, sauf : IRM T2 FS – IRM artériel');
    const few = withCells(cohort, 'count-tests', { side: 'whole' }, { cluster_p_holm: 0.2 });
    const one = { side: 'whole', first: 'mri_portal', second: 'ct_portal' };
    const told = withCells(few, 'count-tests', one, { cluster_p_holm: 0.01 });
    expect(captionOf('count-comparisons', told)).toContain(
      'Différences établies : IRM portal > TDM portal ; pour les autres, non.',
    );
  });

  it('speak of intervals that are not corrected where no p is published', () => {
    const caption = whole({ cluster_p_holm: null });
    expect(caption).toContain(
      'Les intervalles, non corrigés, excluent zéro, sauf : IRM portal – TDM portal.',
    );
    expect(caption).not.toContain('établie');
  });
});

describe('the sides of the primary comparison', () => {
  it('are judged after Holm’s correction, the whole liver before', () => {
    const corrected = withCells(cohort, 'primary-comparison', {}, { cluster_p: 0.04, cluster_p_holm: 0.06 });
    expect(captionOf('primary-comparison', corrected)).toContain(
      'Foie entier : l’IRM montre plus de métastases ; foie droit et foie gauche : les données ne tranchent pas.',
    );
  });
});

describe('what shows most', () => {
  it('is named once, or every sequence of a tie', () => {
    const tied = withCells(cohort, 'counts', { side: 'whole', sequence: 'ct_portal' }, { total: 313 });
    expect(captionOf('lesions', cohort)).toContain('en TDM, TDM artériel (313 métastases).');
    expect(captionOf('lesions', tied)).toContain(
      'en TDM, à égalité TDM artériel et TDM portal (313 métastases chacune).',
    );
  });

  it('is said of the last class of a histogram too', () => {
    const large = withCells(cohort, 'measure-histograms', { sequence: 'ct_portal' }, { patients: 0 });
    const rows = large.tables.find(({ name }) => name === 'measure-histograms')?.rows ?? [];
    expect(rows.some((row) => row[2] === null)).toBe(true);
    const last: PublishedResult = {
      ...large,
      tables: large.tables.map((table) =>
        table.name === 'measure-histograms'
          ? {
              ...table,
              rows: table.rows.map((row) =>
                row[0] === 'ct_portal' && row[2] === null ? row.with(3, 9) : row,
              ),
            }
          : table,
      ),
    };
    expect(captionOf('measure-histograms', last)).toContain('TDM portal, 100 mm et plus (9 patients).');
  });
});

describe('the centres together', () => {
  const pooled = (cells: Parameters<typeof withCells>[3]) =>
    captionOf(
      'centres',
      withCells(
        cohort,
        'centres',
        { effect: 'count_difference', first: 'mri_total', group: 'pooled' },
        cells,
      ),
    );

  it('say whether no difference is ruled out, and what another centre would show', () => {
    expect(pooled({})).toContain('l’absence de différence n’est pas exclue');
    const clear = pooled({ estimate_low: 2, prediction_low: -1.5, prediction_high: 9 });
    expect(clear).not.toContain('n’est pas exclue');
    expect(clear).toContain('on attendrait entre −1,50 et 9,00 (intervalle de prédiction à 95 %)');
  });
});
