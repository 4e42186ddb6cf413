import { codesOf } from '#shared/language.ts';
import { SEQUENCE_NAMES } from '#shared/protocol/sequences.ts';
import { SIDES } from '#shared/protocol/sides.ts';
import { NATURES } from '#shared/tables/lesion-judgement.ts';
import { SEGMENTS } from '#shared/tables/segment.ts';
import { SIZE_CLASSES } from '#shared/tables/size-class.ts';
import { seeded } from '#test/made-cohorts/random.ts';
import type { ListedStory, ListingPatient } from './listed-study.ts';

/**
 * So many patients who list up to seven lesions on each of one or two pairs. On whom a sequence shows much, it shows much of
 * every lesion; on some patients gadolinium was not given. Sizes are given, measured, or not known.
 */
export function randomLists(seed: number, patients: number): readonly ListingPatient[] {
  const { chance, whole, oneOf } = seeded(seed);
  return Array.from({ length: patients }, (_, at) => {
    const pairs = [1, 2].slice(0, whole(1, 2));
    const shows = SEQUENCE_NAMES.map(() => whole(1, 9) / 10);
    const withoutContrast = chance(0.1);
    const letter = (own: number, sequence: number) => {
      if (chance(0.02) || (withoutContrast && (sequence === 2 || sequence === 3))) return '-';
      return chance(own) ? 'Y' : 'N';
    };
    const lesionsOf = (pair: number) =>
      Array.from(
        { length: whole(0, 7) },
        (__, position): ListedStory => ({
          pair,
          lesion: position + 1,
          side: oneOf(SIDES),
          segment: chance(0.2) ? null : oneOf(SEGMENTS),
          size_class: chance(0.4) ? null : oneOf(codesOf(SIZE_CLASSES)),
          nature: chance(0.8) ? 'metastasis' : oneOf(codesOf(NATURES)),
          seen: shows.map(letter).join(''),
        }),
      );
    const listed = pairs.flatMap(lesionsOf);
    return {
      id: `P${at + 10}`,
      centre: oneOf(['lille', 'rouen']),
      pairs: pairs.map((pair) => ({ pair })),
      // Of those without a size some are measured, one of them as gone.
      lesions: listed
        .filter(({ size_class, lesion = 0 }) => size_class === null && lesion < 4)
        .map(({ pair = 1, lesion = 1, side = 'right' }) => ({
          ...{ pair, lesion, side, mri_t2fs_mm: null, mri_arterial_mm: null, mri_portal_mm: null },
          ...{ mri_diffusion_mm: oneOf([0, 4.9, 5, 9.9, 10, 19.9, 20]), ct_arterial_mm: null },
          ct_portal_mm: oneOf([null, 0, 3.1]),
        })),
      listed,
    };
  });
}
