/** Groups of patients, of which some are too small to be shown. */
export interface GroupsOfAWhole<Group> {
  /** Those that are large enough, each of them with its patients. */
  readonly large: readonly Group[];
  readonly patientsOf: (group: Group) => number;
  /** How many patients of the whole are in none of some groups. */
  readonly patientsOutside: (shown: readonly Group[]) => number;
}

/**
 * Which groups may be shown where the whole is shown too: the whole less those shown is what is kept back, so that it
 * has to be of as many patients as a group has to have. Until it is, the smallest of those shown is kept back as well
 * (complementary suppression: Cox 1980 JASA 75:377); of equal ones the last.
 */
export function shownBesideTheWhole<Group>(
  { large, patientsOf, patientsOutside }: GroupsOfAWhole<Group>,
  fewestPatientsShown: number,
): readonly Group[] {
  let shown = large;
  while (shown.length > 0 && patientsOutside(shown) > 0 && patientsOutside(shown) < fewestPatientsShown) {
    const fewest = Math.min(...shown.map(patientsOf));
    const kept = shown.findLastIndex((group) => patientsOf(group) === fewest);
    shown = shown.filter((_, position) => position !== kept);
  }
  return shown;
}
