import { codesOf } from '#shared/language.ts';
import { type PatientRow, PRIMARY_SITES, TREATMENTS } from '#shared/tables/patients.ts';
import type { PatientStory } from '#test/study/centre-rows.ts';
import { optionalOfPair, optionalOfPatient } from './optional-columns.ts';
import { seeded } from './random.ts';
import { measuredDiameters, seenCounts, USUAL_SIGHT } from './scans.ts';
import { randomVisitDays } from './visits.ts';

const PATIENTS = 24;
const SITES = codesOf(PRIMARY_SITES).filter((site) => !['extra_digestive', 'unknown'].includes(site));

type Histology = Pick<
  PatientRow,
  'differentiation' | 'mitoses_per_10_hpf' | 'ki67_percent' | 'grade' | 'grade_sample'
>;
const histology = (
  differentiation: Histology['differentiation'],
  mitoses_per_10_hpf: number | null,
  ki67_percent: number | null,
  grade: Histology['grade'],
  grade_sample: Histology['grade_sample'],
): Histology => ({ differentiation, mitoses_per_10_hpf, ki67_percent, grade, grade_sample });

/** Every class, at its thresholds and of one index alone, with a declared grade that is the same, another or not known. */
const HISTOLOGIES: readonly Histology[] = [
  histology('well', 1, 2.9, 'G1', 'primary'),
  histology('well', 2, 2, 'G2', 'liver_metastasis'),
  histology('well', null, 3, 'G2', 'primary'),
  histology('well', 20, 20, 'G2', null),
  histology('well', 21, 8, 'G3', 'liver_metastasis'),
  histology('poor', null, null, 'G3', 'primary'),
  histology('poor', 30, 60, 'G3', 'primary'),
  histology(null, 4, 35.5, 'G3', 'liver_metastasis'),
  histology(null, null, null, null, null),
  histology('well', null, null, 'G1', 'primary'),
  histology('well', 3, 6, 'G1', 'primary'),
  histology('well', 1, 2, 'G3', null),
  histology(null, 0, 1, null, null),
];

const at = <Item>(items: readonly Item[], position: number): Item => {
  const item = items[position % items.length];
  if (item === undefined) throw new Error('there is nothing to choose from');
  return item;
};

function treatmentsOf(position: number): Partial<PatientRow> {
  // Of every sixth patient none, so that some had no systemic treatment at all.
  const answers = position % 6 === 0 ? [false] : [true, false, null];
  return Object.fromEntries(TREATMENTS.map(([name], treatment) => [name, at(answers, position + treatment)]));
}

/** Included patients who together show every level of the population table, and every cell not known. */
export function everyLevel(): readonly PatientStory[] {
  const random = seeded(7);
  return Array.from({ length: PATIENTS }, (_, position) => ({
    patient: {
      sex: at(['M', 'F', 'F'] as const, position),
      age_at_diagnosis: position % 8 === 7 ? null : random.whole(41, 78),
      board_date: position % 8 === 5 ? null : at(['2016-01-01', '2019-06-13', '2021-12-31'], position),
      primary_site: at(SITES, position),
      metastasis_timing: at(['synchronous', 'metachronous', null] as const, position),
      ...at(HISTOLOGIES, position),
      ...optionalOfPatient(position),
      ...treatmentsOf(position),
    },
    pairs: [
      {
        ...randomVisitDays(1, random),
        ...optionalOfPair(position),
        ...seenCounts({ right: random.whole(1, 6), left: random.whole(1, 4) }, USUAL_SIGHT, random),
      },
    ],
    lesions: [1, 2].map((lesion) => ({
      lesion,
      side: lesion === 1 ? ('right' as const) : ('left' as const),
      ...measuredDiameters(random.whole(9, 40), random, { missing: lesion === 2 ? 0.5 : 0 }),
    })),
  }));
}
