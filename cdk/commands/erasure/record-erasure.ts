import { CommandFailure } from '#cdk/commands/command.ts';
import { conditionalWriter } from '#functions/storage/conditional-object.ts';
import { type ErasureRecord, erasureKey } from '#shared/erasure/erasure-record.ts';
import type { ErasedStudy } from './erased-study.ts';

/** Far more than people begin within so many milliseconds. */
const MOST_AT_ONCE = 100;

type Ending = Pick<ErasureRecord, 'endedAt' | 'complete' | 'erased'>;

/**
 * Records an erasure before it begins, where no other record stands; the answer is completed once, when it has ended.
 *
 * @returns its key, and what completes it
 */
export async function recordErasure(
  { s3, outputs }: Pick<ErasedStudy, 's3' | 'outputs'>,
  record: ErasureRecord,
): Promise<{ readonly key: string; readonly end: (ending: Ending) => Promise<void> }> {
  const write = conditionalWriter(s3, outputs.BucketName);
  const put = (key: string, content: ErasureRecord, over: string | null) =>
    write({ key, body: `${JSON.stringify(content, null, 1)}\n`, contentType: 'application/json' }, over);
  for (let later = 0; later < MOST_AT_ONCE; later++) {
    // Two erasures may begin in one millisecond: the second one's record has the name of the next that is free.
    const key = erasureKey(new Date(Date.parse(record.beganAt) + later).toISOString());
    const begun = await put(key, record, null);
    if (begun === 'overtaken') continue;
    const end = async (ending: Ending) => {
      if ((await put(key, { ...record, ...ending }, begun.etag)) === 'overtaken') throw written(key);
    };
    return { key, end };
  }
  throw written(erasureKey(record.beganAt));
}

const written = (key: string): CommandFailure =>
  new CommandFailure({
    fr: `${key} vient d’être écrit par un autre effacement : relancez la même commande.`,
    en: `${key} was just written by another erasure: run the same command again.`,
  });
