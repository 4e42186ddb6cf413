import { type Adjusted, adjustedIn } from '#shared/analyses/comparison/family.ts';
import { type CodeOf, entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';
import { isMissing, mapped } from '#shared/statistics/figure.ts';
import { MODALITIES_COMPARED, PROTOCOLS_COMPARED, SEQUENCES_COMPARED } from './compared-sets.ts';
import { compareLesions, type LesionComparison } from './lesion-comparison.ts';
import type { LesionGroup } from './lesion-groups.ts';

/** Which comparisons are adjusted together. */
export const LESION_FAMILIES = vocabulary(
  'lesion_family',
  entriesOf({
    modalities: {
      fr: 'IRM et TDM : les côtés ensemble, les tailles ensemble',
      en: 'MRI and CT: the sides together, the sizes together',
    },
    sequences: {
      fr: 'les séquences deux à deux, sur un côté ou d’une taille',
      en: 'the sequences two by two, on one side or of one size',
    },
    protocols: {
      fr: 'les protocoles deux à deux, sur un côté ou d’une taille',
      en: 'the protocols two by two, on one side or of one size',
    },
  }),
);

/** A comparison in its family, whose p-values of Obuchowski's test are adjusted together. */
export interface LesionTest extends LesionComparison {
  readonly family: CodeOf<typeof LESION_FAMILIES>;
  readonly adjusted: Adjusted;
}

/** Every comparison of groups that make up the lesions in one way: all of MRI with all of CT first. */
export function lesionFamilies(groups: readonly LesionGroup[]): readonly LesionTest[] {
  const modalities = inFamily(
    'modalities',
    groups.map((group) => compareLesions(group, MODALITIES_COMPARED)),
  );
  const others = groups.flatMap((group) => [
    ...inFamily(
      'sequences',
      SEQUENCES_COMPARED.map((compared) => compareLesions(group, compared)),
    ),
    ...inFamily(
      'protocols',
      PROTOCOLS_COMPARED.map((compared) => compareLesions(group, compared)),
    ),
  ]);
  return [...modalities, ...others];
}

function inFamily(
  family: LesionTest['family'],
  comparisons: readonly LesionComparison[],
): readonly LesionTest[] {
  const adjusted = adjustedIn(comparisons, ({ found }) =>
    isMissing(found) ? found : mapped(found.obuchowski.pValue, ({ p }) => p),
  );
  return comparisons.map((comparison) => ({ ...comparison, family, adjusted: adjusted(comparison) }));
}
