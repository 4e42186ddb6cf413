import fc from 'fast-check';
import { codesOf } from '#shared/language.ts';
import { SIDES } from '#shared/protocol/sides.ts';
import { NATURES, REFERENCES } from '#shared/tables/lesion-judgement.ts';
import { SEGMENTS } from '#shared/tables/segment.ts';
import { SIZE_CLASSES } from '#shared/tables/size-class.ts';
import type { ListedStory, ListingPatient } from './listed-study.ts';

const seen = fc
  .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom('Y', 'N') }, fc.constant('-')), {
    minLength: 6,
    maxLength: 6,
  })
  .map((letters) => letters.join(''));

const confidence = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });

const lesion: fc.Arbitrary<ListedStory> = fc.record({
  pair: fc.constantFrom(1, 2),
  side: fc.constantFrom(...SIDES),
  segment: fc.option(fc.constantFrom(...SEGMENTS), { nil: null }),
  size_class: fc.option(fc.constantFrom(...codesOf(SIZE_CLASSES)), { nil: null }),
  nature: fc.oneof(
    { weight: 4, arbitrary: fc.constant('metastasis' as const) },
    fc.constantFrom(...codesOf(NATURES)),
  ),
  reference: fc.constantFrom(...codesOf(REFERENCES)),
  confidence_mri: confidence,
  confidence_ct: confidence,
  seen,
});

/** Patients of two pairs each, who list up to eight lesions; not a few list none. */
export const listingPatients: fc.Arbitrary<readonly ListingPatient[]> = fc
  .array(fc.array(lesion, { maxLength: 8 }), { minLength: 1, maxLength: 14 })
  .map((lists) => lists.map((listed, at) => ({ id: `P${at + 10}`, pairs: [{}, { pair: 2 }], listed })));
