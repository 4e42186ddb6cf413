import { describe, expect, it } from 'vitest';
import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { basisAnswer } from '#shared/result-report/sentences/answer/basis.ts';
import { FIGURE_TEXTS } from '#shared/result-report/sentences/figure-texts.ts';
import { methods } from '#shared/result-report/sentences/methods.ts';
import { withoutTables } from '../files/sample-result.ts';
import { toldCohort, withCells } from './told-results.ts';
import { typed } from './told-text.ts';

const listed = await toldCohort('listed');
const byTwo = await toldCohort('listed-by-two');

const inEnglish = (passages: readonly BilingualPassage[]) =>
  passages.map((passage) => typed(passage).en).join(' ');
const captionOf = (name: string, result: PublishedResult) =>
  inEnglish(FIGURE_TEXTS[name]?.caption(result) ?? []);

const NAMES = ['lesion-patterns', 'lesion-sizes', 'lesion-sensitivity', 'lesion-confidence'];

describe('what is said of listed lesions', () => {
  it('is that CT alone shows some, or that none contradicts the thesis', () => {
    const alone = { group: 'whole', what: 'only_second', first: 'full_mri', second: 'full_ct' };
    expect(captionOf('lesion-patterns', listed)).toContain(
      'these lists say otherwise, as far as these lesions are metastases',
    );
    const none = withCells(listed, 'visibility', alone, { lesions: 0 });
    expect(captionOf('lesion-patterns', none)).toContain(
      'these lists do not contradict it, nor do they prove it',
    );
  });

  it('is which patterns are not drawn, if any', () => {
    expect(captionOf('lesion-patterns', listed)).toContain('The fifteen most frequent combinations are here');
    const seen = withCells(listed, 'visibility', { what: 'pattern' }, { lesions: 0 });
    expect(captionOf('lesion-patterns', seen)).toMatch(/^Nothing to show: no listed metastasis/);
    const one = withCells(seen, 'visibility', { what: 'pattern', seen_on: 'none' }, { lesions: 2 });
    expect(captionOf('lesion-patterns', one)).toContain('Every combination that has a metastasis is here.');
  });

  it('is of each size whether a difference is shown, or why a small one is kept back', () => {
    const small = { group: 'under_5', first: 'full_mri' };
    expect(captionOf('lesion-sizes', listed)).toMatch(
      /under 5 mm, [^;]* of 628 metastases of 35 patients \(difference shown, p = 0\.002\)/i,
    );
    const open = withCells(listed, 'lesion-tests', small, { obuchowski_p_holm: 0.05 });
    expect(captionOf('lesion-sizes', open)).toMatch(/under 5 mm, [^;]*\(difference not shown, p = 0\.050\)/i);
    const untested = (difference_low: number, difference_high: number) =>
      captionOf(
        'lesion-sizes',
        withCells(listed, 'lesion-tests', small, {
          ...{ obuchowski_p_holm: null, difference_low, difference_high },
        }),
      );
    expect(untested(-20, -3)).toMatch(/under 5 mm, [^;]*\(the interval, not corrected, leaves zero out\)/i);
    expect(untested(3, 20)).toMatch(/under 5 mm, [^;]*\(the interval, not corrected, leaves zero out\)/i);
    expect(untested(-3, 20)).toMatch(/under 5 mm, [^;]*\(the interval has zero in it\)/i);
    const few = withCells(listed, 'lesion-tests', small, {
      ...{ rate_first: null, rate_second: null, reason: 'too_few_patients' },
    });
    const why = listed.titleOf('reason', 'too_few_patients')?.en ?? '?';
    expect(captionOf('lesion-sizes', few).toLowerCase()).toContain(`under 5 mm, not told (${why})`);
  });

  it('is of each size what diffusion shows, with its interval, or why it is not told', () => {
    const small = { group: 'under_5', what: 'seen', first: 'mri_diffusion' };
    expect(captionOf('lesion-sizes', listed)).toMatch(
      /on diffusion: under 5 mm, [\d.]+% of 653 metastases \(95% confidence interval [\d.]+ to [\d.]+%\)/i,
    );
    const few = withCells(listed, 'visibility', small, { share: null, reason: 'too_few_patients' });
    const why = listed.titleOf('reason', 'too_few_patients')?.en ?? '?';
    expect(captionOf('lesion-sizes', few).toLowerCase()).toContain(
      `diffusion: under 5 mm, not told (${why})`,
    );
  });

  it('is that the result cannot tell, where its table has no shares of single sequences', () => {
    const older = withCells(listed, 'visibility', { what: 'seen' }, { what: 'pattern' });
    expect(captionOf('lesion-sizes', older)).toMatch(/^This result cannot tell/);
  });

  it('is what is not verified, and nothing where no reference stands', () => {
    expect(captionOf('lesion-sensitivity', listed)).toMatch(/left aside: \d+ of the \d+ lesions/);
    const none = withCells(listed, 'performance', { reference: 'all' }, { metastases: 0 });
    expect(captionOf('lesion-sensitivity', none)).toMatch(/^Nothing to show: neither histology/);
  });

  it('is on which modality the first readers tell metastases apart better, if on any', () => {
    const said = (cells: Readonly<Record<string, number | string | null>>) =>
      captionOf('lesion-confidence', withCells(listed, 'froc', { group: 'all' }, cells));
    expect(said({})).toMatch(/p < 0.001\): MRI tells metastases apart better/);
    const lower = { difference: -0.38, difference_low: -0.43, difference_high: -0.32 };
    expect(said(lower)).toContain('CT tells metastases apart better');
    const open = { difference_low: -0.1, difference_high: 0.86, difference_p: 0.12 };
    expect(said(open)).toMatch(/p = 0.12\): the data do not decide/);
    const kept = { difference_low: null, difference_high: null, difference_p: null };
    const why = listed.titleOf('reason', 'no_variation')?.en ?? '?';
    expect(said({ ...kept, difference_reason: 'no_variation' })).toContain(
      `(no confidence interval: ${why}): no test and no interval`,
    );
  });

  it('is that a finding of fewer than six patients holds for them only', () => {
    const few = withCells(listed, 'froc', { group: 'all' }, { n_patients: 5 });
    expect(captionOf('lesion-confidence', few)).toContain('this holds for them only');
    expect(captionOf('lesion-confidence', listed)).not.toContain('this holds for them only');
  });

  it('is why there is no area', () => {
    const none = withCells(listed, 'froc', { group: 'all' }, { mri: null, n_cases: 0 });
    expect(captionOf('lesion-confidence', none)).toMatch(/^Nothing to show: no lesion whose nature/);
    const ct = withCells(listed, 'froc', { group: 'all' }, { ct: null, ct_reason: 'too_few_patients' });
    const why = listed.titleOf('reason', 'too_few_patients')?.en ?? '?';
    expect(captionOf('lesion-confidence', ct)).toBe(`Nothing to show: ${why}.`);
  });

  it('is of several readers for whom they stand, and that other centres are in the table', () => {
    const several = captionOf('lesion-confidence', byTwo);
    expect(several).toContain('Readers of a centre together: Angers (2 readers, ');
    expect(several).toContain('“readers such as these” reaches out to others');
    expect(several).toContain('The other centres that have several readers are in the table.');
    expect(captionOf('lesion-confidence', listed)).toContain('nothing is told of other readers');
    expect(captionOf('lesion-confidence', listed)).not.toContain('in the table');
  });

  it('is that the result cannot tell, where it has no such table', () => {
    const without = withoutTables(listed, ['visibility', 'lesion-tests', 'performance', 'froc']);
    for (const name of NAMES) expect(captionOf(name, without)).toMatch(/^This result cannot tell/);
  });

  it('is nothing of a study whose centres list none', async () => {
    const thesis = await toldCohort('thesis');
    for (const name of NAMES)
      expect(captionOf(name, thesis)).toBe('Nothing to show: no centre lists its lesions one by one.');
  });
});

