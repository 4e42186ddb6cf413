import { CommandFailure } from '#cdk/commands/command.ts';
import { conditionalWriter } from '#functions/storage/conditional-object.ts';
import { type ErasureRecord, erasureKey } from '#shared/erasure/erasure-record.ts';
import type { ErasedStudy } from './erased-study.ts';

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
  const key = erasureKey(record.beganAt);
  const write = conditionalWriter(s3, outputs.BucketName);
  const put = async (content: ErasureRecord, over: string | null): Promise<string> => {
    const body = `${JSON.stringify(content, null, 1)}\n`;
    const written = await write({ key, body, contentType: 'application/json' }, over);
    if (written !== 'overtaken') return written.etag;
    throw new CommandFailure({
      fr: `${key} vient d’être écrit par un autre effacement : relancez la même commande.`,
      en: `${key} was just written by another erasure: run the same command again.`,
    });
  };
  const etag = await put(record, null);
  return { key, end: async (ending) => void (await put({ ...record, ...ending }, etag)) };
}
