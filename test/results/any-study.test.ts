import fc from 'fast-check';
import { expect, it } from 'vitest';
import { studyTables } from '#shared/results/study-tables.ts';
import { assembleStudy } from '#shared/study/study.ts';
import { type PatientStory, rowsOfPatient } from '#test/study/centre-rows.ts';
import { arbitraryLesion, arbitraryPair } from '#test/tables/arbitrary-rows.ts';

const CENTRES = ['caen', 'lille', 'lyon', 'rouen'] as const;
const MOST_LESIONS = 5;

/** A patient who is included, with pairs that qualify, read by one reader or two, and their lesions. */
const arbitraryStory: fc.Arbitrary<Omit<PatientStory, 'id'>> = fc
  .record({
    centre: fc.constantFrom(...CENTRES),
    pairs: fc.array(arbitraryPair, { maxLength: 3 }),
    readers: fc.integer({ min: 1, max: 2 }),
    lesions: fc.array(arbitraryLesion, { maxLength: MOST_LESIONS }),
  })
  .map(({ centre, pairs, readers, lesions }) => {
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
    };
  });

/*
 * One figure that is not finite makes its table fail, and with it the whole publication: so no study, however
 * small or odd, may have one.
 */
it('every table of any valid study holds finite figures, or null', () => {
  fc.assert(
    fc.property(fc.array(arbitraryStory, { maxLength: 7 }), (stories) => {
      const rows = stories.flatMap((story, position) => rowsOfPatient({ ...story, id: `P${position}` }));
      expect(() => studyTables(assembleStudy(rows))).not.toThrow();
    }),
    { numRuns: Number(process.env['FAST_CHECK_RUNS'] ?? 60) },
  );
}, 120_000);
