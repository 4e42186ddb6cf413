import { failureOf, type Log, type LogFields, logAbout, type Metrics } from '#functions/log.ts';

/** What became of a file: the verdict on it, `unchanged` where there was nothing to do, or `failed`. */
const OUTCOMES = {
  accepted: 'UploadsAccepted',
  refused: 'UploadsRefused',
  withdrawn: 'UploadsWithdrawn',
  unchanged: 'UploadsUnchanged',
  failed: 'UploadsFailed',
} satisfies Readonly<Record<string, string>>;
type Outcome = keyof typeof OUTCOMES;

const isOutcome = (event: string): event is Outcome => Object.hasOwn(OUTCOMES, event);

/** Brings a file in, and ends with one line that says what became of it, of which request, and how long it took. */
export async function notedUpload(
  log: Log,
  about: LogFields,
  now: () => Date,
  bringIn: (log: Log) => Promise<void>,
): Promise<void> {
  const began = now().getTime();
  let outcome: Outcome = 'unchanged';
  let rows = 0;
  const line = logAbout(log, about);
  const end = (what: Outcome, more: LogFields = {}) => {
    const milliseconds = now().getTime() - began;
    const metrics: Metrics = { [OUTCOMES[what]]: 1, RowsAccepted: rows, UploadMilliseconds: milliseconds };
    line('upload', { outcome: what, ...more }, metrics);
  };
  try {
    await bringIn((event, fields, metrics) => {
      // The last verdict: whoever was overtaken began again.
      if (isOutcome(event)) [outcome, rows] = [event, Number(fields?.['rows'] ?? 0)];
      line(event, fields, metrics);
    });
  } catch (error) {
    rows = 0;
    end('failed', failureOf(error));
    throw error;
  }
  end(outcome);
}
