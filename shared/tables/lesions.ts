import { SEQUENCES, type SequenceName } from '#shared/protocol/sequences.ts';
import { SIDE_TITLES } from '#shared/protocol/sides.ts';
import { millimetres, oneOf, wholeNumber } from './column-kinds.ts';
import { PAIR, READER } from './pairs.ts';
import { PATIENT_ID } from './patients.ts';
import { defineTable, optional, type RowOf, required } from './table.ts';

export type DiameterColumn = `${SequenceName}_mm`;
/** Written out, because it is asked for every diameter of every lesion: a text made anew is sought more slowly. */
const DIAMETER_OF: { readonly [Name in SequenceName]: `${Name}_mm` } = {
  mri_t2fs: 'mri_t2fs_mm',
  mri_diffusion: 'mri_diffusion_mm',
  mri_arterial: 'mri_arterial_mm',
  mri_portal: 'mri_portal_mm',
  ct_arterial: 'ct_arterial_mm',
  ct_portal: 'ct_portal_mm',
};
export const diameterColumn = (sequence: SequenceName): DiameterColumn => DIAMETER_OF[sequence];

export const DIAMETER_COLUMNS = SEQUENCES.map(({ name, title }) =>
  optional(diameterColumn(name), millimetres({ from: 0, to: 400 }), {
    fr: `plus grand diamètre axial, ${title.fr} (mm)`,
    en: `greatest axial diameter, ${title.en} (mm)`,
  }),
);

const SIDE_NAMES = { right: ['droite'], left: ['gauche'] };
const SIDE_MEANT = { right: ['D', 'dt', 'dte', 'R', 'rt'], left: ['G', 'gche', 'L', 'lt'] };
export const SIDE = required('side', oneOf(SIDE_TITLES, SIDE_NAMES, SIDE_MEANT), { fr: 'côté', en: 'side' });

/** `lesions.csv`: one row per measured lesion, pair and reader. */
export const LESIONS = defineTable({
  name: 'lesions',
  title: { fr: 'lésions mesurées', en: 'measured lesions' },
  rowIs: {
    fr: 'une lésion mesurée par un lecteur sur un couple',
    en: 'one lesion that one reader measured on one pair',
  },
  keyColumns: ['patient_id', 'pair', 'reader', 'lesion'],
  columns: [
    PATIENT_ID,
    PAIR,
    READER,
    required('lesion', wholeNumber({ from: 1, to: 99 }), { fr: 'lésion', en: 'lesion' }),
    SIDE,
    ...DIAMETER_COLUMNS,
  ],
});

export type LesionRow = RowOf<typeof LESIONS.columns>;
