import type { ListingPatient } from './listed-study.ts';

/* Twelve lesions of seven patients, drawn on paper: what each sequence shows, and how sure the reader is on MRI and CT. */
export const VERIFIED_LESIONS: readonly ListingPatient[] = [
  {
    id: 'P1',
    listed: [
      { seen: 'YYYYYY', reference: 'histology', confidence_mri: 5, confidence_ct: 5 },
      { seen: 'NYNNNN', reference: 'follow_up', confidence_mri: 4 },
    ],
  },
  {
    id: 'P2',
    listed: [
      // CT shows it, and its reader calls it benign.
      { seen: 'YYNNYN', reference: 'histology', confidence_mri: 5, confidence_ct: 2 },
      { seen: 'YNNNNN', reference: 'histology', nature: 'benign', confidence_mri: 2 },
    ],
  },
  {
    id: 'P3',
    listed: [
      { seen: 'NNNNNY', reference: 'follow_up', confidence_ct: 5 },
      { seen: 'YYYYYY', reference: 'none', confidence_mri: 5, confidence_ct: 5 },
    ],
  },
  { id: 'P4', listed: [{ seen: 'YYYYYY', reference: 'histology' }] },
  {
    id: 'P5',
    listed: [
      { seen: 'YYNNYY', reference: 'follow_up', nature: 'benign', confidence_mri: 3, confidence_ct: 4 },
      { seen: 'YYYYYY', reference: 'other_imaging', nature: 'unknown' },
    ],
  },
  {
    id: 'P6',
    listed: [
      { seen: 'YYNNNN', reference: 'other_imaging', nature: 'benign', confidence_mri: 1 },
      { seen: 'NNNNYN', reference: 'histology', nature: 'benign', confidence_ct: 3 },
    ],
  },
  // Neither contrast phase of MRI, nor CT's arterial one, can be assessed.
  { id: 'P7', listed: [{ seen: 'NN---Y', reference: 'histology', confidence_ct: 4 }] },
];
