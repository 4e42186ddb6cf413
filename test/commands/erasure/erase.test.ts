import { describe, expect, it } from 'vitest';
import { eraseFrom } from '#cdk/commands/erase.ts';
import { erasureRecordSchema } from '#shared/erasure/erasure-record.ts';
import { textMentions } from '#shared/erasure/mentions.ts';
import { ERASURES, frozenKey, MANIFEST_FILE, resultFolder } from '#shared/storage/bucket-keys.ts';
import { inputOf, manifestFor } from '#test/publication/comparison/manifests.ts';
import { type Bytes, bytesOf, csvFile } from '#test/validation/csv-file.ts';
import { terminalIn } from '../terminal-in-memory.ts';
import { studyInMemory } from './study-in-memory.ts';

type Study = ReturnType<typeof studyInMemory>;
const YES = { yes: true, json: false, by: 'A. Martin' };

const PATIENTS = 'uploads/rouen/patients.csv';
const PAIRS = 'uploads/rouen/pairs.csv';
const LESIONS = 'uploads/rouen/lesions.csv';

const patients = (...ids: readonly string[]) =>
  csvFile(
    'patients',
    ids.map((patient_id) => ({ patient_id })),
  );
const pairs = (...ids: readonly string[]) =>
  csvFile(
    'pairs',
    ids.map((patient_id) => ({ patient_id })),
  );
const lesions = (...ids: readonly string[]) =>
  csvFile(
    'lesions',
    ids.map((patient_id) => ({ patient_id })),
  );

/** Everywhere in the bucket and the table where a word stands. */
function placesOf({ bucket, table, logLines }: Study, word: string): readonly string[] {
  const versions = bucket.listVersions('').flatMap(({ key, versionId, isMarker }) => {
    const bytes = isMarker ? undefined : bucket.everStored(versionId)?.bytes;
    return bytes !== undefined && textMentions(new TextDecoder().decode(bytes), word)
      ? [`${key} ${versionId}`]
      : [];
  });
  const items = table
    .partitionNames()
    .flatMap((pk) => table.partition(pk))
    .filter((item) => textMentions(JSON.stringify(item), word))
    .map(({ pk, sk }) => `${pk} ${sk}`);
  return [...versions, ...items, ...logLines.filter((line) => textMentions(line, word))];
}

const rowsIn = ({ table }: Study, word: string) =>
  table
    .partitionNames()
    .filter((pk) => pk.startsWith('ROWS#') && table.partition(pk).some(({ sk }) => textMentions(sk, word)));

const versionsOf = ({ bucket }: Study, key: string) =>
  bucket.listVersions(key).filter((version) => version.key === key);

async function erase(
  world: Study,
  what: { readonly file: string } | { readonly patient: string },
  options: Partial<typeof YES> = {},
) {
  const { terminal, printed, reported } = terminalIn('en');
  const target =
    'file' in what
      ? ({ kind: 'file', centre: 'rouen', name: what.file } as const)
      : ({ kind: 'patient', centre: 'rouen', name: what.patient } as const);
  const exitCode = await eraseFrom(world.study, target, { ...YES, ...options }, terminal);
  return { exitCode, printed: printed(), reported: reported() };
}

/** A centre with three files of several versions, also refused ones and one that is no text. */
async function fullStudy(): Promise<Study> {
  const world = studyInMemory();
  await world.upload(PATIENTS, patients('P1', 'P2'));
  await world.upload(PATIENTS, patients('P1', 'P2', 'P12'));
  await world.upload(PAIRS, pairs('P1', 'P12', 'P2'));
  await world.upload(LESIONS, lesions('P1', 'P2'));
  await world.upload(LESIONS, bytesOf('patient_id;pair\nP1;"1\n'));
  await world.upload('uploads/rouen/old.csv', pairs('P1'));
  await world.remove('uploads/rouen/old.csv');
  await world.upload('uploads/rouen/book.csv', Uint8Array.from([0, 1, ...bytesOf(' P1 '), 0]));
  await world.upload('uploads/lille/patients.csv', patients('P1'));
  return world;
}

