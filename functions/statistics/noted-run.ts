import { failureOf, type Log, type LogFields, logAbout } from '#functions/log.ts';
import type { Source } from '#functions/statistics-request.ts';
import type { Publication } from './publish-results.ts';

export interface NotedRun {
  readonly requestId: string;
  readonly source: Source;
  /** The request of the ingest that asked for it; null where the clock or a person did. */
  readonly askedBy: string | null;
}

/** What other lines of a run say that its last one repeats. */
const REPEATED: Readonly<Record<string, readonly string[]>> = {
  'result-computed': ['files', 'rows'],
  compared: ['uploads', 'unsettled'],
  'unchanged-since-verified': ['days'],
};

/** A run of statistics, which ends with one line that says what became of it, who asked for it, and how long it took. */
export async function notedRun(
  log: Log,
  run: NotedRun,
  now: () => Date,
  publish: (log: Log) => Promise<Publication>,
): Promise<Publication> {
  const began = now().getTime();
  const line = logAbout(log, { requestId: run.requestId });
  const said: Record<string, string | number | null> = {};
  const end = (outcome: string, more: LogFields, figures: Readonly<Record<string, number>> = {}) => {
    const metrics = { RunMilliseconds: now().getTime() - began, ...figures };
    line('run', { source: run.source, askedBy: run.askedBy, outcome, ...said, ...more }, metrics);
  };
  try {
    const publication = await publish((event, fields = {}, metrics) => {
      for (const name of REPEATED[event] ?? []) said[name] = fields[name] ?? null;
      line(event, fields, metrics);
    });
    // By the clock whatever came of it, so that a night that did not happen is seen by what is missing.
    const nights = run.source === 'upload' ? {} : { Nights: 1 };
    if (publication === 'overtaken') end('overtaken', {}, nights);
    else {
      const isWaiting = 'waitingFor' in publication;
      const waited = isWaiting ? publication.waitingFor.length : 0;
      const figures = { FilesWaitedFor: waited, FilesPending: publication.pending.length, ...nights };
      // The latest result is what the files of this very moment give.
      if (isWaiting) end('waiting', {}, figures);
      else end('published', { id: publication.id }, { ...figures, ResultsConfirmed: 1 });
    }
    return publication;
  } catch (error) {
    end('failed', failureOf(error));
    throw error;
  }
}
