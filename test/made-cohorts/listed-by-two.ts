import { COUNTED, MODALITIES, type Modality, SEQUENCES } from '#shared/protocol/sequences.ts';
import { SIDES } from '#shared/protocol/sides.ts';
import type { CentreRow } from '#shared/study/study.ts';
import { countColumn, type PairRow } from '#shared/tables/pairs.ts';
import { confidenceColumn, seenColumn, type VisibilityRow } from '#shared/tables/visibility.ts';
import { isListedAt } from '#shared/validation/listed-counts.ts';
import { rowsOfPatient } from '#test/study/centre-rows.ts';
import { visibilityRow } from '#test/tables/rows.ts';
import { codeOf, randomPatient } from './patients.ts';
import { type Random, seeded } from './random.ts';
import { randomVisitDays } from './visits.ts';

interface Centre {
  readonly patients: number;
  readonly readers: number;
  /** How many of the patients have benign lesions alone. */
  readonly spared: number;
  /** On which modality each reader is sure of all that is one, and of nothing else; null of none. */
  readonly faultless?: readonly (Modality | null)[];
}

const CENTRES: Readonly<Record<string, Centre>> = {
  angers: { patients: 12, readers: 2, spared: 4 },
  brest: { patients: 9, readers: 3, spared: 2 },
  // Too small to be shown with its two readers, one large enough to be shown, and not to have limits, and one whose reader is alone.
  cholet: { patients: 3, readers: 2, spared: 0 },
  dinan: { patients: 5, readers: 2, spared: 0 },
  evreux: { patients: 6, readers: 1, spared: 1 },
  fougeres: { patients: 6, readers: 2, spared: 0, faultless: ['mri', 'ct'] },
};

/** What a lesion of a pair is; the same for all readers. */
type Truth = Pick<VisibilityRow, 'lesion' | 'side' | 'nature' | 'reference'>;

/** Other imaging settles benign lesions, and of metastases those of one centre alone: too few patients for limits. */
const WITH_OTHER_IMAGING = 'dinan';

function truths(pair: number, centre: string, isSpared: boolean, random: Random): readonly Truth[] {
  const truth = (nature: Truth['nature'], position: number): Truth => ({
    lesion: 10 * pair + position,
    side: random.oneOf(SIDES),
    nature,
    reference:
      nature === 'metastasis' && centre === WITH_OTHER_IMAGING
        ? 'other_imaging'
        : random.oneOf(
            nature === 'benign'
              ? ['histology', 'follow_up', 'other_imaging']
              : ['histology', 'follow_up', 'follow_up', 'none'],
          ),
  });
  const metastases = isSpared ? 0 : random.whole(2, 5);
  const benign = random.whole(isSpared ? 1 : 0, 2);
  return Array.from({ length: metastases + benign }, (_, at) =>
    truth(at < metastases ? 'metastasis' : 'benign', at + 1),
  );
}

/** How a reader sees it, how sure he is; a reader of experience other than the first finds a little less. */
function readBy(
  reader: number,
  faultless: Modality | null,
  truth: Truth,
  random: Random,
): Partial<VisibilityRow> {
  const isFaultless = (modality: Modality) => modality === faultless;
  const ease = (truth.nature === 'metastasis' ? 0.85 : 0.4) - 0.1 * (reader - 1);
  const seen = new Map(
    SEQUENCES.map(({ name, modality }) => {
      if (isFaultless(modality)) return [name, truth.nature === 'metastasis'] as const;
      if (random.chance(0.02)) return [name, null] as const;
      return [name, random.chance(modality === 'ct' ? ease - 0.2 : ease)] as const;
    }),
  );
  // What nothing establishes has to be seen somewhere.
  if (truth.reference === 'none') seen.set('mri_diffusion', true);
  const confidences = MODALITIES.map((modality) => {
    const own = SEQUENCES.filter((sequence) => sequence.modality === modality).map(({ name }) => name);
    const isRated =
      own.some((name) => seen.get(name) === true) && (isFaultless(modality) || !random.chance(0.05));
    const rating = isFaultless(modality)
      ? 5
      : random.oneOf(truth.nature === 'metastasis' ? [2, 3, 4, 5, 5] : [1, 1, 2, 3, 4]);
    return [confidenceColumn(modality), isRated ? rating : null] as const;
  });
  return {
    ...truth,
    ...Object.fromEntries(SEQUENCES.map(({ name }) => [seenColumn(name), seen.get(name) ?? null])),
    ...Object.fromEntries(confidences),
  };
}

/** The counts that a list of all lesions gives. */
const countsOf = (rows: readonly VisibilityRow[]): Partial<PairRow> =>
  Object.fromEntries(
    COUNTED.flatMap(({ name }) =>
      SIDES.map((side) => [
        countColumn(name, side),
        rows.filter((row) => isListedAt(row, name, side)).length,
      ]),
    ),
  );

function rowsOf(centres: Readonly<Record<string, Centre>>, random: Random): readonly CentreRow[] {
  return Object.entries(centres).flatMap(([centre, { patients, readers, spared, faultless = [] }]) =>
    Array.from({ length: patients }, (_, position) => {
      const readings = [1, 2].slice(0, random.whole(1, 2)).flatMap((pair) => {
        const days = randomVisitDays(pair, random);
        const lesions = truths(pair, centre, position < spared, random);
        return Array.from({ length: readers }, (__, at) => {
          const reader = at + 1;
          const own = lesions
            .filter(
              ({ reference }) =>
                faultless.length > 0 || reader === 1 || reference === 'none' || !random.chance(0.08),
            )
            .map((truth) =>
              visibilityRow({
                segment: null,
                ...readBy(reader, faultless[at] ?? null, truth, random),
                pair,
                reader,
              }),
            );
          const lesions_listed = faultless.length === 0 && random.chance(0.15) ? 'some' : 'all';
          return { own, pair: { pair, reader, ...days, ...countsOf(own), lesions_listed } as const };
        });
      });
      return rowsOfPatient({
        centre,
        id: codeOf('L', position + 1),
        patient: randomPatient(random),
        pairs: readings.map(({ pair }) => ({ ...pair, measurable: 'not_measurable' })),
        listed: readings.flatMap(({ own }) => own),
      });
    }).flat(),
  );
}

/**
 * Lesions that one, two or three readers of a centre list and rate, who now and then miss one or do not rate it; some patients
 * have benign lesions alone on their pairs.
 */
export const listedByTwo = (): readonly CentreRow[] => rowsOf(CENTRES, seeded(23));

/** The same of fewer patients than the study shows. */
export const listedOfFew = (): readonly CentreRow[] =>
  rowsOf({ granville: { patients: 3, readers: 2, spared: 0 } }, seeded(24));
