import { describe, expect, it } from 'vitest';
import { eraseFrom } from '#cdk/commands/erase.ts';
import { erasureRecordSchema } from '#shared/erasure/erasure-record.ts';
import { textMentions } from '#shared/erasure/mentions.ts';
import { ERASURES, frozenKey, MANIFEST_FILE, resultFolder } from '#shared/storage/bucket-keys.ts';
import { inputOf, manifestFor } from '#test/publication/comparison/manifests.ts';
import { terminalIn } from '../terminal-in-memory.ts';
import { erase, fullStudy, PAIRS, PATIENTS, pairs, placesOf, rowsIn, versionsOf } from './erasing.ts';
import { studyInMemory } from './study-in-memory.ts';

describe('an erasure tells what it does', () => {
  it('without --yes shows what would go, and touches nothing', async () => {
    const world = await fullStudy();
    const before = placesOf(world, 'P1');
    const changes = [world.bucket.changes(), world.table.changes()];
    const { exitCode, printed } = await erase(world, { patient: 'P1' }, { yes: false });
    expect(exitCode).toBe(1);
    expect([world.bucket.changes(), world.table.changes()]).toEqual(changes);
    expect(placesOf(world, 'P1')).toEqual(before);
    for (const { versionId } of versionsOf(world, PATIENTS)) expect(printed).toContain(versionId);
    expect(printed).toContain('the same command with --yes');
  });

  it('of a centre without any file asks whether it is the right one, since a name may be mistyped', async () => {
    const world = await fullStudy();
    const { terminal } = terminalIn('en');
    const options = { yes: false, json: false, by: '' };
    const asked = eraseFrom(world.study, { kind: 'patient', centre: 'ruen', name: 'P1' }, options, terminal);
    await expect(asked).rejects.toThrow(/No version of any file in uploads\/ruen\/.*: lille, rouen\./);
    const nobody = { kind: 'patient', centre: 'rouen', name: 'P77' } as const;
    await expect(eraseFrom(world.study, nobody, options, terminal)).rejects.toThrow(
      'Nothing of the patient P77',
    );
  });

  it('says before which frozen results nobody can reproduce any more', async () => {
    const world = studyInMemory();
    const { versionId } = await world.upload(PAIRS, pairs('P1', 'P2'));
    for (const [name, input] of [
      ['thesis', versionId],
      ['other', 'another version'],
    ] as const) {
      const frozen = { name, id: name, at: '', by: '', why: '' };
      const manifest = manifestFor({
        id: name,
        inputs: [inputOf('pairs', { key: PAIRS, versionId: input })],
      });
      world.drop(frozenKey(name), JSON.stringify(frozen));
      world.drop(resultFolder(name) + MANIFEST_FILE, JSON.stringify(manifest));
    }
    const { printed, exitCode } = await erase(world, { patient: 'P1' }, { yes: false, json: true });
    expect(exitCode).toBe(1);
    expect(JSON.parse(printed)).toMatchObject({
      kind: 'patient',
      centre: 'rouen',
      frozen: ['thesis'],
      complete: false,
      erased: null,
      left: { uploadVersions: 1, rows: 2, uploads: [{ key: PAIRS, versionId }] },
    });
    expect(textMentions(printed, 'P1')).toBe(false);
  });

  it('names the files into which nobody can look, and leaves them', async () => {
    const world = studyInMemory();
    await world.upload(PAIRS, pairs('P1', 'P2'));
    const scan = await world.upload('uploads/rouen/scan.csv', '%PDF-1.7 …');
    const { exitCode, printed } = await erase(world, { patient: 'P1' });
    expect(exitCode).toBe(0);
    expect(printed).toMatch(
      new RegExp(`unreadable \\(PDF .*--file:\n  uploads/rouen/scan\\.csv ${scan.versionId}\n`),
    );
    expect(versionsOf(world, scan.key)).toHaveLength(1);
  });

  it('names what came meanwhile, and leaves it with its report and its rows', async () => {
    const world = studyInMemory();
    await world.upload(PAIRS, pairs('P1', 'P2'));
    let versionId = '';
    // What is to go is known by then.
    world.interfere((_, command) => {
      if (command === 'PutObjectCommand' && versionId === '')
        versionId = world.drop(PAIRS, pairs('P1', 'P3')).versionId;
    });
    const { exitCode, printed, reported } = await erase(world, { patient: 'P1' }, { json: true });
    expect(exitCode).toBe(3);
    expect(JSON.parse(printed)).toMatchObject({
      complete: false,
      left: {
        uploadVersions: 0,
        reportVersions: 0,
        rows: 0,
        records: 0,
        meanwhile: [{ key: PAIRS, versionId }],
      },
    });
    expect(world.bucket.current(PAIRS)?.versionId).toBe(versionId);
    expect(rowsIn(world, 'P1')).toEqual(rowsIn(world, 'P3'));
    expect(reported.match(/verification/g)).toHaveLength(1);
  });

  it('is recorded without the patient, and without the names of files', async () => {
    const world = await fullStudy();
    const held = world.bucket.listVersions('uploads/rouen/').length;
    await erase(world, { patient: 'P1' });
    const [key = ''] = world.bucket.keys(ERASURES);
    const text = new TextDecoder().decode(world.bucket.current(key)?.bytes);
    const record = erasureRecordSchema.parse(JSON.parse(text));
    expect(record).toMatchObject({ kind: 'patient', centre: 'rouen', by: 'A. Martin', complete: true });
    expect(record.versionIds.length).toBe(held - 1);
    const ever = Array.from({ length: 1_000 }, (_, at) =>
      world.bucket.everStored(`version-${at + 1}`),
    ).filter((version) => version?.key.startsWith('reports/rouen/'));
    const kept = world.bucket.listVersions('reports/rouen/');
    expect(record.erased.reportVersions).toBe(ever.length - kept.length);
    expect(text).not.toMatch(/\.csv|P1/);
  });
});
