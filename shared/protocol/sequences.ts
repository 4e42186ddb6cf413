import type { Bilingual, Titles } from '#shared/language.ts';

/** The two examinations that the study compares. */
export const MODALITIES = ['mri', 'ct'] as const;
export type Modality = (typeof MODALITIES)[number];

export const MODALITY_TITLES: Titles<Modality> = {
  mri: { fr: 'IRM', en: 'MRI' },
  ct: { fr: 'TDM', en: 'CT' },
};

export interface Sequence {
  /** How the study names it; also the beginning of its columns in the uploads. */
  readonly name: SequenceName;
  readonly modality: Modality;
  readonly title: Bilingual;
}

export const SEQUENCE_NAMES = [
  'mri_t2fs',
  'mri_diffusion',
  'mri_arterial',
  'mri_portal',
  'ct_arterial',
  'ct_portal',
] as const;
export type SequenceName = (typeof SEQUENCE_NAMES)[number];

const TITLES: Titles<SequenceName> = {
  mri_t2fs: { fr: 'IRM T2 FS', en: 'MRI T2 FS' },
  mri_diffusion: { fr: 'IRM diffusion', en: 'MRI diffusion' },
  mri_arterial: { fr: 'IRM artériel', en: 'MRI arterial' },
  mri_portal: { fr: 'IRM portal', en: 'MRI portal' },
  ct_arterial: { fr: 'TDM artériel', en: 'CT arterial' },
  ct_portal: { fr: 'TDM portal', en: 'CT portal' },
};

/** The six acquisitions, in the study's fixed order. */
export const SEQUENCES: readonly Sequence[] = SEQUENCE_NAMES.map((name) => ({
  name,
  modality: name.startsWith('mri') ? 'mri' : 'ct',
  title: TITLES[name],
}));

/** A modality's total: the distinct lesions seen on at least one of its sequences. */
export type TotalName = `${Modality}_total`;

export interface Total {
  readonly name: TotalName;
  readonly modality: Modality;
  readonly title: Bilingual;
  readonly sequences: readonly SequenceName[];
}

const TOTAL_TITLES: Titles<Modality> = {
  mri: { fr: 'IRM totale', en: 'MRI total' },
  ct: { fr: 'TDM totale', en: 'CT total' },
};

export const TOTALS: readonly Total[] = MODALITIES.map((modality) => ({
  name: `${modality}_total`,
  modality,
  title: TOTAL_TITLES[modality],
  sequences: SEQUENCES.filter((sequence) => sequence.modality === modality).map(({ name }) => name),
}));

/**
 * What stands for all metastases. The thesis takes the union of the four MRI sequences for the union of all six
 * (line 1139): an assumption, for CT and MRI lesions were not matched one to one.
 */
export const ALL_LESIONS: TotalName = 'mri_total';

/** Everything that is counted: each modality's sequences, then its total. */
export type CountedName = SequenceName | TotalName;
export const COUNTED: readonly (Sequence | Total)[] = TOTALS.flatMap((total) => [
  ...SEQUENCES.filter((sequence) => sequence.modality === total.modality),
  total,
]);

type Acquired = Pick<Total, 'sequences' | 'modality'>;

const ACQUIRED: ReadonlyMap<CountedName, Acquired> = new Map(
  COUNTED.map((counted): [CountedName, Acquired] => [
    counted.name,
    'sequences' in counted ? counted : { sequences: [counted.name], modality: counted.modality },
  ]),
);

/** The sequences of one that is counted, its own or all of a total's modality, and that modality. */
export function sequencesOf(name: CountedName): Acquired {
  const acquired = ACQUIRED.get(name);
  if (acquired === undefined) throw new Error(`${name} is of no modality`);
  return acquired;
}
