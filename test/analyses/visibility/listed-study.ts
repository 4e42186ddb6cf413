import { SEQUENCE_NAMES } from '#shared/protocol/sequences.ts';
import { assembleStudy, type Study } from '#shared/study/study.ts';
import { SEEN_COLUMNS, type VisibilityRow } from '#shared/tables/visibility.ts';
import { type PatientStory, rowsOfPatient } from '#test/study/centre-rows.ts';

/** What a reader lists of one lesion, in short: `YYNN-N` is seen, not seen or not assessable on the six sequences. */
export interface ListedStory extends Partial<Omit<VisibilityRow, 'patient_id'>> {
  readonly seen?: string;
}

export interface ListingPatient extends PatientStory {
  readonly listed?: readonly ListedStory[];
}

const SAYS: Readonly<Record<string, boolean | null>> = { Y: true, N: false, '-': null };

/** A lesion of the first reader on the first pair: a metastasis on the right that all six sequences show. */
export function visibilityRow({ seen = 'YYYYYY', ...given }: ListedStory, patient_id: string): VisibilityRow {
  const says = (position: number) => SAYS[seen[position] ?? ''] ?? null;
  if (seen.length !== SEQUENCE_NAMES.length) throw new Error(`six letters, not ${seen}`);
  const [t2fs, diffusion, arterial, portal, ctArterial, ctPortal] = SEEN_COLUMNS.map((_, at) => says(at));
  return {
    patient_id,
    pair: 1,
    reader: 1,
    lesion: 1,
    side: 'right',
    segment: null,
    size_class: null,
    seen_mri_t2fs: t2fs ?? null,
    seen_mri_diffusion: diffusion ?? null,
    seen_mri_arterial: arterial ?? null,
    seen_mri_portal: portal ?? null,
    seen_ct_arterial: ctArterial ?? null,
    seen_ct_portal: ctPortal ?? null,
    nature: 'metastasis',
    reference: 'none',
    confidence_mri: null,
    confidence_ct: null,
    ...given,
  };
}

/** A study of patients who each list lesions; a lesion's number is its place, where none is given. */
export function listingStudy(patients: readonly ListingPatient[]): Study {
  const study = assembleStudy(patients.flatMap(rowsOfPatient));
  const rows = new Map<string, readonly VisibilityRow[]>();
  for (const { id = 'P1', centre = 'rouen', listed = [] } of patients) {
    rows.set(
      `${centre}#${id}`,
      listed.map((story, at) => visibilityRow({ lesion: at + 1, ...story }, id)),
    );
  }
  return {
    ...study,
    patients: study.patients.map((screened) => ({
      ...screened,
      readings: screened.readings.map((reading) => ({
        ...reading,
        listed: (rows.get(`${screened.centre}#${screened.patient.patient_id}`) ?? []).filter(
          ({ pair, reader }) => pair === reading.pair.pair && reader === reading.pair.reader,
        ),
      })),
    })),
  };
}
