import { describe, expect, it } from 'vitest';
import { ERASURES } from '#shared/storage/bucket-keys.ts';
import { MOST_ROWS_IN_ONE_PARTITION } from '#shared/storage/row-parts.ts';
import { type Bytes, csvFile } from '#test/validation/csv-file.ts';
import {
  erase,
  fullStudy,
  LESIONS,
  lesions,
  PAIRS,
  PATIENTS,
  pairs,
  patients,
  placesOf,
  rowsIn,
  versionsOf,
} from './erasing.ts';
import { studyInMemory } from './study-in-memory.ts';

/** More than stand in one partition. */
const MANY = Array.from({ length: MOST_ROWS_IN_ONE_PARTITION + 2 }, (_, at) => `P${at + 1}`);

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

  it('finds him in a file whose rows stand in several partitions', async () => {
    const world = studyInMemory();
    await world.upload(PATIENTS, patients(...MANY));
    await world.upload(PATIENTS, patients(...MANY.slice(1)));
    expect(rowsIn(world, 'P2').length).toBe(2);
    expect((await erase(world, { patient: 'P1' })).exitCode).toBe(0);
    expect(placesOf(world, 'P1')).toEqual([]);
    // Of the generation that held him nothing stays, in whatever partition; nor its record.
    expect(rowsIn(world, 'P2').length).toBe(1);
    expect(world.table.partition('STAGED')).toHaveLength(1);
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

  it('finds rows and reports of versions that somebody deleted by hand, and rows without a record', async () => {
    const world = studyInMemory();
    await world.upload(PAIRS, pairs('P1', 'P2'));
    for (const { versionId } of versionsOf(world, PAIRS)) world.bucket.erase(PAIRS, versionId);
    for (const { pk, sk } of world.table.partition('STAGED')) world.table.remove({ pk, sk });
    await world.upload(LESIONS, lesions('P2'));
    expect(placesOf(world, 'P1').some((place) => place.startsWith('reports/'))).toBe(true);
    world.tell(PAIRS);
    expect((await erase(world, { patient: 'P1' })).exitCode).toBe(0);
    expect(placesOf(world, 'P1')).toEqual([]);
    expect(rowsIn(world, 'P2').length).toBe(1);
  });

  it('a pseudonym that is nowhere is said so', async () => {
    const world = await fullStudy();
    await expect(erase(world, { patient: 'P' })).rejects.toThrow('no version of a file holds them');
    expect(world.bucket.keys(ERASURES)).toEqual([]);
  });
});
