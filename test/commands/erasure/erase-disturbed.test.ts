import { describe, expect, it } from 'vitest';
import {
  erase,
  inForceWithoutRows,
  LESIONS,
  lesions,
  PAIRS,
  pairs,
  placesOf,
  rowsIn,
  smallStudy,
} from './erasing.ts';
import { studyInMemory } from './study-in-memory.ts';

describe('an erasure that is disturbed', () => {
  it.each([{ patient: 'P1' }, { file: 'pairs.csv' }])(
    'waits for ingest before it deletes rows that count: %j',
    async (what) => {
      const world = await smallStudy();
      world.slowDown();
      const halves: string[] = [];
      let drained = Date.now();
      world.interfere(async () => {
        halves.push(...inForceWithoutRows(world));
        // Longer than anything here takes, and shorter than the command waits before it looks again.
        if (Date.now() - drained < 400) return;
        await world.drain();
        drained = Date.now();
      });
      expect((await erase(world, what)).exitCode).toBe(0);
      await world.drain();
      expect([...halves, ...inForceWithoutRows(world)]).toEqual([]);
      if ('patient' in what) expect(placesOf(world, 'P1')).toEqual([]);
    },
    60_000,
  );

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

  it('never loses an upload that comes while a file goes of which nothing would be left', async () => {
    const patientAlone = async () => {
      const world = studyInMemory();
      await world.upload(PAIRS, pairs('P1'));
      return world;
    };
    const whole = await patientAlone();
    whole.interfere(() => {});
    await erase(whole, { patient: 'P1' });
    for (let moment = 1; moment <= whole.requests(); moment++) {
      const world = await patientAlone();
      let versionId: string | undefined;
      world.interfere((request) => {
        if (request === moment) versionId = world.drop(PAIRS, pairs('P3')).versionId;
      });
      await erase(world, { patient: 'P1' }).catch(() => {});
      await world.drain();
      expect(world.bucket.current(PAIRS)?.versionId, `moment ${moment}`).toBe(versionId);
      expect(rowsIn(world, 'P3').length, `moment ${moment}`).toBe(1);
    }
  }, 60_000);

  it('leaves no row of an erased version, though it is interrupted between two batches of them', async () => {
    const others = Array.from({ length: 40 }, (_, number) => `Q${number}`);
    const manyPairs = async () => {
      const world = studyInMemory();
      const { versionId } = await world.upload(PAIRS, pairs('P1', ...others));
      return { world, versionId };
    };
    const whole = await manyPairs();
    const batches: number[] = [];
    whole.world.interfere((request, command) => {
      if (command === 'BatchWriteItemCommand') batches.push(request);
    });
    await erase(whole.world, { patient: 'P1' });
    expect(batches.length).toBeGreaterThan(1);
    for (const broken of batches) {
      const { world, versionId } = await manyPairs();
      world.interfere((request) => {
        if (request === broken) throw new Error('the connection is gone');
      });
      await expect(erase(world, { patient: 'P1' })).rejects.toThrow();
      world.interfere(() => {});
      await world.drain();
      await erase(world, { patient: 'P1' }).catch(() => {});
      await world.drain();
      const left = world.table.partitionNames().filter((pk) => pk.includes(`#${versionId}#`));
      expect(left, `request ${broken}`).toEqual([]);
    }
  }, 60_000);
});
