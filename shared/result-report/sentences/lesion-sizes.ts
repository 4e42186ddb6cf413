import { type PublishedResult, type PublishedRow, rowsOf } from '#shared/result-report/published-result.ts';

const MODALITIES = { first: 'full_mri', second: 'full_ct' };
const DIFFUSION = 'mri_diffusion';

/** The groups of lesions that are sides of the liver; of the others, those that are no segment are sizes. */
const SIDES = new Set(['whole', 'right', 'left']);
export const isOfWhole = (row: PublishedRow): boolean => row.text('group') === 'whole';
export const isOfSide = (row: PublishedRow): boolean => SIDES.has(row.text('group'));
const isOfSize = (row: PublishedRow): boolean => !isOfSide(row) && !row.text('group').startsWith('segment_');

/** Whether a row compares all of MRI with all of CT. */
export const isOfModalities = (row: PublishedRow): boolean =>
  row.text('first') === MODALITIES.first && row.text('second') === MODALITIES.second;

/** All of MRI against all of CT, in each class of size. */
export const modalitiesBySize = (result: PublishedResult): readonly PublishedRow[] =>
  rowsOf(result, 'lesion-tests').filter((row) => isOfSize(row) && isOfModalities(row));

/** What each sequence and all of a modality show, in each class of size. */
export const shownBySize = (result: PublishedResult): readonly PublishedRow[] =>
  rowsOf(result, 'visibility').filter((row) => row.text('what') === 'seen' && isOfSize(row));

/** What diffusion, of which the thesis asks, shows in each class of size. */
export const diffusionBySize = (result: PublishedResult): readonly PublishedRow[] =>
  shownBySize(result).filter((row) => row.text('first') === DIFFUSION);

export const isOfModality = (row: PublishedRow): boolean =>
  [MODALITIES.first, MODALITIES.second].includes(row.text('first'));
