import { ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import { ResourceNotFoundException as FunctionNotFound } from '@aws-sdk/client-lambda';
import { NoSuchBucket, S3ServiceException } from '@aws-sdk/client-s3';
import { QueueDoesNotExist } from '@aws-sdk/client-sqs';
import { expect, it } from 'vitest';
import { sentenceOf } from '#cdk/commands/sentence-of-error.ts';
import { textOf } from '#test/docs/markdown.ts';

const $metadata = {};
const message = 'not there';

it.each([
  ['the table', new ResourceNotFoundException({ message, $metadata })],
  ['a function', new FunctionNotFound({ message, $metadata, Type: 'User' })],
  ['the bucket', new NoSuchBucket({ message, $metadata })],
  ['a queue', new QueueDoesNotExist({ message, $metadata })],
])('where %s is gone, the sections of the page say what to do', (_, error) => {
  const { fr, en } = sentenceOf(error);
  const headings = [fr.matchAll(/« (.+?) »/g), en.matchAll(/"(.+?)"/g)].flatMap((found) =>
    Array.from(found, ([, heading]) => heading),
  );
  expect(headings).toHaveLength(4);
  const page = textOf('docs/OPERATIONS.md');
  for (const heading of headings) expect(page).toContain(`\n### ${heading}\n`);
});

it('what AWS refuses leads to who may do what', () => {
  const refused = new S3ServiceException({ name: 'AccessDenied', message, $fault: 'client', $metadata });
  expect(sentenceOf(refused).en).toContain('docs/ACCESS.md');
});

it('of any other error it says the name and the message', () => {
  expect(sentenceOf(new TypeError('no number')).en).toBe(
    'Failed: TypeError: no number (CTMRI_DEBUG=1 shows where)',
  );
});

it.each(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN'])(
  'a connection that ends with %s is said to be broken',
  (code) => {
    const broken = Object.assign(new Error('over'), { code });
    expect(sentenceOf(broken).en).toContain(`no longer answers (${code})`);
  },
);
