import { codesOf } from '#shared/language.ts';
import { REFERENCES } from '#shared/tables/lesion-judgement.ts';
import { seeded } from '#test/made-cohorts/random.ts';
import type { ListedStory, ListingPatient } from './listed-study.ts';

/**
 * So many patients of one centre, whom some readers read. Most lesions are known by a reference, metastases are seen and
 * trusted more often than benign ones; now and then a reader lists one not, calls it otherwise, or does not rate it.
 */
export function randomRatings(seed: number, patients: number, readers: number): readonly ListingPatient[] {
  const { chance, whole, oneOf } = seeded(seed);
  return Array.from({ length: patients }, (_, at) => {
    const pairs = [1, 2].slice(0, whole(1, 2));
    const isSpared = chance(0.15);
    const listed: ListedStory[] = [];
    for (const pair of pairs) {
      const lesions = whole(1, 5);
      for (let lesion = 1; lesion <= lesions; lesion += 1) {
        const nature = isSpared || chance(0.3) ? 'benign' : 'metastasis';
        const reference = chance(0.9)
          ? oneOf(['histology', 'follow_up'] as const)
          : oneOf(codesOf(REFERENCES));
        for (let reader = 1; reader <= readers; reader += 1) {
          const letter = () => (chance(0.02) ? '-' : chance(nature === 'metastasis' ? 0.7 : 0.3) ? 'Y' : 'N');
          const seen = Array.from({ length: 6 }, letter).join('');
          const confidence = (shown: string) =>
            !shown.includes('Y') || chance(0.03) ? null : nature === 'benign' ? whole(1, 4) : whole(2, 5);
          const otherwise = chance(0.03)
            ? { nature: oneOf(['metastasis', 'benign', 'unknown'] as const) }
            : {};
          if (reader > 1 && chance(0.05)) continue;
          listed.push({
            ...{ pair, reader, lesion, nature, reference, seen, ...otherwise },
            confidence_mri: confidence(seen.slice(0, 4)),
            confidence_ct: confidence(seen.slice(4)),
          });
        }
      }
    }
    return {
      id: `P${at + 10}`,
      pairs: pairs.flatMap((pair) =>
        Array.from({ length: readers }, (__, reader) => ({
          pair,
          reader: reader + 1,
          lesions_listed: chance(0.8) ? ('all' as const) : ('some' as const),
        })),
      ),
      listed,
    };
  });
}
