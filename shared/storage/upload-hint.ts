import * as z from 'zod';
import { parseJson } from '#shared/json.ts';

/**
 * Source: AWS, "Event message structure" of S3 notifications. Only the key is taken: an event is a hint that
 * something happened there, and may come twice, late or out of order.
 */
const notificationSchema = z.object({
  Records: z.array(z.object({ s3: z.object({ object: z.object({ key: z.string() }) }) })),
});
/** What S3 sends once when the notification is set up. */
const testEventSchema = z.object({ Event: z.literal('s3:TestEvent') });

/** Thrown for a message that S3 would not send; it ends in the dead-letter queue. */
export class UnreadableHint extends Error {
  override readonly name = 'UnreadableHint';
}

/** The keys of the bucket that a queue message points to. */
export function hintedKeys(message: string): readonly string[] {
  const content = parseJson(message);
  if (content === undefined) throw new UnreadableHint('the message is no JSON');
  if (testEventSchema.safeParse(content).success) return [];
  const notification = notificationSchema.safeParse(content);
  if (!notification.success) throw new UnreadableHint('the message is no notification of S3');
  return notification.data.Records.map(({ s3 }) => decodeKey(s3.object.key));
}

/** Keys come URL-encoded as in a form: `+` is a space. */
function decodeKey(encoded: string): string {
  try {
    return decodeURIComponent(encoded.replaceAll('+', ' '));
  } catch {
    throw new UnreadableHint('the key of the notification is not URL-encoded');
  }
}

/** The same message as S3 sends, for a key whose event got lost. */
export const hintMessage = (key: string): string =>
  JSON.stringify({ Records: [{ s3: { object: { key: encodeURIComponent(key).replaceAll('%20', '+') } } }] });
