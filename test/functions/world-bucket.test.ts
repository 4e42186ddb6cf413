import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { s3 } from './world/clients.ts';
import { finish } from './world/deliveries.ts';
import { BUCKET } from './world/names.ts';
import { patients } from './world/study-files.ts';
import { createWorld, type World } from './world/world.ts';

const KEY = 'uploads/rouen/patients.csv';

/** What the services of a world answer; an error of theirs is thrown. */
async function answerIn<Answer>(world: World, ask: () => Promise<Answer>): Promise<Answer> {
  const answers: Answer[] = [];
  const run = await world.run(async () => void answers.push(await ask()));
  await finish(world);
  const [answer] = answers;
  if (answer === undefined) throw run.error ?? new Error('nothing was answered');
  return answer;
}

const read = (world: World, VersionId?: string) =>
  answerIn(world, () => s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: KEY, VersionId })));
const erase = (world: World, VersionId?: string) =>
  answerIn(world, () => s3.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: KEY, VersionId })));

/** Every page of a listing, as it came. */
async function pagesOf(world: World, Prefix: string): Promise<readonly ListObjectVersionsCommandOutput[]> {
  const pages: ListObjectVersionsCommandOutput[] = [];
  let page: ListObjectVersionsCommandOutput | undefined;
  do {
    const { NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = page ?? {};
    page = await answerIn(world, () =>
      s3.send(new ListObjectVersionsCommand({ Bucket: BUCKET, Prefix, KeyMarker, VersionIdMarker })),
    );
    pages.push(page);
  } while (page.IsTruncated === true);
  return pages;
}

/** A key with three versions, two of them before its deletion, a minute between any two events. */
function longHistory(): World {
  const world = createWorld();
  world.upload(KEY, patients(1));
  world.wait(1);
  world.upload(KEY, patients(2));
  world.wait(1);
  world.remove(KEY);
  world.wait(1);
  world.upload(KEY, patients(3));
  world.upload(`${KEY}.csv`, patients(4));
  return world;
}

describe('the bucket of the simulated world', () => {
  it('tells when a version came in whole seconds', async () => {
    const world = createWorld();
    for (let turn = 0; turn < 1_500; turn += 500) {
      world.upload(KEY, patients(1));
      await answerIn(world, () => s3.send(new HeadObjectCommand({ Bucket: BUCKET, Key: KEY })));
      world.pass(500);
    }
    const [page] = await pagesOf(world, KEY);
    expect(page?.Versions?.map(({ LastModified }) => LastModified?.toISOString())).toEqual([
      '2026-11-02T08:00:01.000Z',
      '2026-11-02T08:00:00.000Z',
      '2026-11-02T08:00:00.000Z',
    ]);
    expect((await read(world)).LastModified).toEqual(new Date('2026-11-02T08:00:01Z'));
  });

  it('lists versions and markers apart, over pages that both fill, and what merely begins like a key', async () => {
    const pages = await pagesOf(longHistory(), KEY);
    expect(
      pages.map(({ Versions, DeleteMarkers }) => ({
        versions: Versions?.map(({ Key, VersionId, IsLatest }) => [Key, VersionId, IsLatest]),
        markers: DeleteMarkers?.map(({ VersionId, IsLatest, LastModified }) => [
          VersionId,
          IsLatest,
          LastModified?.toISOString(),
        ]),
      })),
    ).toEqual([
      {
        versions: [
          [KEY, 'version-4', true],
          [KEY, 'version-2', false],
        ],
        markers: [['version-3', false, '2026-11-02T08:02:00.000Z']],
      },
      {
        versions: [
          [KEY, 'version-1', false],
          [`${KEY}.csv`, 'version-5', true],
        ],
        markers: [],
      },
    ]);
  });

  it('gives any version back, but none that is gone and no marker', async () => {
    const world = longHistory();
    const object = await read(world, 'version-1');
    expect(await object.Body?.transformToString()).toBe(patients(1));
    await expect(read(world, 'version-3')).rejects.toMatchObject({
      name: 'MethodNotAllowed',
      $metadata: { httpStatusCode: 405 },
    });
    await erase(world, 'version-1');
    await expect(read(world, 'version-1')).rejects.toMatchObject({
      name: 'NoSuchVersion',
      $metadata: { httpStatusCode: 404 },
    });
  });

  it('puts a marker on top of what is deleted, and takes a version away that is named', async () => {
    const world = longHistory();
    expect(await erase(world)).toMatchObject({ DeleteMarker: true, VersionId: 'version-6' });
    await expect(read(world)).rejects.toMatchObject({ name: 'NoSuchKey' });
    expect(await erase(world, 'version-6')).toMatchObject({ DeleteMarker: true });
    expect((await read(world)).VersionId).toBe('version-4');
    await erase(world, 'version-4');
    await expect(read(world)).rejects.toMatchObject({ name: 'NoSuchKey' });
    expect(world.bucket.versions(KEY).map(({ versionId }) => versionId)).toEqual([
      'version-1',
      'version-2',
      'version-3',
    ]);
  });
});
