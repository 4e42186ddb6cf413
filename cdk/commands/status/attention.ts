import type { Titles } from '#shared/language.ts';
import type { FileStatus } from './file-status.ts';
import type { StudyStatus } from './study-status.ts';

/** What needs a person, and what that person does. */
export const ATTENTION = {
  refused: {
    fr: 'fichier(s) refusé(s) : leur centre lit le compte rendu, corrige et renvoie',
    en: 'file(s) refused: their centre reads the report, mends them and sends them again',
  },
  refused_by_new_rules: {
    fr: 'fichier(s) refusé(s) par de nouvelles règles, après avoir compté : prévenez leur centre',
    en: 'file(s) refused by new rules after they had counted: tell their centre',
  },
  misplaced: {
    fr: 'fichier(s) hors du dossier d’un centre de l’étude : à déplacer ou à supprimer, ou le centre manque à la configuration',
    en: 'file(s) in the folder of no centre of the study: to be moved or deleted, or the configuration lacks the centre',
  },
  not_a_csv: {
    fr: 'fichier(s) dont le nom ne finit pas par .csv, pas lus : leur centre supprime et dépose le tableau enregistré en CSV',
    en: 'file(s) whose names do not end in .csv, not read: their centre deletes them and drops the table saved as CSV',
  },
  head_damaged: {
    fr: 'centre(s) dont la fiche est illisible dans la base : npm run ctmri -- recompute la refait',
    en: 'centre(s) whose record in the table cannot be read: npm run ctmri -- recompute makes it again',
  },
  unanswered_for_long: {
    fr: 'fichier(s) déposé(s) depuis plus d’une heure, sans réponse : npm run ctmri -- recompute',
    en: 'file(s) dropped more than an hour ago and not answered: npm run ctmri -- recompute',
  },
  awaited_for_long: {
    fr: 'fichier(s) attendu(s) depuis plus d’une heure ; les résultats se publient sans eux : voyez les journaux, puis npm run ctmri -- recompute',
    en: 'file(s) awaited for more than an hour; results are published without them: see the logs, then npm run ctmri -- recompute',
  },
  missing_from_result: {
    fr: 'fichier(s) laissé(s) de côté par le dernier résultat : npm run ctmri -- recompute',
    en: 'file(s) left out of the latest result: npm run ctmri -- recompute',
  },
  not_published_for_long: {
    fr: 'fichier(s) en vigueur depuis plus d’une heure, et pas dans le dernier résultat : npm run ctmri -- recompute',
    en: 'file(s) in force for more than an hour and not in the latest result: npm run ctmri -- recompute',
  },
  uploads_given_up: {
    fr: 'message(s) mis de côté, dont les fichiers n’ont pas été lus : npm run ctmri -- redrive --queue uploads',
    en: 'message(s) set aside, whose files were not read: npm run ctmri -- redrive --queue uploads',
  },
  failed_computations: {
    fr: 'calcul(s) échoué(s) : npm run ctmri -- redrive --queue statistics',
    en: 'failed computation(s): npm run ctmri -- redrive --queue statistics',
  },
  failed_reports: {
    fr: 'page(s) qui n’ont pas pu être faites : npm run ctmri -- redrive --queue report',
    en: 'page(s) that could not be made: npm run ctmri -- redrive --queue report',
  },
} as const satisfies Titles;
export type AttentionCode = keyof typeof ATTENTION;

export interface Attention {
  readonly what: AttentionCode;
  /** How many files, centres or messages. */
  readonly count: number;
  /** The files or the centres; messages have none. */
  readonly keys: readonly string[];
}

const LONG_MILLISECONDS = 60 * 60 * 1000;

/** What of the study needs a person now; nothing where all goes by itself. */
export function attentionTo({ now, centres, awaited, published, queues }: StudyStatus): readonly Attention[] {
  const longAgo = new Date(Date.parse(now) - LONG_MILLISECONDS).toISOString();
  const files = centres.flatMap((centre) => centre.files);
  const misplaced = centres.map((centre) => ({
    ofTheStudy: centre.ofTheStudy,
    keys: centre.files.flatMap(({ key, state }) => (state === 'misplaced' ? [key] : [])),
  }));
  const keysOf = (isMeant: (file: FileStatus) => boolean) => files.filter(isMeant).map(({ key }) => key);
  const about = (what: AttentionCode, keys: readonly string[]): Attention => ({
    what,
    count: keys.length,
    keys,
  });
  return [
    about(
      'refused',
      keysOf(({ state, refusedByNewRulesSince }) => state === 'refused' && refusedByNewRulesSince === null),
    ),
    about(
      'refused_by_new_rules',
      keysOf(({ refusedByNewRulesSince }) => refusedByNewRulesSince !== null),
    ),
    about(
      'misplaced',
      misplaced.filter(({ ofTheStudy }) => !ofTheStudy).flatMap(({ keys }) => keys),
    ),
    // In the folder of a centre of the study, only a file's name can be wrong.
    about(
      'not_a_csv',
      misplaced.filter(({ ofTheStudy }) => ofTheStudy).flatMap(({ keys }) => keys),
    ),
    about(
      'head_damaged',
      centres.filter(({ damaged }) => damaged).map(({ centre }) => centre),
    ),
    about(
      'unanswered_for_long',
      centres
        .flatMap(({ unanswered }) => unanswered)
        .flatMap(({ key, since }) => (since < longAgo ? [key] : [])),
    ),
    about(
      'awaited_for_long',
      awaited.flatMap(({ key, since }) => (since !== null && since < longAgo ? [key] : [])),
    ),
    about('missing_from_result', published?.pending.map(({ key }) => key) ?? []),
    about(
      'not_published_for_long',
      keysOf(
        ({ inForce, published: isPublished }) => !isPublished && inForce !== null && inForce.at < longAgo,
      ),
    ),
    { what: 'uploads_given_up' as const, count: queues.uploadsGivenUp, keys: [] },
    { what: 'failed_computations' as const, count: queues.failedComputations, keys: [] },
    { what: 'failed_reports' as const, count: queues.failedReports, keys: [] },
  ].filter(({ count }) => count > 0);
}
