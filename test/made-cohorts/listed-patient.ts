import { MODALITIES, SEQUENCES } from '#shared/protocol/sequences.ts';
import { SIDES, type Side } from '#shared/protocol/sides.ts';
import type { Nature, Reference } from '#shared/tables/lesion-judgement.ts';
import { largestDiameter } from '#shared/tables/lesion-size.ts';
import type { LesionRow } from '#shared/tables/lesions.ts';
import type { PairRow } from '#shared/tables/pairs.ts';
import type { Segment } from '#shared/tables/segment.ts';
import { type SizeClass, sizeClassOf } from '#shared/tables/size-class.ts';
import { confidenceColumn, seenColumn, type VisibilityRow } from '#shared/tables/visibility.ts';
import { visibilityRow } from '#test/tables/rows.ts';
import { metastasesOfSide, type SeenLesion } from './listed-side.ts';
import type { Random } from './random.ts';

/** A pair as one reader sees it, and the lesions that he measured. */
export interface MeasuredPair {
  readonly pair: PairRow;
  readonly lesions: readonly LesionRow[];
}

/** What a lesion is, at every pair of its patient. */
interface Truth {
  readonly lesion: number;
  readonly side: Side;
  readonly segment: Segment | null;
  readonly nature: Nature;
  readonly reference: Reference;
}

const SEGMENTS: Readonly<Record<Side, readonly (Segment | null)[]>> = {
  right: ['V', 'VI', 'VII', 'VIII', 'VIII', null],
  left: ['II', 'III', 'IVa', 'IVb', 'I', null],
};
/** Numbers beyond those of `lesions`, so that none of its own is taken. */
const FIRST_NUMBER = 101;

/**
 * The lesions of a patient's pairs one by one, so that each sequence's and each total's count comes out: the metastases,
 * and beside them what is benign, of unknown nature, or was only found later. A lesion keeps its number, side and segment.
 */
export function listedLesions(readings: readonly MeasuredPair[], random: Random) {
  const truths: Truth[] = [];
  const ofNumber = (lesion: number, side: Side): Truth => {
    const known = truths.find((truth) => truth.lesion === lesion);
    if (known !== undefined) return known;
    const truth = metastasis(lesion, side, readings.length > 1, random);
    truths.push(truth);
    return truth;
  };
  const next = () => Math.max(FIRST_NUMBER - 1, ...truths.map(({ lesion }) => lesion)) + 1;
  const beside = others(random, next);
  truths.push(...beside);
  return readings.map(({ pair, lesions }) => {
    const sides = SIDES.map((side) => ({ side, found: metastasesOfSide(pair, lesions, side, random) }));
    if (sides.some(({ found }) => found === undefined)) return { pair, listed: [] };
    const taken = new Set(lesions.map(({ lesion }) => lesion));
    const metastases = sides.flatMap(({ side, found = [] }) =>
      found.map((lesion) => {
        const free = truths.find(
          (truth) =>
            truth.side === side &&
            !taken.has(truth.lesion) &&
            truth.nature === 'metastasis' &&
            !beside.includes(truth),
        );
        const truth = ofNumber(lesion.measured?.lesion ?? free?.lesion ?? next(), side);
        taken.add(truth.lesion);
        return rowOf(pair, truth, lesion, sizeOf(pair, lesion, lesions.length, random), random);
      }),
    );
    const rest = beside.map((truth) =>
      rowOf(pair, truth, seenBeside(truth, random), random.oneOf(['under_5', '5_9', '10_19']), random),
    );
    return { pair, listed: [...metastases, ...rest].toSorted((a, b) => a.lesion - b.lesion) };
  });
}

function metastasis(lesion: number, side: Side, isFollowed: boolean, random: Random): Truth {
  const reference: readonly Reference[] = isFollowed
    ? ['follow_up', 'follow_up', 'follow_up', 'other_imaging', 'none']
    : ['histology', 'follow_up', 'other_imaging', 'none', 'none'];
  return {
    lesion,
    side,
    segment: random.oneOf(SEGMENTS[side]),
    nature: 'metastasis',
    reference: random.oneOf(reference),
  };
}

