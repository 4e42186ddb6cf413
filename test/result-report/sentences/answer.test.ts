import { beforeAll, describe, expect, it } from 'vitest';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { abbreviatedAnswer } from '#shared/result-report/sentences/answer/abbreviated.ts';
import { basisAnswer } from '#shared/result-report/sentences/answer/basis.ts';
import { diametersAnswer } from '#shared/result-report/sentences/answer/diameters.ts';
import { diffusionAnswer } from '#shared/result-report/sentences/answer/diffusion.ts';
import { primaryAnswer } from '#shared/result-report/sentences/answer/primary.ts';
import { withoutTables } from '../files/sample-result.ts';
import { toldCohort, withCells, withoutColumn } from './told-results.ts';
import { typed } from './told-text.ts';

type Cells = Parameters<typeof withCells>[3];

let cohort: PublishedResult;
beforeAll(async () => {
  cohort = await toldCohort('thesis');
});

describe('which modality shows more', () => {
  const said = (cells: Cells) =>
    typed(primaryAnswer(withCells(cohort, 'primary-comparison', { side: 'whole' }, cells)));
  /** A test and an interval, judged together. */
  const judged = (p: number | null, low: number | null, high: number | null, more: Cells = {}) =>
    said({ cluster_p: p, rate_ratio_low: low, rate_ratio_high: high, ...more });

  it('is MRI where test and interval say so', () => {
    expect(judged(0.001, 1.2, 3).fr).toMatch(/^L’IRM montre plus de métastases que la TDM, sur 57 couples/);
    expect(judged(0.001, 1.2, 3).en).toMatch(/^MRI shows more metastases than CT on 57 CT–MRI pairs/);
  });

  it('is CT where the direction is reversed', () => {
    const { fr, en } = judged(0.001, 0.3, 0.8, { rate_ratio: 0.5, mean_difference: -3 });
    expect(fr).toMatch(
      /^La TDM montre plus .* rapport IRM\/TDM de 0,50 \(intervalle .* de 0,30 à 0,80 ; p = 0,001,/,
    );
    expect(en).toMatch(
      /^CT shows more .* MRI\/CT ratio 0\.50 \(95% confidence interval 0\.30 to 0\.80; p = 0\.001,/,
    );
  });

  it('is open where no difference lies in the interval, which is never called equality', () => {
    const { fr, en } = judged(0.3, 0.8, 1.9);
    expect(fr).toMatch(
      /^Les données ne disent pas laquelle.* de 0,80 à 1,90 ; p = 0,30.*Cela ne montre pas que les deux se valent\.$/,
    );
    expect(en).toMatch(
      /^The data do not tell whether MRI or CT.*This does not show that the two are alike\.$/,
    );
  });

  it.each([
    [0.0499, 1.01, 'L’IRM montre plus', 'p < 0,05,'],
    [0.05, 1, 'Les données ne disent pas', 'p = 0,050,'],
    [0.0501, 0.99, 'Les données ne disent pas', 'p = 0,050,'],
    [0.05, 1.01, 'Le test et l’intervalle ne s’accordent pas', 'p = 0,050,'],
    [0.049, 0.99, 'Le test et l’intervalle ne s’accordent pas', 'p = 0,049,'],
  ])('with p %f and a lower limit of %f begins: %s', (p, low, beginning, shown) => {
    const { fr } = judged(p, low, 3);
    expect(fr.startsWith(beginning)).toBe(true);
    expect(fr).toContain(shown);
  });

  it('says that the interval nearly leaves no difference in', () => {
    expect(judged(0.04, 1.004, 3).fr).toContain('de 1,00 à 3,00, tout près de l’absence de différence ;');
    expect(judged(0.04, 1.006, 3).fr).not.toContain('tout près');
  });

  it('follows the interval where the study publishes no p', () => {
    const { fr } = judged(null, 1.2, 3, { cluster_reason: 'too_few_patients' });
    expect(fr).toMatch(/^L’IRM montre plus .*pas de p : trop peu de patients\)\.$/);
  });

  it('follows the test where a modality without a lesion leaves no ratio', () => {
    const none = { rate_ratio: null, rate_ratio_reason: 'no_observation' };
    expect(judged(0.001, null, null, none).fr).toMatch(
      /^L’IRM montre plus .*pas de rapport IRM\/TDM \(aucune valeur/,
    );
    expect(judged(0.001, null, null, { ...none, mean_difference: -4 }).fr).toMatch(/^La TDM montre plus/);
  });

  it('says the reasons where there is neither', () => {
    const { fr } = judged(null, null, null, {
      cluster_reason: 'exact_law_too_large',
      rate_ratio_reason: 'too_few_patients',
    });
    expect(fr).toMatch(
      /^Ni test ni intervalle.*pas d’intervalle de confiance : trop peu de patients ; pas de p : trop d’obs/,
    );
  });

  it('says of fewer than six patients that the exact test is blind', () => {
    expect(judged(0.0625, 0.9, 3, { n_patients: 5 }).fr).toContain(
      'Avec moins de six patients, ce test ne peut',
    );
    expect(judged(0.0625, 0.9, 3, { n_patients: 6 }).fr).not.toContain('moins de six');
    expect(judged(0.06, 0.9, 3, { n_patients: 5, cluster_method: 'large_sample' }).fr).not.toContain(
      'moins de six',
    );
  });

  it('names the table and goes on where an earlier release lacks a column', () => {
    const { fr, en } = typed(primaryAnswer(withoutColumn(cohort, 'primary-comparison', 'cluster_method')));
    expect(fr).toMatch(/sans le tableau « primary-comparison » sous cette forme\.$/);
    expect(en).toMatch(/without the table “primary-comparison” in this form\.$/);
  });

  it('goes without the totals where their table is missing', () => {
    expect(typed(primaryAnswer(withoutTables(cohort, ['counts']))).fr).toMatch(/37 patients : rapport/);
  });
});

describe('diffusion by itself', () => {
  const against = (second: string, cells: Cells) =>
    typed(
      diffusionAnswer(
        withCells(cohort, 'count-tests', { side: 'whole', first: 'mri_diffusion', second }, cells),
      ),
    );

  it('shows more than each other sequence, or each is told by what was found', () => {
    expect(typed(diffusionAnswer(cohort)).fr).toMatch(/Elle en montre plus que chacune des autres séquences/);
    expect(against('ct_arterial', { cluster_p_holm: 0.2 }).fr).toMatch(
      /moins de métastases : IRM T2 FS, IRM artériel, IRM portal et TDM portal ; pas de conclusion possible : TDM artériel\.$/,
    );
    expect(against('ct_arterial', { mean_difference: -2 }).fr).toContain('plus de métastases : TDM artériel');
    expect(against('ct_arterial', { cluster_p_holm: null, cluster_reason: 'all_zero' }).fr).toContain(
      'autant sur chaque couple : TDM artériel',
    );
  });

  it('has no share where it shows more than MRI as a whole', () => {
    const contradicted = withCells(
      cohort,
      'counts',
      { side: 'whole', sequence: 'mri_diffusion' },
      {
        share_of_modality: null,
        reason: 'more_seen_than_present',
      },
    );
    expect(typed(diffusionAnswer(contradicted)).fr).toMatch(
      /compte 861 lésions.*il n’en est pas donné de part : sur un/,
    );
  });
});

describe('an abbreviated protocol', () => {
  it('lies between bounds, or shows a number where they meet', () => {
    const exact = { at_least: 861, at_most: 861, at_most_share: 861 / 8.64 };
    const met = withCells(
      cohort,
      'protocols',
      { side: 'whole', protocol: 't2fs_diffusion' },
      {
        ...exact,
        at_least_share: exact.at_most_share,
      },
    );
    expect(typed(abbreviatedAnswer(cohort)).fr).toContain('montrerait au moins 861 et au plus 864 des 864');
    expect(typed(abbreviatedAnswer(met)).fr).toContain(
      'montrerait exactement 861 des 864 métastases de l’IRM complète (99,7 %)',
    );
  });
});

describe('whether both measure alike', () => {
  const said = (cells: Cells) =>
    typed(
      diametersAnswer(
        withCells(cohort, 'agreement', { first: 'mri_diffusion', second: 'ct_arterial' }, cells),
      ),
    );

  it.each([
    [0.2, 1.5, 'En moyenne, la diffusion donne un diamètre plus grand que la TDM'],
    [-1.5, -0.01, 'En moyenne, la diffusion donne un diamètre plus petit que la TDM'],
    [-1.5, 0, 'Les données ne disent pas laquelle, de la diffusion ou de la TDM'],
    [null, null, 'Les diamètres en diffusion et en TDM ne sont que décrits'],
  ])('with the bias from %s to %s: %s', (bias_low, bias_high, beginning) => {
    expect(said({ bias_low, bias_high, bias_reason: 'too_few_patients' }).fr.startsWith(beginning)).toBe(
      true,
    );
  });

  it('is not said beyond fewer than six patients', () => {
    expect(said({ n_patients: 5 }).fr).toContain('Avec moins de six patients, cela ne vaut que pour eux.');
    expect(said({}).fr).not.toContain('moins de six');
  });

  it('says why no limits are given', () => {
    expect(said({ lower_limit: null, limits_reason: 'too_few_patients' }).fr).toContain(
      'n’est pas donné : trop peu de patients.',
    );
  });
});

it('what this rests on leaves out what the result does not say', () => {
  const without = withoutTables(cohort, ['reader-characteristics']);
  expect(typed(basisAnswer(cohort)).fr).toContain('29 couples de 22 patients ; 4 centres, un seul lecteur');
  expect(typed(basisAnswer(without)).fr).toContain('29 couples de 22 patients. Il n’y a pas');
});