/** One file with a version that is in force and a refused one on top, another with an old version. */
async function smallStudy(): Promise<Study> {
  const world = studyInMemory();
  await world.upload(PAIRS, pairs('P1'));
  await world.upload(PAIRS, pairs('P1', 'P2'));
  await world.upload(LESIONS, lesions('P1', 'P2'));
  await world.upload(LESIONS, bytesOf('patient_id;pair\nP1;"1\n'));
  return world;
}

const ofLille = (places: readonly string[]) => places.filter((place) => place.includes('lille'));

describe('erase --patient', () => {
  it('leaves nothing of the patient, and everything of the others', async () => {
    const world = await fullStudy();
    const { exitCode, printed } = await erase(world, { patient: 'P1' });
    expect(exitCode).toBe(0);
    const left = placesOf(world, 'P1');
    expect(left).toEqual(ofLille(left));
    expect(left.length).toBeGreaterThan(0);
    expect(world.bucket.current(PATIENTS)?.bytes).toEqual(patients('P2', 'P12'));
    expect(world.bucket.current(PAIRS)?.bytes).toEqual(pairs('P12', 'P2'));
    // The refused version goes, the one in force stays without the patient.
    expect(world.bucket.current(LESIONS)?.bytes).toEqual(lesions('P2'));
    expect(rowsIn(world, 'P2').length).toBe(3);
    expect(rowsIn(world, 'P12').length).toBe(2);
    expect(printed).toContain('finds nothing any more');
  });

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

  it('deletes a file of which nothing would be left, and brings no older version back', async () => {
    const world = studyInMemory();
    await world.upload(PAIRS, pairs('P2'));
    await world.upload(PAIRS, pairs('P1'));
    expect((await erase(world, { patient: 'P1' })).exitCode).toBe(0);
    expect(world.bucket.current(PAIRS)).toBeUndefined();
    expect(rowsIn(world, 'P2')).toEqual([expect.stringContaining('version-1')]);
    expect(versionsOf(world, PAIRS).map(({ versionId }) => versionId)).toContain('version-1');
  });

  it('also where S3 knows no condition of a deletion', async () => {
    const world = studyInMemory();
    world.takeNoConditionOfDeletions();
    await world.upload(PAIRS, pairs('P1'));
    expect((await erase(world, { patient: 'P1' })).exitCode).toBe(0);
    expect(placesOf(world, 'P1')).toEqual([]);
  });

  it('keeps a refused newest version beside the one in force, both without the patient', async () => {
    const world = studyInMemory();
    const refused = (...ids: readonly string[]): Bytes =>
      csvFile(
        'pairs',
        ids.map((patient_id) => ({ patient_id, ct_date: 'no day' })),
      );
    await world.upload(PAIRS, pairs('P1', 'P2'));
    await world.upload(PAIRS, refused('P1', 'P3'));
    expect((await erase(world, { patient: 'P1' })).exitCode).toBe(0);
    expect(world.bucket.current(PAIRS)?.bytes).toEqual(refused('P3'));
    expect(rowsIn(world, 'P2').length).toBe(1);
    expect(placesOf(world, 'P1')).toEqual([]);
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

  it('a pseudonym that is nowhere is said so', async () => {
    const world = await fullStudy();
    await expect(erase(world, { patient: 'P' })).rejects.toThrow('no version of a file holds them');
    expect(world.bucket.keys(ERASURES)).toEqual([]);
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

  it('goes on after an interruption at any request, and ends the same', async () => {
    const whole = await smallStudy();
    whole.interfere(() => {});
    await erase(whole, { patient: 'P1' });
    for (let broken = 1; broken <= whole.requests(); broken++) {
      const world = await smallStudy();
      world.interfere((request) => {
        if (request === broken) throw new Error('the connection is gone');
      });
      await expect(erase(world, { patient: 'P1' }), `request ${broken}`).rejects.toThrow();
      world.interfere(() => {});
      await world.drain();
      // Where only the record of the end was lost, there is nothing to find.
      const again = await erase(world, { patient: 'P1' }).catch((error: unknown) => error);
      if (again instanceof Error)
        expect(again.message, `request ${broken}`).toContain('no version of a file');
      await world.drain();
      expect(placesOf(world, 'P1'), `request ${broken}`).toEqual([]);
      expect(world.bucket.current(PAIRS)?.bytes, `request ${broken}`).toEqual(pairs('P2'));
      expect(world.bucket.current(LESIONS)?.bytes, `request ${broken}`).toEqual(lesions('P2'));
      expect(rowsIn(world, 'P2').length, `request ${broken}`).toBe(2);
    }
  }, 60_000);

  it.each([
    ['without the patient', pairs('P2', 'P3')],
    ['with the patient', pairs('P1', 'P3')],
  ])(
    'never loses an upload %s that comes at any moment',
    async (_, uploaded) => {
      const whole = await smallStudy();
      whole.interfere(() => {});
      await erase(whole, { patient: 'P1' });
      const spared: number[] = [];
      for (let moment = 1; moment <= whole.requests(); moment++) {
        const world = await smallStudy();
        let versionId: string | undefined;
        world.interfere((request) => {
          if (request === moment) versionId = world.drop(PAIRS, uploaded).versionId;
        });
        await erase(world, { patient: 'P1' }).catch(() => {});
        await world.drain();
        const current = world.bucket.current(PAIRS);
        if (current?.versionId === versionId) spared.push(moment);
        // What was there at the first look has become another one, without the patient.
        else expect(current?.bytes, `moment ${moment}`).toEqual(pairs('P3'));
        expect(rowsIn(world, 'P3').length, `moment ${moment}`).toBe(1);
      }
      expect(spared.length).toBeGreaterThan(whole.requests() / 2);
    },
    60_000,
  );
});

describe('erase --file', () => {
  it('leaves nothing of the file, and everything of the others', async () => {
    const world = await fullStudy();
    await world.upload('uploads/rouen/patients.csv2.csv', patients('P7'));
    const others = world.bucket
      .listVersions('')
      .filter(({ key }) => !key.includes('rouen/patients.csv.') && key !== PATIENTS);
    const { exitCode } = await erase(world, { file: 'patients.csv' });
    expect(exitCode).toBe(0);
    await world.drain();
    const left = world.bucket.listVersions('').filter(({ key }) => !key.startsWith(ERASURES));
    expect(left.map(({ versionId }) => versionId).sort()).toEqual(
      others.map(({ versionId }) => versionId).sort(),
    );
    expect(world.table.partitionNames().filter((pk) => pk.includes('rouen/patients.csv#'))).toEqual([]);
    expect(rowsIn(world, 'P7').length).toBe(1);
    expect(world.table.partition('STAGED').filter(({ sk }) => sk.includes('rouen/patients.csv#'))).toEqual(
      [],
    );
  });

  it('goes on after an interruption at any request', async () => {
    const whole = await smallStudy();
    whole.interfere(() => {});
    await erase(whole, { file: 'lesions.csv' });
    for (let broken = 1; broken <= whole.requests(); broken++) {
      const world = await smallStudy();
      world.interfere((request) => {
        if (request === broken) throw new Error('the connection is gone');
      });
      await expect(erase(world, { file: 'lesions.csv' })).rejects.toThrow();
      world.interfere(() => {});
      await world.drain();
      await erase(world, { file: 'lesions.csv' }).catch((error: unknown) => {
        expect(String(error), `request ${broken}`).toContain('Nothing of the file');
      });
      const left = world.bucket.listVersions('').filter(({ key }) => key.includes('rouen/lesions.csv'));
      expect(left, `request ${broken}`).toEqual([]);
      expect(rowsIn(world, 'P2').length, `request ${broken}`).toBe(1);
    }
  }, 120_000);

  it('leaves an upload under the same name that comes meanwhile', async () => {
    const whole = await smallStudy();
    whole.interfere(() => {});
    await erase(whole, { file: 'pairs.csv' });
    for (let moment = 1; moment <= whole.requests(); moment++) {
      const world = await smallStudy();
      let versionId = '';
      world.interfere((request) => {
        if (request === moment) versionId = world.drop(PAIRS, pairs('P9')).versionId;
      });
      await erase(world, { file: 'pairs.csv' });
      await world.drain();
      if (moment <= 2) continue;
      expect(world.bucket.current(PAIRS)?.versionId, `moment ${moment}`).toBe(versionId);
      expect(rowsIn(world, 'P9').length, `moment ${moment}`).toBe(1);
    }
  }, 120_000);

  it('a name that is nowhere is said so', async () => {
    await expect(erase(await fullStudy(), { file: 'other.csv' })).rejects.toThrow(
      'Nothing of the file other.csv',
    );
  });
});