/** What is listed and not counted: benign lesions, doubtful ones, and metastases that no sequence showed. */
function others(random: Random, next: () => number): readonly Truth[] {
  const found: Truth[] = [];
  const add = (chance: number, nature: Nature, references: readonly Reference[]) => {
    if (!random.chance(chance)) return;
    const side = random.oneOf(SIDES);
    const [segment, reference] = [random.oneOf(SEGMENTS[side]), random.oneOf(references)];
    found.push({ lesion: next() + found.length, side, segment, nature, reference });
  };
  add(0.35, 'benign', ['follow_up', 'other_imaging', 'histology']);
  add(0.25, 'benign', ['follow_up', 'other_imaging', 'none']);
  add(0.1, 'unknown', ['none']);
  add(0.12, 'metastasis', ['histology', 'follow_up', 'other_imaging']);
  return found;
}

/** A cyst shows on T2; what is a metastasis here was seen by nobody, for it is not counted. */
const seenBeside = ({ nature }: Truth, random: Random): SeenLesion => ({
  measured: undefined,
  seen: new Set(
    nature === 'metastasis'
      ? []
      : SEQUENCES.flatMap(({ name }) =>
          name === 'mri_t2fs' || random.chance(name === 'mri_diffusion' ? 0.25 : 0.4) ? [name] : [],
        ),
  ),
});

/** That of what is measured is mostly left to `lesions`; all that is large enough is measured, up to five lesions. */
function sizeOf(
  { measurable }: PairRow,
  { measured }: SeenLesion,
  measuredLesions: number,
  random: Random,
): SizeClass | null {
  const diameter = measured === undefined ? null : largestDiameter(measured);
  if (diameter !== null) return random.chance(0.8) ? null : sizeClassOf(diameter);
  if (measurable === 'no_lesion_over_5_mm' || (measurable === 'yes' && measuredLesions < 5)) return 'under_5';
  return random.oneOf(['under_5', 'under_5', '5_9', '5_9', '10_19', null]);
}

function rowOf(
  { patient_id, pair, reader }: PairRow,
  truth: Truth,
  { measured, seen }: SeenLesion,
  size_class: SizeClass | null,
  random: Random,
): VisibilityRow {
  // What does not show a lesion could not be assessed there now and then.
  const assessed = new Map(
    SEQUENCES.map(({ name }) => [name, seen.has(name) || !random.chance(0.03)] as const),
  );
  const confidences = MODALITIES.map((modality) => {
    const sequences = SEQUENCES.filter((sequence) => sequence.modality === modality).map(({ name }) => name);
    const shown = sequences.filter((name) => seen.has(name)).length;
    const isKnown = sequences.some((name) => assessed.get(name) === true) && !random.chance(0.1);
    return [confidenceColumn(modality), isKnown ? confidence(truth.nature, shown, random) : null] as const;
  });
  return visibilityRow({
    patient_id,
    pair,
    reader,
    ...truth,
    size_class: measured === undefined && size_class === null ? null : size_class,
    ...Object.fromEntries(
      SEQUENCES.map(({ name }) => [seenColumn(name), assessed.get(name) === true ? seen.has(name) : null]),
    ),
    ...Object.fromEntries(confidences),
  });
}

/** How sure a reader is that it is a metastasis: surer, the more sequences show one; sometimes wrongly so. */
function confidence(nature: Nature, shown: number, random: Random): number {
  if (shown === 0) return random.oneOf([1, 1, 2]);
  if (nature === 'metastasis') return random.oneOf(shown > 1 ? [3, 4, 5, 5, 5] : [2, 3, 4, 5]);
  return random.oneOf(nature === 'benign' ? [1, 1, 2, 2, 3, 4] : [2, 3, 3, 4]);
}
