import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { objectReader } from '#functions/ingest/uploaded-object.ts';
import { uploadsLister } from '#functions/statistics/listed-uploads.ts';
import { conditionalWriter, textReader } from '#functions/storage/conditional-object.ts';
import { identityReader } from '#functions/storage/object-identity.ts';
import { BUCKET } from './world/names.ts';

const Body = new Blob([]);
/** In a listing: two versions, each without one of the two things that name it. */
const Versions = [
  { IsLatest: true, Key: 'uploads/rouen/a.csv' },
  { IsLatest: true, VersionId: 'v' },
];
const WHOLE = { $metadata: {}, VersionId: 'v', ETag: '"e"', ContentLength: 0, Body, Versions };

/** S3, where it leaves one thing out of its answers: as a bucket without versions does, or a careless emulator. */
function s3Without(name: keyof typeof WHOLE): S3Client {
  const client = new S3Client({ region: 'eu-west-3' });
  client.middlewareStack.add(
    () => async () => ({ response: undefined, output: { ...WHOLE, [name]: undefined } }),
    {
      step: 'initialize',
      priority: 'high',
    },
  );
  return client;
}

describe('an answer of S3 that lacks what the study relies on is an error', () => {
  it.each(['VersionId', 'ContentLength', 'Body'] as const)('an upload without its %s', async (name) => {
    await expect(objectReader(s3Without(name), BUCKET)('a key')).rejects.toThrow('without a version');
  });

  it.each(['VersionId', 'ETag'] as const)('an identity without its %s', async (name) => {
    await expect(identityReader(s3Without(name), BUCKET)('a key')).rejects.toThrow('without a version');
  });

  it.each(['ETag', 'Body'] as const)('a text without its %s', async (name) => {
    await expect(textReader(s3Without(name), BUCKET)('a key')).rejects.toThrow('a key came without');
  });

  it('a write without its ETag', async () => {
    const write = conditionalWriter(s3Without('ETag'), BUCKET);
    await expect(write({ key: 'a key', body: '', contentType: 'text/csv' }, null)).rejects.toThrow(
      'a key was written without an ETag',
    );
  });
});

describe('a listing of uploads', () => {
  it('shows nothing of a version without its id or its key', async () => {
    expect(await uploadsLister(s3Without('Body'), BUCKET)()).toEqual(new Map());
  });

  it('is empty where S3 names no versions', async () => {
    expect(await uploadsLister(s3Without('Versions'), BUCKET)()).toEqual(new Map());
  });
});
