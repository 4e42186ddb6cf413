import { InvalidObjectState, type S3ServiceException } from '@aws-sdk/client-s3';
import type { Unreadable } from '#shared/validation/file-problems.ts';

const KMS_KEY = /arn:[\w-]+:kms:[\w-]+:\d+:key\/[\w-]+/;

/**
 * What S3's refusal to give an object says of the object itself; undefined where it says nothing of it: a later attempt may
 * then succeed. S3 asks for the sender's own key (SSE-C), or names the key of KMS that it may not use for us; where that is
 * the study's own, the study is broken, not the object.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html
 *
 * @param keyArn - the study's key; without it no key of KMS is taken for another's
 */
export function unreadableCause(error: S3ServiceException, keyArn?: string): Unreadable | undefined {
  if (error instanceof InvalidObjectState) return 'archived';
  if (error.name === 'InvalidRequest' && error.message.includes('Server Side Encryption'))
    return 'foreign_key';
  const named = KMS_KEY.exec(error.message)?.[0];
  return keyArn !== undefined && named !== undefined && named !== keyArn ? 'foreign_key' : undefined;
}
