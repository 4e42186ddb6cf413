import type { Say, Terminal } from '#cdk/commands/command.ts';
import { minuteOf } from '#cdk/commands/listed-results-text.ts';
import type { Bilingual } from '#shared/language.ts';
import { PENDING_REASONS } from '#shared/publication/pending.ts';
import { ATTENTION, type Attention } from './attention.ts';
import { centreText } from './centre-text.ts';
import type { StudyStatus } from './study-status.ts';

/** How the study stands, for the eye: what is published, the queues, each centre, and what needs a person. */
export function statusText(
  status: StudyStatus,
  attention: readonly Attention[],
  terminal: Pick<Terminal, 'say' | 'language'>,
): string {
  const { say } = terminal;
  const { uploads, uploadsGivenUp, failedComputations, failedReports } = status.queues;
  return [
    ...publishedLines(status, say),
    say({
      fr: `files d’attente : ${uploads.waiting} message(s) en attente, ${uploads.inWork} en cours ; mis de côté : ${uploadsGivenUp} message(s), ${failedComputations} calcul(s), ${failedReports} page(s)`,
      en: `queues: ${uploads.waiting} message(s) waiting, ${uploads.inWork} in work; set aside: ${uploadsGivenUp} message(s), ${failedComputations} computation(s), ${failedReports} page(s)`,
    }),
    '',
    ...status.centres.map((centre) => centreText(centre, terminal)),
    ...attentionLines(attention, say),
  ].join('\n');
}

function publishedLines({ now, published }: StudyStatus, say: Say): readonly string[] {
  if (published === null) return [say({ fr: 'aucun résultat publié', en: 'no result published' })];
  const { id, publishedAt, codeVersion, inputs, pending, behind } = published;
  const age = ageOf(publishedAt, now);
  return [
    say({
      fr: `résultat ${id}, publié le ${minuteOf(publishedAt)} (il y a ${age.fr}), de ${inputs.length} fichier(s), code ${codeVersion}`,
      en: `result ${id}, published on ${minuteOf(publishedAt)} (${age.en} ago), of ${inputs.length} file(s), code ${codeVersion}`,
    }),
    ...pending.map(({ key, reason }) => `  ! ${key} (${say(PENDING_REASONS[reason])})`),
    ...(behind.length === 0
      ? []
      : [
          say({
            fr: `  ne dit pas ce qui compte à présent de ${behind.length} fichier(s) : ${behind.join(', ')}`,
            en: `  does not tell what counts now of ${behind.length} file(s): ${behind.join(', ')}`,
          }),
        ]),
  ];
}

function attentionLines(attention: readonly Attention[], say: Say): readonly string[] {
  if (attention.length === 0)
    return [say({ fr: 'Rien ne demande d’intervention.', en: 'Nothing needs a person.' })];
  return [
    say({ fr: 'À faire :', en: 'To do:' }),
    ...attention.flatMap(({ what, count, keys }) => [
      `  • ${count} ${say(ATTENTION[what])}`,
      ...keys.map((key) => `      ${key}`),
    ]),
  ];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How much time lies between two moments, in the largest unit of which there are two at least. */
export function ageOf(then: string, now: string): Bilingual {
  const passed = Math.max(0, Date.parse(now) - Date.parse(then));
  if (passed < 2 * HOUR)
    return { fr: `${Math.floor(passed / MINUTE)} min`, en: `${Math.floor(passed / MINUTE)} min` };
  if (passed < 2 * DAY) return { fr: `${Math.floor(passed / HOUR)} h`, en: `${Math.floor(passed / HOUR)} h` };
  return { fr: `${Math.floor(passed / DAY)} jours`, en: `${Math.floor(passed / DAY)} days` };
}
