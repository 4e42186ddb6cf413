import { describe, expect, it } from 'vitest';
import { ERASURES } from '#shared/storage/bucket-keys.ts';
import { MOST_ROWS_IN_ONE_PARTITION, PARTS } from '#shared/storage/row-parts.ts';
import { erase, fullStudy, PAIRS, PATIENTS, pairs, patients, rowsIn, smallStudy } from './erasing.ts';
import { studyInMemory } from './study-in-memory.ts';

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
    // The name of a file may be that of a patient.
    expect(world.table.partition('TOLD').map(({ sk }) => sk)).not.toContain(PATIENTS);
    expect(world.table.partition('STAGED').filter(({ sk }) => sk.includes('rouen/patients.csv#'))).toEqual(
      [],
    );
  });

  it('leaves none of its rows where they stand in several partitions', async () => {
    const world = studyInMemory();
    const many = Array.from({ length: MOST_ROWS_IN_ONE_PARTITION + 1 }, (_, at) => `P${at + 1}`);
    await world.upload(PATIENTS, patients(...many));
    expect(world.table.partitionNames().filter((pk) => pk.startsWith('ROWS#'))).toHaveLength(PARTS.length);
    expect((await erase(world, { file: 'patients.csv' })).exitCode).toBe(0);
    expect(world.table.partitionNames().filter((pk) => pk.startsWith('ROWS#'))).toEqual([]);
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
