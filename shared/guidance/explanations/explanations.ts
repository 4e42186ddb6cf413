import { CAUSE_EXPLANATIONS } from './cause-explanations.ts';
import { CELL_EXPLANATIONS } from './cell-explanations.ts';
import { CROSS_TABLE_EXPLANATIONS } from './cross-table-explanations.ts';
import type { Explanations } from './explanation.ts';
import { FILE_EXPLANATIONS } from './file-explanations.ts';
import { HEADER_EXPLANATIONS } from './header-explanations.ts';
import { ID_EXPLANATIONS } from './id-explanations.ts';
import { IDENTITY_EXPLANATIONS } from './identity-explanations.ts';
import { LESION_EXPLANATIONS } from './lesion-explanations.ts';
import { PAIR_EXPLANATIONS } from './pair-explanations.ts';
import { PATIENT_EXPLANATIONS } from './patient-explanations.ts';
import { PLACE_EXPLANATIONS } from './place-explanations.ts';
import { SHAPE_EXPLANATIONS } from './shape-explanations.ts';
import { VISIBILITY_EXPLANATIONS } from './visibility-explanations.ts';

/** What every code of a problem or warning means, from the file down to its rows. */
export const EXPLANATIONS: Explanations = {
  ...PLACE_EXPLANATIONS,
  ...FILE_EXPLANATIONS,
  ...HEADER_EXPLANATIONS,
  ...CAUSE_EXPLANATIONS,
  ...SHAPE_EXPLANATIONS,
  ...CELL_EXPLANATIONS,
  ...ID_EXPLANATIONS,
  ...PATIENT_EXPLANATIONS,
  ...PAIR_EXPLANATIONS,
  ...LESION_EXPLANATIONS,
  ...VISIBILITY_EXPLANATIONS,
  ...CROSS_TABLE_EXPLANATIONS,
  ...IDENTITY_EXPLANATIONS,
};
