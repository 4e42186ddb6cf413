import type { StudySettings } from '#shared/protocol/study-settings.ts';
import type { IncludedPatient } from '#shared/study/eligibility.ts';
import type { Study } from '#shared/study/study.ts';
import { FEWEST_CENTRES_FOLDED } from './folding-terms.ts';

/** What is shown by itself: a centre, or the small centres together. */
export interface CentreGroup {
  readonly kind: 'centre' | 'others';
  /** Null for the others: which centres they are is not said. */
  readonly name: string | null;
  readonly centres: readonly string[];
}

/** How many included patients each centre has that screened one. */
export function includedByCentre(
  study: Study,
  included: readonly IncludedPatient[],
): ReadonlyMap<string, number> {
  const counts = new Map(study.patients.map(({ centre }) => [centre, 0]));
  for (const { screened } of included) counts.set(screened.centre, (counts.get(screened.centre) ?? 0) + 1);
  return counts;
}

/**
 * Which centres are shown by themselves and which together. If only one is too small, the next smallest joins it,
 * or the difference of all and those shown would be that centre's own figure; and so do more until the others are
 * as many patients as a centre has to have. Nobody is shown where even all centres together are not.
 *
 * @param patients how many included patients each centre has.
 */
export function centreGroups(
  patients: ReadonlyMap<string, number>,
  { fewestPatientsShown }: Pick<StudySettings, 'fewestPatientsShown'>,
): readonly CentreGroup[] {
  const bySize = [...patients]
    .map(([centre, count]) => ({ centre, count }))
    .toSorted((a, b) => a.count - b.count || (a.centre < b.centre ? -1 : 1));
  let folded = bySize.filter(({ count }) => count < fewestPatientsShown).length;
  const total = () => bySize.slice(0, folded).reduce((sum, { count }) => sum + count, 0);
  const tooFew = () => folded < FEWEST_CENTRES_FOLDED || total() < fewestPatientsShown;
  if (folded > 0) {
    while (folded < bySize.length && tooFew()) folded += 1;
    if (tooFew()) return [];
  }
  const names = bySize.map(({ centre }) => centre);
  const others = names.slice(0, folded).toSorted();
  const shown = names
    .slice(folded)
    .toSorted()
    .map((centre): CentreGroup => ({ kind: 'centre', name: centre, centres: [centre] }));
  return folded === 0 ? shown : [...shown, { kind: 'others', name: null, centres: others }];
}
