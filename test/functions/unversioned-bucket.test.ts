import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { versionReader } from '#functions/ingest/object-version.ts';
import { conditionalWriter, textReader } from '#functions/storage/conditional-object.ts';
import { uploadsLister, versionsLister } from '#functions/storage/listed-versions.ts';
import { identityReader } from '#functions/storage/object-identity.ts';
import { BUCKET, KEY_ARN } from './world/names.ts';

const Body = new Blob([]);
const KEY = 'uploads/rouen/a.csv';
const LastModified = new Date(0);
const VERSION = { Key: KEY, VersionId: 'v', LastModified, Size: 1, IsLatest: true };
const DELETION = { Key: KEY, VersionId: 'w', LastModified, IsLatest: false };
const WHOLE = {
  $metadata: {},
  VersionId: 'v',
  ETag: '"e"',
  Body,
  Versions: [VERSION],
  DeleteMarkers: [DELETION],
};

/** S3, where it leaves one thing out of its answers: as a bucket without versions does, or a careless emulator. */
const s3Without = (name: keyof typeof WHOLE): S3Client => s3Answering({ [name]: undefined });

function s3Answering(answer: object): S3Client {
  const client = new S3Client({ region: 'eu-west-3' });
  client.middlewareStack.add(() => async () => ({ response: undefined, output: { ...WHOLE, ...answer } }), {
    step: 'initialize',
    priority: 'high',
  });
  return client;
}

describe('an answer of S3 that lacks what the study relies on is an error', () => {
  it('a version without its body', async () => {
    await expect(versionReader(s3Without('Body'), BUCKET, KEY_ARN)(KEY, 'v')).rejects.toThrow(
      'without a body',
    );
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

describe('a listing of versions', () => {
  it.each(['VersionId', 'LastModified', 'Size'] as const)(
    'is an error with one that has no %s',
    async (name) => {
      const s3 = s3Answering({ Versions: [{ ...VERSION, [name]: undefined }] });
      await expect(versionsLister(s3, BUCKET)(KEY)).rejects.toThrow('without its version, time or size');
    },
  );

  it('is an error with a deletion that has no time', async () => {
    const s3 = s3Answering({ DeleteMarkers: [{ ...DELETION, LastModified: undefined }] });
    await expect(versionsLister(s3, BUCKET)(KEY)).rejects.toThrow('a deletion without its time');
  });

  it.each(['Versions', 'DeleteMarkers'] as const)('may have no %s', async (name) => {
    const live = await versionsLister(s3Without(name), BUCKET)(KEY);
    expect(live?.newest.versionId).toBe(name === 'Versions' ? undefined : 'v');
  });

  it('shows nothing of a version without its key', async () => {
    const s3 = s3Answering({ Versions: [{ ...VERSION, Key: undefined }], DeleteMarkers: [] });
    expect(await uploadsLister(s3, BUCKET, 'uploads/')()).toEqual(new Map());
  });
});
