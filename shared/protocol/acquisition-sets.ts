import type { Bilingual } from '#shared/language.ts';
import { type Modality, SEQUENCES, type SequenceName, TOTALS, type TotalName } from './sequences.ts';

/** Acquisitions of one modality that a radiologist would ask for together. */
export interface AcquisitionSet {
  readonly name: string;
  readonly title: Bilingual;
  readonly modality: Modality;
  readonly members: readonly SequenceName[];
  /** The others of its modality. */
  readonly rest: readonly SequenceName[];
  readonly total: TotalName;
}

interface Named {
  readonly name: string;
  readonly title: Bilingual;
  readonly members: readonly SequenceName[];
}

const TOGETHER: readonly Named[] = [
  {
    name: 't2fs_diffusion',
    title: {
      fr: 'IRM abrégée, sans gadolinium : T2 FS et diffusion',
      en: 'abbreviated MRI, no gadolinium: T2 FS and diffusion',
    },
    members: ['mri_t2fs', 'mri_diffusion'],
  },
  {
    name: 'diffusion_arterial',
    title: { fr: 'IRM : diffusion et artériel', en: 'MRI: diffusion and arterial' },
    members: ['mri_diffusion', 'mri_arterial'],
  },
  {
    name: 't2fs_diffusion_arterial',
    title: { fr: 'IRM : T2 FS, diffusion et artériel', en: 'MRI: T2 FS, diffusion and arterial' },
    members: ['mri_t2fs', 'mri_diffusion', 'mri_arterial'],
  },
  {
    name: 't2fs_arterial_portal',
    title: {
      fr: 'IRM sans diffusion : T2 FS, artériel et portal',
      en: 'MRI without diffusion: T2 FS, arterial and portal',
    },
    members: ['mri_t2fs', 'mri_arterial', 'mri_portal'],
  },
  {
    name: 'arterial_portal',
    title: { fr: 'IRM : artériel et portal', en: 'MRI: arterial and portal' },
    members: ['mri_arterial', 'mri_portal'],
  },
  {
    name: 'full_mri',
    title: { fr: 'IRM complète', en: 'full MRI' },
    members: ['mri_t2fs', 'mri_diffusion', 'mri_arterial', 'mri_portal'],
  },
  {
    name: 'full_ct',
    title: { fr: 'TDM, les deux phases', en: 'CT, both phases' },
    members: ['ct_arterial', 'ct_portal'],
  },
];

const ALONE: readonly Named[] = SEQUENCES.map(({ name, title }) => ({ name, title, members: [name] }));

/** Each acquisition alone, then those together, MRI before CT. */
export const ACQUISITION_SETS: readonly AcquisitionSet[] = TOTALS.flatMap(
  ({ name: total, modality, sequences }) =>
    [...ALONE, ...TOGETHER]
      .filter(({ members }) => members.every((member) => sequences.includes(member)))
      .map((named) => ({
        ...named,
        modality,
        total,
        rest: sequences.filter((sequence) => !named.members.includes(sequence)),
      })),
);
