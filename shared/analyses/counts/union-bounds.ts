/** Between how many lesions and how many a union has. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/**
 * How many distinct lesions some acquisitions show together, from their counts alone: at least what the largest of them
 * shows, and what the others cannot account for; at most all, and what they show one by one. Both limits are reached by
 * some lesions with these counts, so that counts cannot say more (Bonferroni's inequalities, 1936).
 *
 * @param members - what each of the acquisitions shows, on one pair and side
 * @param rest - what each of the modality's others shows
 * @param total - the distinct lesions of the modality there; each shows no more, and all of them together no less
 */
export function unionBounds(members: readonly number[], rest: readonly number[], total: number): Bounds {
  let largest = 0;
  let oneByOne = 0;
  for (let at = 0; at < members.length; at += 1) {
    const shown = members[at] ?? 0;
    if (shown > largest) largest = shown;
    oneByOne += shown;
  }
  let unaccounted = total;
  for (let at = 0; at < rest.length; at += 1) unaccounted -= rest[at] ?? 0;
  return { least: Math.max(largest, unaccounted), most: Math.min(total, oneByOne) };
}
