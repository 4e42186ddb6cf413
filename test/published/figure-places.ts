import { COMPARISONS } from '#shared/protocol/comparisons.ts';

/** Where among the published tables a figure of the thesis stands. */
export interface Place {
  readonly table: string;
  /** What the one row of the figure holds in some of its columns. */
  readonly row: Readonly<Record<string, string>>;
  readonly column: string;
  /** The figure is the cell's opposite: the thesis subtracts the other way round. */
  readonly opposite?: boolean;
  /** For a p of Wilcoxon: whose value it must have, and where Student's p of the same comparison stands. */
  readonly p?: { readonly same: 'as_r' | 'as_r_on_whole_tenths'; readonly student: string };
}

const population = (characteristic: string, level: string, column: string): Place => ({
  table: 'population',
  row: { characteristic, level, of: 'patients' },
  column,
});
const interval = (characteristic: string, of: string, column: string): Place => ({
  table: 'population',
  row: { characteristic, of },
  column,
});
const flow = (step: string, column: string): Place => ({ table: 'flow', row: { step }, column });
const counts = (sequence: string, side: string, column: string): Place => ({
  table: 'counts',
  row: { sequence, side },
  column,
});
const rate = (sequence: string, against: string): Place => ({
  table: 'detection-rates',
  row: { sequence, side: 'whole', against },
  column: 'rate',
});

/** A comparison stands in its table once, in the study's order of sequences. */
function comparison(table: string, a: string, b: string, column: string, more = {}): Place {
  const inOrder = COMPARISONS.some(({ first, second }) => first.name === a && second.name === b);
  const [first, second] = inOrder ? [a, b] : [b, a];
  return { table, row: { first, second, ...more }, column, opposite: !inOrder };
}
const pOf = (place: Place, same: 'as_r' | 'as_r_on_whole_tenths'): Place => ({
  ...place,
  opposite: false,
  p: { same, student: 't_p' },
});

type Places = readonly (readonly [RegExp, (...parts: readonly string[]) => Place])[];

const IN_POPULATION: Places = [
  [/^included patients$/, () => flow('included', 'patients')],
  [/^men$/, () => population('sex', 'M', 'n')],
  [/^women$/, () => population('sex', 'F', 'n')],
  [/^age (mean|median)$/, (column = '') => population('age_at_diagnosis', 'known', column)],
  [/^age (max|min)$/, (end = '') => population('age_at_diagnosis', 'known', `${end}imum`)],
  [/^small bowel or pancreas %$/, () => population('small_bowel_or_pancreas', 'yes', 'percent')],
  [/^no systemic treatment$/, () => population('no_systemic_treatment', 'yes', 'n')],
  [
    /^(primary|grade sample|grade|timing) (\w+)( %)?$/,
    (what = '', level = '', percent) => {
      const characteristic = {
        primary: 'primary_site',
        'grade sample': 'grade_sample',
        grade: 'grade',
        timing: 'metastasis_timing',
      }[what];
      return population(
        characteristic ?? what,
        level === 'NC' ? 'not_known' : level,
        percent === undefined ? 'n' : 'percent',
      );
    },
  ],
  [
    /^(somatostatin_analogue|chemotherapy|targeted_therapy|primary_resection|liver_metastasis_resection|chemoembolisation|radiofrequency|liver_transplant)( %)?$/,
    (treatment = '', percent) => population(treatment, 'yes', percent === undefined ? 'n' : 'percent'),
  ],
  [/^count interval mean, \|days\|$/, () => interval('interval', 'counted_pairs', 'mean')],
  [/^count interval sd, \|days\|$/, () => interval('interval', 'counted_pairs', 'standard_deviation')],
  [/^measure interval mean, signed days$/, () => interval('signed_interval', 'measured_pairs', 'mean')],
  [
    /^measure interval sd, signed days$/,
    () => interval('signed_interval', 'measured_pairs', 'standard_deviation'),
  ],
];

