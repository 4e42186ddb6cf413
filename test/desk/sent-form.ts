import { createHash } from 'node:crypto';
import * as z from 'zod';

const policySchema = z.object({
  expiration: z.string(),
  conditions: z.array(
    z.union([
      z.tuple([z.literal('content-length-range'), z.number(), z.number()]),
      z.tuple([z.enum(['eq', 'starts-with']), z.string(), z.string()]),
      z.record(z.string(), z.string()),
    ]),
  ),
});
const NEEDS_NO_CONDITION = /^(?:x-amz-signature|policy|file|x-ignore-.*)$/;

/**
 * Whether S3 would take a form: it has not expired, each condition holds, each field has one, and the bytes are those whose
 * checksum it names. Source: AWS, "Creating a POST policy".
 *
 * @returns the code of S3's refusal; undefined where it takes it
 */
export function refusalOfForm(
  fields: Readonly<Record<string, string>>,
  bytes: Uint8Array,
  now: Date,
): string | undefined {
  const given = new Map(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]));
  const { expiration, conditions } = policySchema.parse(
    JSON.parse(Buffer.from(given.get('policy') ?? '', 'base64').toString()),
  );
  if (Date.parse(expiration) <= now.getTime()) return 'AccessDenied';
  const named = new Set(['bucket']);
  for (const condition of conditions) {
    if (!Array.isArray(condition)) {
      for (const [name, value] of Object.entries(condition)) {
        named.add(name.toLowerCase());
        if (name !== 'bucket' && given.get(name.toLowerCase()) !== value) return 'AccessDenied';
      }
    } else if (condition[0] === 'content-length-range') {
      if (bytes.length < condition[1]) return 'EntityTooSmall';
      if (bytes.length > condition[2]) return 'EntityTooLarge';
    } else {
      const [how, field, value] = condition;
      const name = field.slice(1).toLowerCase();
      named.add(name);
      const found = given.get(name) ?? '';
      if (how === 'eq' ? found !== value : !found.startsWith(value)) return 'AccessDenied';
    }
  }
  if ([...given.keys()].some((name) => !NEEDS_NO_CONDITION.test(name) && !named.has(name)))
    return 'AccessDenied';
  const checksum = given.get('x-amz-checksum-sha256');
  const isOther = checksum !== createHash('sha256').update(bytes).digest('base64');
  return checksum !== undefined && isOther ? 'BadDigest' : undefined;
}
