/** From the mildest to the worst. */
export const GRADES = ['G1', 'G2', 'G3'] as const;
export type Grade = (typeof GRADES)[number];

interface GradeIndices {
  readonly ki67_percent: number | null;
  /** Per 10 high-power fields, 2 mm². */
  readonly mitoses_per_10_hpf: number | null;
}

/** The thresholds of the WHO classification 2019: under `second` G1, up to `third` G2, above it G3. */
const THRESHOLDS = {
  ki67_percent: { second: 3, third: 20 },
  mitoses_per_10_hpf: { second: 2, third: 20 },
} as const;

function gradeOf(index: keyof GradeIndices, value: number | null): Grade | null {
  if (value === null) return null;
  const { second, third } = THRESHOLDS[index];
  if (value < second) return 'G1';
  return value <= third ? 'G2' : 'G3';
}

/**
 * The WHO 2019 grade from Ki67 and mitoses (2 mm²): the worse of the two decides; null where neither is
 * known. Source: WHO Classification of Tumours, Digestive System, 5th edition, 2019; thesis, Table 1.
 */
export function derivedGrade(patient: GradeIndices): Grade | null {
  const grades = [
    gradeOf('ki67_percent', patient.ki67_percent),
    gradeOf('mitoses_per_10_hpf', patient.mitoses_per_10_hpf),
  ].filter((grade) => grade !== null);
  return grades.sort().at(-1) ?? null;
}