const IN_COUNTS: Places = [
  [/^count (pairs|patients)$/, (column = '') => flow('counted', column)],
  [/^T4 (\w+) n$/, (sequence = '') => counts(sequence, 'whole', 'total')],
  [/^T4 (\w+) per pair$/, (sequence = '') => counts(sequence, 'whole', 'mean_per_pair')],
  [/^T5 (\w+)_(right|left) n$/, (sequence = '', side = '') => counts(sequence, side, 'total')],
  [/^T6 (\w+)_(right|left) per pair$/, (sequence = '', side = '') => counts(sequence, side, 'mean_per_pair')],
  [/^MRI lesions not on diffusion$/, () => counts('mri_diffusion', 'whole', 'not_seen')],
  [/^CT lesions on portal only$/, () => counts('ct_arterial', 'whole', 'not_seen')],
  [
    /^\.\.\. of them compatible with MRI arterial and portal only, not CT$/,
    () => ({
      table: 'not-on-diffusion',
      row: { side: 'whole' },
      column: 'on_both_contrast_phases_only_not_on_ct_at_most',
    }),
  ],
  [/^MRI (right|left) %$/, (side = '') => counts('mri_total', side, 'share_of_whole_liver')],
  [/^CT share of all lesions %$/, () => rate('ct_total', 'all_lesions')],
  [/^diffusion share of MRI %$/, () => rate('mri_diffusion', 'modality')],
  [/^CT arterial share of CT %$/, () => rate('ct_arterial', 'modality')],
  [
    /^diffusion minus (\w+) per pair$/,
    (other = '') => comparison('count-tests', 'mri_diffusion', other, 'mean_difference', { side: 'whole' }),
  ],
  [
    /^right: MRI arterial minus CT arterial per pair$/,
    () => comparison('count-tests', 'mri_arterial', 'ct_arterial', 'mean_difference', { side: 'right' }),
  ],
  [
    /^p CT total right vs left \(no difference\)$/,
    () => pOf({ table: 'side-tests', row: { sequence: 'ct_total' }, column: 'wilcoxon_p' }, 'as_r'),
  ],
  [
    /^p (\w+)_(right|left) vs (\w+)_\2$/,
    (a = '', side = '', b = '') => pOf(comparison('count-tests', a, b, 'wilcoxon_p', { side }), 'as_r'),
  ],
];

const IN_MEASURES: Places = [
  [/^measure (pairs|patients)$/, (column = '') => flow('measured', column)],
  [
    /^measured lesions$/,
    () => ({ table: 'measures', row: { sequence: 'mri_diffusion', per: 'lesion' }, column: 'n_lesions' }),
  ],
  [
    /^T7 (\w+) (mean|median) per (lesion|patient)$/,
    (sequence = '', column = '', per = '') => ({ table: 'measures', row: { sequence, per }, column }),
  ],
  [
    /^diffusion minus T2FS, mm per patient$/,
    () => comparison('measure-tests', 'mri_diffusion', 'mri_t2fs', 'difference_of_patient_means'),
  ],
  [
    /^CT portal minus CT arterial, mm per patient$/,
    () => comparison('measure-tests', 'ct_portal', 'ct_arterial', 'difference_of_patient_means'),
  ],
  [
    /^p lesions (\w+) vs (\w+)(?: \(not significant\))?$/,
    (a = '', b = '') => pOf(comparison('measure-tests', a, b, 'wilcoxon_p'), 'as_r_on_whole_tenths'),
  ],
];

const PLACES: Places = [...IN_POPULATION, ...IN_COUNTS, ...IN_MEASURES];

/** @throws when the thesis's figure has no place among the published tables, or more than one. */
export function placeOf(id: string): Place {
  const places = PLACES.flatMap(([pattern, place]) => {
    const [whole, ...parts] = pattern.exec(id) ?? [];
    return whole === undefined ? [] : [place(...parts)];
  });
  const [place, ...others] = places;
  if (place === undefined) throw new Error(`no published table is known to hold the figure "${id}"`);
  if (others.length > 0) throw new Error(`the figure "${id}" has several places`);
  return place;
}
