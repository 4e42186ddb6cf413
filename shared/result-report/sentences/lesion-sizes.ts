import { type PublishedResult, type PublishedRow, rowsOf } from '#shared/result-report/published-result.ts';

const MODALITIES = { first: 'full_mri', second: 'full_ct' };
const DIFFUSION = 'mri_diffusion';

/** The groups of `lesion-tests` that are sides of the liver: every other is a size. */
const SIDES = new Set(['whole', 'right', 'left']);
const isOfSize = (row: PublishedRow): boolean => !SIDES.has(row.text('group'));

/** All of MRI against all of CT, in each class of size. */
export const modalitiesBySize = (result: PublishedResult): readonly PublishedRow[] =>
  rowsOf(result, 'lesion-tests').filter(
    (row) =>
      isOfSize(row) && row.text('first') === MODALITIES.first && row.text('second') === MODALITIES.second,
  );

/** Diffusion, of which the thesis asks, against each other sequence, in each class of size. */
export const diffusionBySize = (result: PublishedResult): readonly PublishedRow[] =>
  rowsOf(result, 'lesion-tests').filter(
    (row) =>
      isOfSize(row) &&
      row.text('family') === 'sequences' &&
      [row.text('first'), row.text('second')].includes(DIFFUSION),
  );
