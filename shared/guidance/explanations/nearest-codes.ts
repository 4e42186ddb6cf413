import { EXPLANATIONS } from './explanations.ts';

/** As codes are written: `lesion too small` and `lesion-too-small` are LESION_TOO_SMALL. */
export const asCode = (typed: string): string =>
  typed
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_');

/** The least likeness that is worth a suggestion, from 0 to 1. */
const LEAST_LIKENESS = 0.4;

/** The codes that somebody may have meant, those most alike; none where nothing is alike. */
export function nearestCodes(typed: string): readonly string[] {
  const likenesses = Object.keys(EXPLANATIONS).map((code) => ({
    code,
    alike: likeness(asCode(typed), code),
  }));
  const most = Math.max(...likenesses.map(({ alike }) => alike));
  if (most < LEAST_LIKENESS) return [];
  return likenesses.filter(({ alike }) => alike === most).map(({ code }) => code);
}

/** The pairs of neighbouring letters that two words share, of all that they have. Source: Dice's coefficient. */
function likeness(a: string, b: string): number {
  const [ofA, ofB] = [pairsOf(a), pairsOf(b)];
  if (ofA.size + ofB.size === 0) return 0;
  return (2 * ofA.intersection(ofB).size) / (ofA.size + ofB.size);
}

const pairsOf = (word: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2)));
