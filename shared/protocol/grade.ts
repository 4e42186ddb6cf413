import { codesOf, type Titles } from '#shared/language.ts';

/** From the mildest to the worst. */
export const GRADE_TITLES = {
  G1: { fr: 'G1', en: 'G1' },
  G2: { fr: 'G2', en: 'G2' },
  G3: { fr: 'G3', en: 'G3' },
} as const satisfies Titles;
export type Grade = keyof typeof GRADE_TITLES;
export const GRADES: readonly Grade[] = codesOf(GRADE_TITLES);

/**
 * The WHO's classes of neuroendocrine neoplasms: well differentiated tumours (NET) of three grades, and poorly
 * differentiated carcinomas (NEC), which are all G3. A G3 of which the differentiation is not known may be either.
 */
export const TUMOUR_CLASSES = {
  net_g1: { fr: 'TNE bien différenciée, G1', en: 'NET, well differentiated, G1' },
  net_g2: { fr: 'TNE bien différenciée, G2', en: 'NET, well differentiated, G2' },
  net_g3: { fr: 'TNE bien différenciée, G3', en: 'NET, well differentiated, G3' },
  nec_g3: { fr: 'carcinome peu différencié, G3', en: 'NEC, poorly differentiated, G3' },
  g3_net_or_nec: {
    fr: 'G3, différenciation non connue',
    en: 'G3, differentiation not known',
  },
} as const satisfies Titles;
export type TumourClass = keyof typeof TUMOUR_CLASSES;

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

/** Poor differentiation with both indices known and not above the threshold of G3: a contradiction in nearly every case. */
export const isCarcinomaOfLowIndices = ({
  differentiation,
  ki67_percent,
  mitoses_per_10_hpf,
}: Histology): boolean =>
  differentiation === 'poor' &&
  ki67_percent !== null &&
  mitoses_per_10_hpf !== null &&
  ki67_percent <= THRESHOLDS.ki67_percent.third &&
  mitoses_per_10_hpf <= THRESHOLDS.mitoses_per_10_hpf.third;

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