describe('the methods of a study that lists its lesions', () => {
  const PAPERS = [
    ...['Obuchowski’s McNemar test for data clustered by patient (1998)', 'Durkalski et al. (2003)'],
    ...['Yang, Sun and Hardin (2010)', 'Korn and Graubard, 1998', 'Chakraborty and Berbaum, 2004'],
  ];
  const SEVERAL = ['Obuchowski and Rockette do (1995)', 'Hillis’s degrees of freedom (2007)'];

  it('name the tests of listed lesions, and of another study none of them', async () => {
    for (const paper of PAPERS) expect(inEnglish([methods(listed)])).toContain(paper);
    const thesis = inEnglish([methods(await toldCohort('thesis'))]);
    for (const paper of [...PAPERS, ...SEVERAL]) expect(thesis).not.toContain(paper);
  });

  it('name the analysis of several readers where a centre has some', () => {
    for (const paper of SEVERAL) {
      expect(inEnglish([methods(byTwo)])).toContain(paper);
      expect(inEnglish([methods(listed)])).not.toContain(paper);
    }
  });

  it('do not say, nor does the answer, that nothing matches its lesions', async () => {
    const [ofLists, thesis] = [listed, await toldCohort('thesis')].map((result) =>
      inEnglish([methods(result), basisAnswer(result)]),
    );
    expect(thesis?.match(/[Tt]here is no reference standard/g)).toHaveLength(2);
    expect(ofLists).not.toMatch(/[Tt]here is no reference standard/);
    expect(ofLists).toContain('the lists match them, for those pairs alone whose lesions are listed');
    expect(ofLists).toContain('is in the part “Lesion by lesion”');
  });
});
