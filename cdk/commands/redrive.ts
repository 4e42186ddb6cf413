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
import { runStatistics } from './statistics-run.ts';
import { connectToStudy, type StudyConnection } from './study-connection.ts';

const QUEUES = ['uploads', 'statistics'] as const;
type Queue = (typeof QUEUES)[number];

export const redrive: Command = {
  usage: 'redrive [--queue uploads|statistics] [--json]',
  examples: ['redrive', 'redrive --queue uploads'],
  summary: {
    fr: 'reprend ce qui a été abandonné : renvoie les fichiers mis de côté, relance le calcul échoué',
    en: 'takes up what was given up: sends files set aside back, runs the failed computation again',
  },
  options: {
    queue: {
      value: 'uploads|statistics',
      summary: { fr: 'une seule des deux files', en: 'one of the two queues only' },
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
    fr: `--queue attend ${QUEUES.join(' ou ')}.`,
    en: `--queue takes ${QUEUES.join(' or ')}.`,
  });
}

/** Sends files back and computes again, as far as these queues say. */
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
  if (json) {
    printJson(terminal, {
      ...(uploads && { uploads: { moved: uploads.keys.length, ...uploads } }),
      ...(queues.includes('statistics') && {
        statistics: { retried: statistics?.messages ?? 0, ...statistics?.done },
      }),
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

const statisticsText = ({
  messages,
  done,
}: NonNullable<
  Awaited<ReturnType<typeof retryFailures<Awaited<ReturnType<typeof runStatistics>>>>>
>): readonly Bilingual[] => [
  answerText(done),
  {
    fr: `${messages} échec(s) repris, effacé(s) de la file`,
    en: `${messages} failure(s) taken up and deleted from the queue`,
  },
];
