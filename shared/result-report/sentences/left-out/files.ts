import { agreeing, type Bilingual, sameInBoth } from '#shared/language.ts';
import { PENDING_REASONS } from '#shared/publication/pending.ts';
import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { CENTRES } from '#shared/result-report/sentences/parts.ts';
import { numberListed } from '#shared/result-report/sentences/setting-values.ts';
import { en, enumerated, fr } from '#shared/result-report/sentences/wording.ts';

/** Which tables have not arrived, from how many centres: never from which, for every centre reads this. */
export function missingTablesWords({ manifest, titleOf }: PublishedResult): readonly BilingualPassage[] {
  const lacking = manifest.missing.flatMap(({ tables }) => tables);
  if (lacking.length === 0) return [];
  const told = enumerated(
    [...Map.groupBy(lacking, (table) => table)].map(([table, { length }]) => {
      const title: Bilingual = titleOf('upload', table) ?? sameInBoth(table);
      const [count, word] = [
        numberListed(`missing.${table}`, length),
        agreeing(length, CENTRES.one, CENTRES.many),
      ];
      return { fr: fr`« ${title} », ${count} ${word}`, en: en`“${title}”, ${count} ${word}` };
    }),
  );
  return [
    {
      fr: fr`Tableaux qui ne sont pas encore arrivés de tous les centres : ${told}.`,
      en: en`Tables that have not arrived from every centre yet: ${told}.`,
    },
  ];
}

/** How many files of the bucket the result lacks, by reason. */
export function pendingWords({ manifest }: PublishedResult): readonly BilingualPassage[] {
  if (manifest.pending.length === 0) return [];
  const told = enumerated(
    [...Map.groupBy(manifest.pending, ({ reason }) => reason)].map(([reason, { length }]) => {
      const [title, count] = [PENDING_REASONS[reason], numberListed(`pending.${reason}`, length)];
      return { fr: fr`${title} (${count})`, en: en`${title} (${count})` };
    }),
  );
  return [
    {
      fr: fr`Fichiers déposés qui ne sont pas dans ce résultat : ${told}.`,
      en: en`Files in the bucket that are not in this result: ${told}.`,
    },
  ];
}
