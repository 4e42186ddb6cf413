import fc from 'fast-check';
import { assembleStudy, type Study } from '#shared/study/study.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { arbitraryLesion, arbitraryListed, arbitraryPair } from '#test/tables/arbitrary-rows.ts';
import { type PatientStory, rowsOfPatient } from './centre-rows.ts';

const CENTRES = ['caen', 'lille', 'lyon', 'rouen'] as const;

/** A patient who is included, with pairs that qualify, read by one reader or two, and their lesions. */
const arbitraryStory: fc.Arbitrary<Omit<PatientStory, 'id'>> = fc
  .record({
    centre: fc.constantFrom(...CENTRES),
    pairs: fc.array(arbitraryPair, { maxLength: 3 }),
    readers: fc.integer({ min: 1, max: 2 }),
    lesions: fc.array(arbitraryLesion, { maxLength: SETTINGS.mostLesionsMeasured }),
    listed: fc.array(arbitraryListed, { maxLength: 6 }),
  })
  .map(({ centre, pairs, readers, lesions, listed }) => {
    const readings = pairs.flatMap((row, position) =>
      Array.from({ length: readers }, (_, reader) => ({
        ...row,
        pair: position + 1,
        reader: reader + 1,
        ct_date: `${2016 + position}-03-01`,
        mri_date: `${2016 + position}-03-10`,
        protocol_complete: true,
      })),
    );
    return {
      centre,
      pairs: readings,
      lesions: readings.flatMap(({ pair, reader }) =>
        lesions.map((row, lesion) => ({ ...row, pair, reader, lesion: lesion + 1 })),
      ),
      listed: readings.flatMap(({ pair, reader }) =>
        listed.map((row, lesion) => ({ ...row, pair, reader, lesion: lesion + 1 })),
      ),
    };
  });

/** A valid study, however small or odd. */
export const arbitraryStudy: fc.Arbitrary<Study> = fc
  .array(arbitraryStory, { maxLength: 7 })
  .map((stories) =>
    assembleStudy(stories.flatMap((story, position) => rowsOfPatient({ ...story, id: `P${position}` }))),
  );
