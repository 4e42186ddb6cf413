import { SEQUENCE_NAMES } from '#shared/protocol/sequences.ts';
import { assembleStudy, type CentreRow, type Study } from '#shared/study/study.ts';
import type { VisibilityRow } from '#shared/tables/visibility.ts';
import { type PatientStory, rowsOfPatient } from '#test/study/centre-rows.ts';

/** What a reader lists of one lesion, in short: `YYNN-N` is seen, not seen or not assessable on the six sequences. */
export interface ListedStory extends Partial<Omit<VisibilityRow, 'patient_id'>> {
  readonly seen?: string;
}

export interface ListingPatient extends Omit<PatientStory, 'listed'> {
  readonly listed?: readonly ListedStory[];
}

const SAYS: Readonly<Record<string, boolean | null>> = { Y: true, N: false, '-': null };

/** A metastasis on the right that all six sequences show, unless the story says otherwise. */
function listedRow({ seen = 'YYYYYY', ...given }: ListedStory): Partial<VisibilityRow> {
  if (seen.length !== SEQUENCE_NAMES.length) throw new Error(`six letters, not ${seen}`);
  const [t2fs, diffusion, arterial, portal, ctArterial, ctPortal] = [...seen].map(
    (letter) => SAYS[letter] ?? null,
  );
  return {
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

/** The rows of patients who each list lesions; a lesion's number is its place, where none is given. */
export const listingRows = (patients: readonly ListingPatient[]): readonly CentreRow[] =>
  patients.flatMap(({ listed = [], ...story }) =>
    rowsOfPatient({ ...story, listed: listed.map((row, at) => listedRow({ lesion: at + 1, ...row })) }),
  );

export const listingStudy = (patients: readonly ListingPatient[]): Study =>
  assembleStudy(listingRows(patients));
