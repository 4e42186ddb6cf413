import { type SequenceName, TOTALS, type Total } from '#shared/protocol/sequences.ts';
import type { Side } from '#shared/protocol/sides.ts';
import { diameterColumn, type LesionRow } from '#shared/tables/lesions.ts';
import { countColumn, type PairRow } from '#shared/tables/pairs.ts';
import type { Random } from './random.ts';
import { seenPatterns } from './seen-patterns.ts';

/** A lesion of one side of a pair, and the sequences that show it. */
export interface SeenLesion {
  readonly measured: LesionRow | undefined;
  readonly seen: ReadonlySet<SequenceName>;
}

/** In so many of a hundred cases a lesion that CT shows and that is not measured is none of those of MRI. */
const CT_ONLY_PERCENT = 4;

/**
 * The metastases of one side of a pair, lesion by lesion, so that every sequence and total has its count: MRI's first, the
 * measured ones before the others; CT shows mostly the same ones. Undefined where the counts are not known, or where the
 * measured lesions leave no way.
 */
export function metastasesOfSide(
  pair: PairRow,
  measured: readonly LesionRow[],
  side: Side,
  random: Random,
): readonly SeenLesion[] | undefined {
  const own = measured.filter((lesion) => lesion.side === side);
  const seenBy = TOTALS.map((total) => lesionsOfTotal(total, pair, own, side, random));
  const [mri, ct] = seenBy;
  if (mri === undefined || ct === undefined) return undefined;
  const all = mri.map(({ measured: lesion, seen }) => ({ measured: lesion, seen: new Set(seen) }));
  let next = all.findIndex((lesion) => lesion.measured === undefined);
  for (const { measured: lesion, seen } of ct) {
    const known = lesion && all.find((other) => other.measured === lesion);
    const isNew = lesion !== undefined || random.whole(1, 100) <= CT_ONLY_PERCENT;
    const same = known ?? (isNew || next === -1 ? undefined : all[next]);
    if (same === undefined) all.push({ measured: lesion, seen: new Set(seen) });
    else {
      for (const sequence of seen) same.seen.add(sequence);
      if (known === undefined) next = next + 1 < mri.length ? next + 1 : -1;
    }
  }
  return all;
}

/** The lesions that a modality shows, those that are measured on it first. */
function lesionsOfTotal(
  { name, sequences }: Total,
  pair: PairRow,
  own: readonly LesionRow[],
  side: Side,
  random: Random,
): readonly SeenLesion[] | undefined {
  const total = pair[countColumn(name, side)];
  const counts = sequences.map((sequence) => pair[countColumn(sequence, side)]);
  const known = counts.filter((count) => count !== null);
  if (total === null || known.length < counts.length) return undefined;
  const isMeasuredOn = (lesion: LesionRow | undefined, sequence: SequenceName) =>
    (lesion?.[diameterColumn(sequence)] ?? 0) > 0;
  const measured = own.filter((lesion) => sequences.some((sequence) => isMeasuredOn(lesion, sequence)));
  if (measured.length > total) return undefined;
  const ease = sequences.map(() =>
    Array.from({ length: total }, (_, lesion) => random.normal() - lesion / 2),
  );
  const patterns = seenPatterns(
    known,
    total,
    ({ sequence, lesion }) => isMeasuredOn(measured[lesion], sequences[sequence] ?? 'mri_t2fs'),
    ({ sequence, lesion }) => ease[sequence]?.[lesion] ?? 0,
  );
  return (
    patterns &&
    Array.from({ length: total }, (_, lesion) => ({
      measured: measured[lesion],
      seen: new Set(sequences.filter((_, sequence) => patterns[sequence]?.[lesion] === true)),
    }))
  );
}
