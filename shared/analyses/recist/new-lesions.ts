import { SIDES, type Side } from '#shared/protocol/sides.ts';
import { countOn, type RecistMethod } from './methods.ts';
import { countAt, shownAt, type Visit } from './visits.ts';

/*
 * New lesions (Eisenhauer 2009, 4.3.5: a new lesion should be unequivocal, and not be found by another technique or
 * another way of reading; what only the other modality saw before is new to this one).
 */

/** Whether a visit has a lesion that was not there before; unclear where nobody could count what was there. */
export type Novelty = 'none' | 'unclear' | 'new';

/** For each visit of a course, the baseline first. */
export function noveltyOf(visits: readonly Visit[], method: RecistMethod): readonly Novelty[] {
  const bySide = SIDES.map((side) => noveltyOnSide(visits, method, side));
  return visits.map((_, position) => {
    const found = bySide.map((novelties) => novelties[position]);
    if (found.includes('new')) return 'new';
    return found.includes('unclear') ? 'unclear' : 'none';
  });
}

/**
 * A number that the method never showed before need not be a new lesion: an earlier visit may have counted it without
 * measuring it. So since that visit no more numbers may have turned up on the side than it counted beyond those that it
 * measured. Where no earlier visit explains them so, they are new; but unclear where one could not count.
 *
 * The visits before are those without a new lesion on that side: a new lesion is new as long as it is there.
 */
function noveltyOnSide(visits: readonly Visit[], method: RecistMethod, side: Side): readonly Novelty[] {
  const before: Visit[] = [];
  return visits.map((visit) => {
    const found = noveltyAfter(before, visit, method, side);
    if (found !== 'new') before.push(visit);
    return found;
  });
}

function noveltyAfter(before: readonly Visit[], visit: Visit, method: RecistMethod, side: Side): Novelty {
  if (before.length === 0) return 'none';
  const known = numbersOf(before, method);
  if (numbersOf([visit], method, side).isSubsetOf(known)) return 'none';
  const explained = before.map((earlier, position) => {
    const counted = countAt(earlier, countOn(method, side));
    if (counted === null) return 'unclear';
    const seenByThen = numbersOf(before.slice(0, position + 1), method);
    const since = numbersOf([...before.slice(position + 1), visit], method, side);
    const turnedUp = since.difference(seenByThen).size;
    return turnedUp <= counted - numbersOf([earlier], method, side).size ? 'none' : 'new';
  });
  if (explained.includes('none')) return 'none';
  return explained.includes('unclear') ? 'unclear' : 'new';
}

/** The numbers that a method shows at some visits, on one side or on both. */
function numbersOf(visits: readonly Visit[], { sequences }: RecistMethod, side?: Side): Set<number> {
  const numbers = new Set<number>();
  for (const visit of visits) {
    for (const shown of shownAt(visit, sequences)) {
      if (side === undefined || shown.side === side) numbers.add(shown.lesion);
    }
  }
  return numbers;
}
