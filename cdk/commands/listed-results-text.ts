import { CLEARED } from '#shared/publication/cleared-result.ts';
import { PENDING_REASONS } from '#shared/publication/pending.ts';
import type { Say } from './command.ts';
import type { ListedResult, ResultsList } from './listed-results.ts';
import { sourceChangeLines } from './source-changes-text.ts';

/** The list of results for the eye: a head line, what it holds, and what is new in it. */
export function listedResultLines({ results, incomplete }: ResultsList, say: Say): readonly string[] {
  if (results.length === 0 && incomplete.length === 0) {
    return [say({ fr: 'Aucun résultat n’est publié.', en: 'No result is published.' })];
  }
  const unfinished = say({
    fr: 'incomplet : un calcul l’écrit, ou a été interrompu',
    en: 'incomplete: a run is writing it, or was cut off',
  });
  return [
    ...results.flatMap((result) => resultLines(result, say)),
    ...incomplete.map((id) => `${id}  ${unfinished}`),
  ];
}

function resultLines(result: ListedResult, say: Say): readonly string[] {
  const { id, computedAt, codeVersion, files, rows, patients, pending, latest, cleared, frozen, changes } =
    result;
  const marks = [
    ...(latest ? [say({ fr: 'le dernier', en: 'the latest' })] : []),
    ...(cleared ? [say(CLEARED)] : []),
    ...frozen.map((name) => say({ fr: `figé : ${name}`, en: `frozen: ${name}` })),
  ];
  const holds = say({
    fr: `${files} fichier(s) ; ${patients.included} patients inclus sur ${patients.screened} ; ${rows.pairs} lignes de couples, ${rows.lesions} de lésions`,
    en: `${files} file(s); ${patients.included} patients included of ${patients.screened}; ${rows.pairs} rows of pairs, ${rows.lesions} of lesions`,
  });
  const news = changes === null ? [] : sourceChangeLines(changes, say);
  return [
    [id, minuteOf(computedAt), codeVersion, ...marks.map((mark) => `← ${mark}`)].join('  '),
    `  ${holds}`,
    ...pending.map(({ key, reason }) => `  ! ${key} (${say(PENDING_REASONS[reason])})`),
    ...news.map((line) => `    ${line}`),
    '',
  ];
}

/** `2026-11-24 21:30 UTC`. */
export const minuteOf = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
