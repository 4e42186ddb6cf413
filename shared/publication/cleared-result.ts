import type { Bilingual } from '#shared/language.ts';
import { MANIFEST_FILE } from '#shared/storage/bucket-keys.ts';
import { DAYS_KEPT } from './results-to-clear.ts';
import { TABLES_FILE } from './table-files.ts';

/** Where a manifest stands, every table stood, until the night deleted them (`results-to-clear.ts`). */
export const isCleared = (files: readonly string[]): boolean =>
  files.includes(MANIFEST_FILE) && !files.includes(TABLES_FILE);

/** What a list says beside such a result. */
export const CLEARED: Bilingual = {
  fr: 'allégé : reproduce le recalcule',
  en: 'cleared: reproduce computes it again',
};

/** What is said to whoever wants its tables. */
export const clearedResult = (id?: string): Bilingual => ({
  fr: `${id === undefined ? 'Ce résultat' : `Le résultat ${id}`} n’a plus ses tableaux : ni dernier, ni figé, ni dernier de son jour, il a été allégé après ${DAYS_KEPT} jours. Son manifeste reste : npm run ctmri -- reproduce ${id ?? 'ID'}`,
  en: `${id === undefined ? 'This result' : `The result ${id}`} no longer has its tables: neither the latest, nor frozen, nor the last of its day, it was cleared after ${DAYS_KEPT} days. Its manifest stays: npm run ctmri -- reproduce ${id ?? 'ID'}`,
});
