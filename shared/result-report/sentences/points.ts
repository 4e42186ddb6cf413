import { POINTS_TABLE } from '#shared/publication/drawn-numbers.ts';
import type { BilingualPassage } from '#shared/result-report/passage.ts';
import { hasPoints } from '#shared/result-report/published-points.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { reasonWords } from './parts.ts';
import { foundRows } from './sources.ts';
import { en, fr, NOTHING } from './wording.ts';

/** What single values the table `points` has: of lesions, and of patients. */
export type PointKind = 'diameter' | 'best_change';

/** A word where single lesions or patients would be drawn, and are not published. */
export function withoutPoints(result: PublishedResult, kind: PointKind): BilingualPassage {
  if (hasPoints(result, [kind])) return NOTHING;
  const [withheld] = foundRows(result, POINTS_TABLE, ['kind', 'reason']).filter(
    (row) => row.text('kind') === kind,
  );
  if (withheld === undefined) {
    return {
      fr: fr`Les valeurs de chaque lésion et de chaque patient ne sont pas publiées dans ce résultat, qui ne montre que l’ensemble.`,
      en: en`The values of single lesions and patients are not published in this result, which shows them as a whole only.`,
    };
  }
  const why = reasonWords(result.titleOf, withheld, 'reason');
  return {
    fr: fr`Les valeurs une à une ne sont pas montrées : ${why}.`,
    en: en`Single values are not shown: ${why}.`,
  };
}
