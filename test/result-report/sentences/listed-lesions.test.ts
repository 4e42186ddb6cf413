import { beforeAll, describe, expect, it } from 'vitest';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { FIGURE_TEXTS } from '#shared/result-report/sentences/figure-texts.ts';
import { withoutTables } from '../files/sample-result.ts';
import { toldCohort, withCells } from './told-results.ts';
import { typed } from './told-text.ts';

let listed: PublishedResult;
beforeAll(async () => {
  listed = await toldCohort('listed');
});

const captionOf = (name: string, result: PublishedResult) =>
  (FIGURE_TEXTS[name]?.caption(result) ?? []).map((passage) => typed(passage).en).join(' ');

describe('what is said of listed lesions', () => {
  it('is that CT alone shows some, or that none contradicts the thesis', () => {
    const alone = { group: 'whole', what: 'only_second', first: 'full_mri', second: 'full_ct' };
    expect(captionOf('lesion-patterns', listed)).toContain('these lists say otherwise');
    const none = withCells(listed, 'visibility', alone, { lesions: 0 });
    expect(captionOf('lesion-patterns', none)).toContain('these lists do not contradict it');
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
    expect(captionOf('lesion-sizes', listed)).toMatch(/under 5 mm, [^;]*\(difference shown\)/i);
    const open = withCells(listed, 'lesion-tests', small, { obuchowski_p_holm: 0.05 });
    expect(captionOf('lesion-sizes', open)).toMatch(/under 5 mm, [^;]*\(difference not shown\)/i);
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

  it('is that the result cannot tell, where it has no such table', () => {
    const without = withoutTables(listed, ['visibility', 'lesion-tests', 'performance']);
    for (const name of ['lesion-patterns', 'lesion-sizes', 'lesion-sensitivity'])
      expect(captionOf(name, without)).toMatch(/^This result cannot tell/);
  });

  it('is nothing of a study whose centres list none', async () => {
    const thesis = await toldCohort('thesis');
    for (const name of ['lesion-patterns', 'lesion-sizes', 'lesion-sensitivity'])
      expect(captionOf(name, thesis)).toBe('Nothing to show: no centre lists its lesions one by one.');
  });
});
