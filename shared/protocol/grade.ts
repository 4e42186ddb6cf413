/** From the mildest to the worst. */
export const GRADES = ['G1', 'G2', 'G3'] as const;
export type Grade = (typeof GRADES)[number];

/**
 * The WHO's classes of neuroendocrine neoplasms: well differentiated tumours (NET) of three grades, and poorly
 * differentiated carcinomas (NEC), which are all G3. A G3 of which the differentiation is not known may be either.
 */
export const TUMOUR_CLASSES = ['net_g1', 'net_g2', 'net_g3', 'nec_g3', 'g3_net_or_nec'] as const;
export type TumourClass = (typeof TUMOUR_CLASSES)[number];

export interface Histology {
  readonly differentiation: 'well' | 'poor' | null;
  readonly ki67_percent: number | null;
  /** Per 10 high-power fields, 2 mm². */
  readonly mitoses_per_10_hpf: number | null;
}
type Index = 'ki67_percent' | 'mitoses_per_10_hpf';

/** Under `second` G1, up to `third` G2, above it G3. */
const THRESHOLDS = {
  ki67_percent: { second: 3, third: 20 },
  mitoses_per_10_hpf: { second: 2, third: 20 },
} as const;

function gradeOf(index: Index, value: number | null): Grade | null {
  if (value === null) return null;
  const { second, third } = THRESHOLDS[index];
  if (value < second) return 'G1';
  return value <= third ? 'G2' : 'G3';
}

/** The worse of the two indices decides; null where neither is known. */
function gradeOfIndices(tumour: Histology): Grade | null {
  const grades = [
    gradeOf('ki67_percent', tumour.ki67_percent),
    gradeOf('mitoses_per_10_hpf', tumour.mitoses_per_10_hpf),
  ].filter((grade) => grade !== null);
  return grades.sort().at(-1) ?? null;
}

/**
 * The WHO 2019 class from differentiation, Ki67 and mitoses (2 mm²). Poor differentiation alone makes a carcinoma;
 * otherwise the indices decide, and nothing is known without either. Source: WHO Classification of Tumours,
 * Digestive System Tumours, 5th edition, 2019; thesis, Tables 1 and 2.
 */
export function derivedClass(tumour: Histology): TumourClass | null {
  if (tumour.differentiation === 'poor') return 'nec_g3';
  switch (gradeOfIndices(tumour)) {
    case 'G1':
      return 'net_g1';
    case 'G2':
      return 'net_g2';
    case 'G3':
      return tumour.differentiation === 'well' ? 'net_g3' : 'g3_net_or_nec';
    case null:
      return null;
  }
}

const GRADE_OF_CLASS: Readonly<Record<TumourClass, Grade>> = {
  net_g1: 'G1',
  net_g2: 'G2',
  net_g3: 'G3',
  nec_g3: 'G3',
  g3_net_or_nec: 'G3',
};

/** The grade of the WHO 2019 class; null where it cannot be derived. */
export function derivedGrade(tumour: Histology): Grade | null {
  const tumourClass = derivedClass(tumour);
  return tumourClass === null ? null : GRADE_OF_CLASS[tumourClass];
}
