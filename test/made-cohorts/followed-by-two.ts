import type { CentreRow } from '#shared/study/study.ts';
import { type PatientStory, rowsOfPatient } from '#test/study/centre-rows.ts';
import { writtenPatient } from '#test/study/written-patient.ts';
import { codeOf, randomPatient } from './patients.ts';
import { seeded } from './random.ts';

/** What is written for a visit that a reader has not read. */
const NOT_READ = '–';

/** For each centre its patients, a course for each reader, as `written-patient.ts` reads it. */
const CENTRES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  amboise: [
    // The same, measured a little otherwise.
    ['1=30 2=20 → 1=31 2=20 → 1=33 2=21', '1=29 2=21 → 1=31 2=21 → 1=32 2=21'],
    // One millimetre on either side of 20 %.
    ['1=20 2=20 → 1=24 2=24', '1=20 2=20 → 1=24 2=23'],
    // Partial response by one, stable by the other; then both.
    ['1=40 → 1=28 → 1=20', '1=40 → 1=29 → 1=22'],
    // What one calls gone the other still counts.
    ['1=14 2=12 → 1=0 2=0 (0+0)', '1=14 2=12 → (1+0)'],
    // A new lesion that the other had counted before and not measured.
    ['1=30 → 1=30 3=9', '1=30 (2+0) → 1=30 3=9'],
    // One follows lesion 1, the other lesion 3, as each measured one alone at first.
    ['1=25 (2+0) → 1=36 3=20', '3=22 (2+0) → 1=36 3=23'],
    ['1=18 2=16 → 1=0 2=0 (0+0) → 1=0 2=0 (0+0)', '1=17 2=16 → 1=0 2=0 (0+0) → 1=6 2=0'],
    // One has no target, 9 mm.
    ['1=10 → 1=14', '1=9 → 1=14'],
    ['1=30 2=14 → 1=0 2=0 (0+0)', '1=30 2=14 → 1=8 2=0'],
    ['1=12 → 1=0 (0+0)', '1=12 → 1=9'],
    // Smaller, but something new.
    ['1=26 → 1=16', '1=26 → 1=17 2=9'],
    ['1=31 → 1=17 → 1=17', '1=31 → 1=18 → 1=18 2=11'],
    // Read by one reader alone at the second visit: nothing to compare.
    ['1=20 → 1=21', `1=20 → ${NOT_READ}`],
  ],
  bayonne: [
    ['1=30 → 1=20', '1=31 → 1=24', '1=29 → 1=20'],
    ['1=22 2=21 → 1=30 2=22', '1=22 2=20 → 1=24 2=22', '1=22 2=20 → 1=30 2=24'],
    // The second reader begins with the second visit, which is the baseline of him and, beside him, of the others.
    ['1=40 → 1=20 → 1=25', `${NOT_READ} → 1=20 → 1=23`, '1=40 → 1=21 → 1=26'],
    ['1=16 → (not countable) → 1=17', '1=16 → 1=11 → 1=17', '1=16 → 1=12 → 1=25'],
    ['1=26 3=24 → 1=13 3=10', '1=25 3=24 → 1=14 3=10', '1=26 3=23 → 1=13 3=11'],
    ['1=15 → 1=16 2=8', '1=15 → 1=16', '1=15 (1+1) → 1=17 2=8'],
  ],
  // Both too small to be shown by name.
  cahors: [
    ['1=24 → 1=25', '1=24 → 1=30'],
    ['1=28 → 1=18', '1=27 → 1=17 2=12'],
    ['1=19 → 1=19', '1=19 → 1=20'],
  ],
  dax: [
    ['1=35 2=14 → 1=36 2=14', '1=34 2=15 → 1=47 2=15'],
    ['1=21 → 1=21 non-target progression', '1=21 → 1=21'],
    ['1=13 → (0+0)', '1=13 → 1=10'],
  ],
};

/** CT shows the lesions of one centre smaller than MRI, so that some are no targets on it. */
const SMALLER_ON_CT = 'bayonne';

function readBy(reader: number, course: string, centre: string): PatientStory {
  const { pairs = [], lesions = [] } = writtenPatient(course.replaceAll(NOT_READ, ''));
  const read = course.split('→').map((visit) => visit.trim() !== NOT_READ);
  const onCt = (mm: number | null | undefined) =>
    mm == null || centre !== SMALLER_ON_CT ? (mm ?? null) : Math.round(mm * 6) / 10;
  return {
    pairs: pairs.filter((_, visit) => read[visit]).map((pair) => ({ ...pair, reader })),
    lesions: lesions.map((lesion) => ({
      ...lesion,
      reader,
      ct_arterial_mm: onCt(lesion.ct_arterial_mm),
      ct_portal_mm: onCt(lesion.ct_portal_mm),
    })),
  };
}

/** Patients who were seen again, each read by two or three readers who do not always give the same response. */
export function followedByTwo(): readonly CentreRow[] {
  const random = seeded(17);
  return Object.entries(CENTRES).flatMap(([centre, patients]) =>
    patients.flatMap((courses, position) => {
      const stories = courses.map((course, reader) => readBy(reader + 1, course, centre));
      return rowsOfPatient({
        centre,
        id: codeOf('F', position + 1),
        patient: randomPatient(random),
        pairs: stories.flatMap(({ pairs = [] }) => pairs),
        lesions: stories.flatMap(({ lesions = [] }) => lesions),
      });
    }),
  );
}
