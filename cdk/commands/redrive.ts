import type { Bilingual } from '#shared/language.ts';
import {
  assertNoArgument,
  type Call,
  type Command,
  EXIT,
  type ExitCode,
  type Terminal,
  wrongUsage,
} from './command.ts';
import { type Redriven, redriveUploads, retryFailures } from './dead-letters.ts';
import { JSON_OPTION, printJson } from './json-output.ts';
import { answerText, exitAfter } from './recompute.ts';
import { type ReportAnswer, runReport } from './report-run.ts';
import { runStatistics, type StatisticsAnswer } from './statistics-run.ts';
import { connectToStudy, type StudyConnection } from './study-connection.ts';

const QUEUES = ['uploads', 'statistics', 'report'] as const;
type Queue = (typeof QUEUES)[number];

export const redrive: Command = {
  usage: 'redrive [--queue uploads|statistics|report] [--json]',
  examples: ['redrive', 'redrive --queue uploads'],
  summary: {
    fr: 'reprend ce qui a été abandonné : renvoie les fichiers mis de côté, relance le calcul ou la page qui a échoué',
    en: 'takes up what was given up: sends files set aside back, runs the failed computation or page again',
  },
  options: {
    queue: {
      value: 'uploads|statistics|report',
      summary: { fr: 'une seule des trois files', en: 'one of the three queues only' },
    },
    json: JSON_OPTION,
  },
  answersNo: {
    fr: 'le calcul attend encore des fichiers',
    en: 'the computation still waits for files',
  },
  run: async (call, terminal) => {
    assertNoArgument(call);
    const queues = queuesMeant(call);
    return takeUp(await connectToStudy(terminal), queues, call, terminal);
  },
};

function queuesMeant({ options }: Call): readonly Queue[] {
  const only = options.get('queue');
  const meant = QUEUES.filter((name) => only === undefined || only === name);
  if (meant.length > 0) return meant;
  throw wrongUsage({
    fr: `--queue attend ${QUEUES.join(', ')}.`,
    en: `--queue takes ${QUEUES.join(', ')}.`,
  });
}

/** Sends files back, computes and makes the page again, as far as these queues say. */
export async function takeUp(
  { queue, lambda, outputs }: Pick<StudyConnection, 'queue' | 'lambda' | 'outputs'>,
  queues: readonly Queue[],
  { options }: Pick<Call, 'options'>,
  terminal: Terminal,
): Promise<ExitCode> {
  const json = options.has('json');
  const tell = (text: Bilingual) => (json ? terminal.report : terminal.print)(terminal.say(text));

  const uploads = queues.includes('uploads')
    ? await redriveUploads(queue, outputs.DeadLetterQueueUrl, outputs.UploadQueueUrl)
    : undefined;
  if (uploads !== undefined) for (const text of uploadsText(uploads)) tell(text);
  const statistics = queues.includes('statistics')
    ? await retryFailures(queue, outputs.StatisticsFailureQueueUrl, () => {
        terminal.report(terminal.say({ fr: 'calcul en cours …', en: 'computing …' }));
        return runStatistics({ lambda, functionName: outputs.StatisticsFunctionName }, terminal);
      })
    : undefined;
  if (statistics !== undefined) for (const text of statisticsText(statistics)) tell(text);
  else if (queues.includes('statistics'))
    tell({ fr: 'aucun calcul échoué à reprendre', en: 'no failed computation to take up' });
  const report = queues.includes('report')
    ? await retryFailures(queue, outputs.ReportFailureQueueUrl, () =>
        runReport({ lambda, functionName: outputs.ReportFunctionName }, terminal),
      )
    : undefined;
  if (report !== undefined) for (const text of reportText(report)) tell(text);
  else if (queues.includes('report'))
    tell({ fr: 'aucune page échouée à reprendre', en: 'no failed page to take up' });
  if (json) {
    printJson(terminal, {
      ...(uploads && { uploads: { moved: uploads.keys.length, ...uploads } }),
      ...(queues.includes('statistics') && {
        statistics: { retried: statistics?.messages ?? 0, ...statistics?.done },
      }),
      ...(queues.includes('report') && { report: { retried: report?.messages ?? 0, ...report?.done } }),
    });
  }
  return statistics === undefined ? EXIT.done : exitAfter(statistics.done);
}

function uploadsText({ keys, unreadable }: Redriven): readonly Bilingual[] {
  const moved =
    keys.length === 0
      ? { fr: 'aucun fichier mis de côté', en: 'no file set aside' }
      : {
          fr: `${keys.length} fichier(s) renvoyé(s) à l’examen : ${keys.join(', ')}`,
          en: `${keys.length} file(s) sent back to be examined: ${keys.join(', ')}`,
        };
  if (unreadable === 0) return [moved];
  return [
    moved,
    {
      fr: `${unreadable} message(s) ne venai(en)t pas de S3, supprimé(s) : la comparaison de la nuit, ou recompute, retrouve tout fichier oublié`,
      en: `${unreadable} message(s) did not come from S3 and were deleted: the nightly comparison, or recompute, finds any file that was missed`,
    },
  ];
}

interface Retried<Done> {
  readonly messages: number;
  readonly done: Done;
}

const statisticsText = ({ messages, done }: Retried<StatisticsAnswer>): readonly Bilingual[] => [
  answerText(done),
  takenUp(messages),
];

const reportText = ({ messages, done }: Retried<ReportAnswer>): readonly Bilingual[] => [
  done.id === null
    ? { fr: 'aucun résultat dont faire une page', en: 'no result to make a page of' }
    : { fr: `page à jour : ${done.id}`, en: `the page is up to date: ${done.id}` },
  takenUp(messages),
];

const takenUp = (messages: number): Bilingual => ({
  fr: `${messages} échec(s) repris, effacé(s) de la file`,
  en: `${messages} failure(s) taken up and deleted from the queue`,
});
