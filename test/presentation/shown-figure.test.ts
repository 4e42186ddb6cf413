import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bilingual } from '#shared/language.ts';
import { NO_VALUE } from '#shared/presentation/figures.ts';
import { shownCell } from '#shared/presentation/shown-cell.ts';
import { shownFigure } from '#shared/presentation/shown-figure.ts';
import type { ResultColumn, ResultValue } from '#shared/publication/result-table.ts';

const column = (
  name: string,
  unit: string | null = null,
  type: ResultColumn['type'] = 'number',
  vocabulary: string | null = null,
): ResultColumn => ({ name, type, unit, title: { fr: name, en: name }, vocabulary });

describe('a figure of a published table is shown', () => {
  it.each<[string, ResultValue, ResultColumn, string, string]>([
    ['a number of patients', 37, column('n_patients', null, 'integer'), '37', '37'],
    ['thousands', 12345, column('total', null, 'integer'), '12\u202f345', '12,345'],
    ['a negative number', -3, column('difference', null, 'integer'), '−3', '−3'],
    ['no value', null, column('mean'), NO_VALUE, NO_VALUE],
    ['a yes', true, column('wilcoxon_ties', null, 'boolean'), 'oui', 'yes'],
    ['a no', false, column('wilcoxon_ties', null, 'boolean'), 'non', 'no'],
    ['a name', 'beaujon', column('centre', null, 'text'), 'beaujon', 'beaujon'],
    ['a mean', 456 / 57, column('mean_per_pair'), '8,0', '8.0'],
    ['another', 231 / 57, column('mean_per_pair'), '4,1', '4.1'],
    ['millimetres', 27.583333333333336, column('median', 'mm'), '27,6', '27.6'],
    ['metastases', 9.649122807017545, column('mean_difference', 'metastases'), '9,6', '9.6'],
    ['points', -63.657407407407405, column('rate_difference', 'percentage points'), '−63,7', '−63.7'],
    ['a quantity of the row', 12.518272359121399, column('standard_deviation'), '12,5', '12.5'],
    ['a ratio', 2.751592356687898, column('rate_ratio'), '2,75', '2.75'],
    ['κ', 1.005, column('kappa'), '1,01', '1.01'],
    ['a limit that rounds to nothing', -0.0001, column('slope'), '0,00', '0.00'],
    ['V', 1596, column('wilcoxon_v'), '1\u202f596', '1,596'],
    ['V with a half', 1226.5, column('wilcoxon_v'), '1\u202f226,5', '1,226.5'],
    ['degrees of freedom', 28.814975298344738, column('cr2_df'), '28,8', '28.8'],
    ['degrees of freedom that are whole', 56, column('t_df'), '56', '56'],
    ['the limit of a bin', 10, column('from', 'mm'), '10', '10'],
    ['a point that is a count', 11, column('mri_t2fs'), '11', '11'],
    ['a point in millimetres', 41.7, column('mri_t2fs'), '41,7', '41.7'],
    ['p', 0.24, column('wilcoxon_p'), '0,24', '0.24'],
    ['a small p', 0.002075, column('p'), '0,002', '0.002'],
    ['a smaller p', 2.9e-11, column('cluster_p_holm'), '< 0,001', '< 0.001'],
    ['a p just under 0.05', 0.0499, column('cluster_p_bh'), '< 0,05', '< 0.05'],
    ['a p of 1', 1, column('t_p'), '> 0,99', '> 0.99'],
    ['its logarithm', -10.536, column('cluster_log10_p'), '−10,54', '−10.54'],
    ['a share', 100 * (528 / 864), column('rate', '%'), '61', '61'],
    ['861 of 864', 100 * (861 / 864), column('rate', '%'), '99,7', '99.7'],
    ['all', 100, column('rate', '%'), '100', '100'],
    ['none', 0, column('rate', '%'), '0', '0'],
    ['all but one of many', 99.97, column('rate', '%'), '> 99,9', '> 99.9'],
    ['one of many', 0.03, column('rate', '%'), '< 0,1', '< 0.1'],
    ['a share just above 98', 98.4, column('rate', '%'), '98,4', '98.4'],
    ['a share just below 2', 1.6, column('rate', '%'), '1,6', '1.6'],
    ['shares at both ends of these', 98, column('rate', '%'), '98', '98'],
    ['one of 314', 100 / 314, column('percent', '%'), '0,3', '0.3'],
    ['a fall', -2.86379368595443, column('change_mean', '%'), '−2,9', '−2.9'],
    ['a relative bias', 0.04, column('relative_bias', '%'), '0,0', '0.0'],
  ])('%s', (_, value, of, fr, en) => {
    expect([shownFigure(value, of, 'fr'), shownFigure(value, of, 'en')]).toEqual([fr, en]);
  });

  it('near what it is: within half a unit of the last decimal', () => {
    const columns = [column('mean'), column('kappa'), column('rate', '%'), column('cr2_df')];
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.constantFrom(...columns), (value, of) => {
        const shown = shownFigure(value, of, 'en');
        fc.pre(!/[<>]/.test(shown));
        const decimals = shown.split('.')[1]?.length ?? 0;
        expect(Math.abs(Number(shown) - value)).toBeLessThanOrEqual(0.5000000001 * 10 ** -decimals);
      }),
    );
  });

  it('as a whole per cent never, where it is not none or all', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, minExcluded: true, maxExcluded: true, noNaN: true }),
        (value) => {
          expect(['0', '100', '0,0', '100,0']).not.toContain(shownFigure(value, column('rate', '%'), 'fr'));
        },
      ),
    );
  });
});

describe('a code of a published table is shown', () => {
  const titles: Readonly<Record<string, Bilingual>> = {
    'warning ties': { fr: 'ex æquo', en: 'ties' },
    'warning zeros': { fr: 'zéros', en: 'zeros' },
  };
  const titleOf = (vocabulary: string, code: string) => titles[`${vocabulary} ${code}`];
  const warnings = column('wilcoxon_warnings', null, 'text', 'warning');

  it.each<[ResultValue, string, string]>([
    ['ties', 'ex æquo', 'ties'],
    ['ties zeros', 'ex æquo ; zéros', 'ties; zeros'],
    ['unheard_of', 'unheard_of', 'unheard_of'],
    [null, NO_VALUE, NO_VALUE],
  ])('%s as %s', (value, fr, en) => {
    expect(shownCell(value, warnings, titleOf)).toEqual({ fr, en });
  });
});
