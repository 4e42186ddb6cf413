import type { ListingPatient } from './listed-study.ts';

/*
 * Twelve lesions of six patients, as drawn on paper:
 *
 *          right liver            |  left liver               T2 DWI art port | CT art, port
 *   P1     (1) VIII 12 mm         |                            Y   Y   Y   Y  |  Y  Y
 *          (2) VI   5–9           |                            N   Y   Y   N  |  N  N
 *                                 |  (3) II   < 5              N   Y   N   N  |  N  N     diffusion alone
 *   P2     (1) VII  25 mm         |                            Y   Y   Y   Y  |  Y  Y
 *      2nd (1) VII  25 mm         |                            Y   Y   Y   Y  |  N  Y     the same on the second pair
 *   P3                            |  (1) III  5–9              N   N   Y   Y  |  N  N     after gadolinium alone
 *                                 |  (2) IVb  < 5              N   N   N   N  |  Y  N     CT alone
 *          (3) V    10–19, benign |                            Y   N   Y   N  |  Y  Y
 *   P4     (1) VIII 10–19         |                            Y   Y   ?   ?  |  Y  Y     no gadolinium
 *   P5                            |  (1) II   5–9              Y   Y   N   N  |  N  Y
 *          (2) no segment, no size|                            N   N   N   N  |  N  N     found at surgery
 *   P6     (1) VI   ≥ 20          |                            Y   Y   Y   Y  |  Y  Y
 *
 * So eleven metastases, of six patients: seven on the right, four on the left.
 */
const measured = (lesion: number, millimetres: number, pair = 1) => ({
  ...{ pair, lesion, mri_t2fs_mm: millimetres, mri_diffusion_mm: null, mri_arterial_mm: null },
  ...{ mri_portal_mm: null, ct_arterial_mm: millimetres - 1, ct_portal_mm: null },
});

export const TWELVE_LESIONS: readonly ListingPatient[] = [
  {
    id: 'P1',
    lesions: [measured(1, 12)],
    listed: [
      { segment: 'VIII', seen: 'YYYYYY', reference: 'histology' },
      { segment: 'VI', size_class: '5_9', seen: 'NYYNNN' },
      { side: 'left', segment: 'II', size_class: 'under_5', seen: 'NYNNNN', reference: 'follow_up' },
    ],
  },
  {
    id: 'P2',
    pairs: [{}, { pair: 2 }],
    lesions: [measured(1, 25), measured(1, 25, 2)],
    listed: [
      { lesion: 1, segment: 'VII', seen: 'YYYYYY' },
      { lesion: 1, pair: 2, segment: 'VII', seen: 'YYYYNY' },
    ],
  },
  {
    id: 'P3',
    listed: [
      { side: 'left', segment: 'III', size_class: '5_9', seen: 'NNYYNN' },
      { side: 'left', segment: 'IVb', size_class: 'under_5', seen: 'NNNNYN', reference: 'other_imaging' },
      { segment: 'V', size_class: '10_19', seen: 'YNYNYY', nature: 'benign', reference: 'follow_up' },
    ],
  },
  { id: 'P4', listed: [{ segment: 'VIII', size_class: '10_19', seen: 'YY--YY' }] },
  {
    id: 'P5',
    listed: [
      { side: 'left', segment: 'II', size_class: '5_9', seen: 'YYNNNY' },
      { seen: 'NNNNNN', reference: 'histology' },
    ],
  },
  { id: 'P6', listed: [{ segment: 'VI', size_class: '20_or_more', seen: 'YYYYYY' }] },
];
