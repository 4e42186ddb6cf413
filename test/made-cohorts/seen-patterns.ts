/** Which lesions of a side each sequence shows: `seen[sequence][lesion]`. */
export type Patterns = readonly (readonly boolean[])[];

interface Cell {
  readonly sequence: number;
  readonly lesion: number;
}

/**
 * Patterns that give a pair's counts: each sequence shows as many lesions as it counts, the easiest first, and each lesion
 * is shown by at least one. Undefined where what is measured leaves no such patterns.
 *
 * @param counts - of each sequence
 * @param lesions - how many the modality's total counts
 * @param isMeasured - whether a lesion is measured on a sequence, and so seen there
 * @param ease - how easily a sequence shows a lesion; by this alone the cells that are not measured are chosen
 */
export function seenPatterns(
  counts: readonly number[],
  lesions: number,
  isMeasured: (cell: Cell) => boolean,
  ease: (cell: Cell) => number,
): Patterns | undefined {
  const numbers = Array.from({ length: lesions }, (_, lesion) => lesion);
  const seen = counts.map((count, sequence) => {
    const cells = numbers.map((lesion) => ({ sequence, lesion }));
    const chosen = [
      ...cells.filter(isMeasured),
      ...cells.filter((cell) => !isMeasured(cell)).sort((a, b) => ease(b) - ease(a)),
    ].slice(0, count);
    return numbers.map((lesion) => chosen.some((cell) => cell.lesion === lesion));
  });
  const timesSeen = (lesion: number) => seen.filter((row) => row[lesion] === true).length;
  for (const lesion of numbers.filter((number) => timesSeen(number) === 0)) {
    // A sequence that shows another lesion, which a second one shows too, shows this one in its place.
    const given = numbers
      .flatMap((other) => seen.map((_, sequence) => ({ sequence, lesion: other })))
      .filter((cell) => seen[cell.sequence]?.[cell.lesion] === true && !isMeasured(cell))
      .filter((cell) => timesSeen(cell.lesion) > 1)
      .sort((a, b) => ease(a) - ease(b))[0];
    const row = given && seen[given.sequence];
    if (row === undefined) return undefined;
    row[given?.lesion ?? 0] = false;
    row[lesion] = true;
  }
  const isRight =
    seen.every((row, sequence) => row.filter(Boolean).length === counts[sequence]) &&
    seen.every((row, sequence) => row.every((shown, lesion) => shown || !isMeasured({ sequence, lesion })));
  return isRight ? seen : undefined;
}
