import { describe, expect, it } from 'vitest';
import { liveVersions, recomputedStudy } from './oracle/recomputed-study.ts';
import { emptyBucket } from './world/bucket.ts';
import { type Deployment, FIRST_DEPLOYMENT } from './world/deployment.ts';
import { RULE_SETS } from './world/rule-sets.ts';
import { lesions, patients, patientsOfWrongSex, WORKBOOK } from './world/study-files.ts';

const A = 'uploads/rouen/a.csv';
const B = 'uploads/rouen/b.csv';
const C = 'uploads/rouen/c.csv';

/** When the clock of a bucket begins: after all dates of the files. */
const BEGINNING = Date.parse('2026-11-02T08:00:00Z');

/** A bucket whose clock a test moves by hand, in seconds. */
function bucketInTime() {
  let seconds = 0;
  const bucket = emptyBucket(() => BEGINNING + seconds * 1_000 + 999);
  return {
    bucket,
    at(second: number) {
      seconds = second;
      return {
        put: (key: string, content: string) => bucket.put(key, new TextEncoder().encode(content)).versionId,
        remove: (key: string) => void bucket.remove(key),
      };
    },
    /** For each key, what is in force and since when it has its place. */
    files(deployment: Partial<Deployment> = {}) {
      const files = recomputedStudy(bucket, { ...FIRST_DEPLOYMENT, ...deployment });
      return Object.fromEntries(
        [...files].map(([key, { since, examination, inForce }]) => [
          key,
          [
            (since.getTime() - BEGINNING) / 1_000,
            examination?.verdict ?? 'misplaced',
            inForce?.versionId ?? null,
          ],
        ]),
      );
    },
  };
}

describe('the plain recomputation', () => {
  it('lets the older of two files with the same row count, whatever their names', () => {
    const { at, files } = bucketInTime();
    const first = at(1).put(B, patients(1, 2));
    at(2).put(A, patients(2, 3));
    expect(files()).toEqual({ [B]: [1, 'accepted', first], [A]: [2, 'refused', null] });
  });

  it('goes by the names within one second', () => {
    const { at, files } = bucketInTime();
    at(1).put(B, patients(1, 2));
    const second = at(1).put(A, patients(2, 3));
    expect(files()).toEqual({ [A]: [1, 'accepted', second], [B]: [1, 'refused', null] });
  });

  it('leaves a replaced file its place, and a deleted one not', () => {
    const { at, files } = bucketInTime();
    at(1).put(A, patients(1));
    const second = at(2).put(B, patients(2));
    const third = at(3).put(A, patients(2));
    expect(files()).toEqual({ [A]: [1, 'accepted', third], [B]: [2, 'refused', null] });
    at(4).remove(A);
    expect(files()).toEqual({ [B]: [2, 'accepted', second] });
    at(5).put(A, patients(2));
    expect(files()).toEqual({ [B]: [2, 'accepted', second], [A]: [5, 'refused', null] });
  });

  it('falls back to the newest version that is acceptable', () => {
    const { at, bucket, files } = bucketInTime();
    const oldest = at(1).put(A, patients(1));
    const middle = at(2).put(A, patients(1, 2));
    at(3).put(A, patientsOfWrongSex(1));
    at(4).put(A, WORKBOOK);
    expect(files()).toEqual({ [A]: [1, 'refused', middle] });
    bucket.erase(A, middle);
    expect(files()).toEqual({ [A]: [1, 'refused', oldest] });
    bucket.erase(A, oldest);
    expect(files()).toEqual({ [A]: [3, 'refused', null] });
  });

  it('asks of each version whether an older file is in its way', () => {
    const { at, files } = bucketInTime();
    const other = at(1).put(B, patients(3));
    const before = at(2).put(A, patients(1));
    at(3).put(A, patients(1, 3));
    expect(files()).toEqual({ [B]: [1, 'accepted', other], [A]: [2, 'refused', before] });
  });

  it('counts lesions over three files', () => {
    const { at, files } = bucketInTime();
    const first = at(1).put(C, lesions(1, 1, 2));
    const second = at(2).put(B, lesions(1, 3, 4));
    at(3).put(A, lesions(1, 5, 6));
    expect(files()).toEqual({
      [C]: [1, 'accepted', first],
      [B]: [2, 'accepted', second],
      [A]: [3, 'refused', null],
    });
  });

  it('takes a version for older than a deletion in the same second, unless it is the latest', () => {
    const { at, bucket, files } = bucketInTime();
    at(1).put(A, patients(1));
    at(2).remove(A);
    const same = at(2).put(A, patients(2));
    expect(files()).toEqual({ [A]: [2, 'accepted', same] });
    at(3).put(A, patientsOfWrongSex(1));
    expect(files()).toEqual({ [A]: [3, 'refused', null] });
    expect(liveVersions(bucket.versions(A))).toHaveLength(1);
  });

  it('reads nothing in the folder of no centre, and other centres’ rows are not in the way', () => {
    const { at, files } = bucketInTime();
    const first = at(1).put(A, patients(1));
    const second = at(2).put('uploads/lille/a.csv', patients(1));
    expect(files()).toEqual({
      [A]: [1, 'accepted', first],
      'uploads/lille/a.csv': [2, 'accepted', second],
    });
    expect(files({ centres: ['lille'] })[A]).toEqual([1, 'misplaced', null]);
  });

  it('goes by the rules that are deployed', () => {
    const { at, files } = bucketInTime();
    const first = at(1).put(A, patients(2));
    const second = at(2).put(A, patients(3));
    const wrong = at(3).put(B, patientsOfWrongSex(1));
    const today = { [A]: [1, 'accepted', second], [B]: [3, 'refused', null] };
    expect(files()).toEqual(today);
    expect(files({ examination: RULE_SETS.columnLess })).toEqual(today);
    expect(files({ examination: RULE_SETS.ruleMore })[A]).toEqual([1, 'refused', first]);
    expect(files({ examination: RULE_SETS.ruleLess })[B]).toEqual([3, 'accepted', wrong]);
  });
});
