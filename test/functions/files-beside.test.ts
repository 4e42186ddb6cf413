import { describe, expect, it } from 'vitest';
import { filesBeside, outdatedReports } from '#functions/storage/files-beside.ts';
import { type CentreHead, emptyHead, type UploadedFile, withFiles } from '#shared/storage/centre-head.ts';
import { TABLE_NAMES, type TableName } from '#shared/tables/tables.ts';
import { accepted, inForce, refused } from '../storage/file-records.ts';

const CENTRES = ['rouen', 'lille'];
const OLDER = '2026-10-01T00:00:00.000Z';
const YOUNGER = '2026-12-01T00:00:00.000Z';

const of = (table: TableName, change: Partial<UploadedFile> = {}, versionId = 'v1') =>
  accepted(versionId, { inForce: inForce(versionId, { table }), ...change });
const headOf = (files: CentreHead['files']) => withFiles(emptyHead('rouen'), files);

/** Whether another file's coming changes what is beside this one. */
const isTold = (file: UploadedFile, other: UploadedFile) =>
  filesBeside(headOf({ a: file }), 'a', file, CENTRES) !==
  filesBeside(headOf({ a: file, b: other }), 'a', file, CENTRES);

describe('the report on an accepted file', () => {
  it.each(TABLE_NAMES)('of %s may speak of rows of every table, older or younger', (table) => {
    for (const since of [OLDER, YOUNGER]) {
      const told = TABLE_NAMES.filter((other) => isTold(of(table), of(other, { since })));
      expect(told).toEqual(TABLE_NAMES);
    }
  });

  it('speaks of other rows where the other file has a new version, and of none where none counts', () => {
    const beside = (other: UploadedFile) => filesBeside(headOf({ b: other }), 'a', of('pairs'), CENTRES);
    expect(beside(of('patients'))).not.toBe(beside(of('patients', {}, 'v2')));
    expect(beside(refused('v2'))).toBe(filesBeside(emptyHead('rouen'), 'a', of('pairs'), CENTRES));
  });
});

describe('the report on a file that is not accepted', () => {
  it('speaks of the older ones only, and of none where it lies in no centre’s folder', () => {
    expect(isTold(refused('v1'), of('lesions', { since: OLDER }))).toBe(true);
    expect(isTold(refused('v1'), of('lesions', { since: YOUNGER }))).toBe(false);
    expect(isTold(refused('v1', { state: 'misplaced' }), of('lesions', { since: OLDER }))).toBe(false);
  });

  it('speaks of the centres of the study where it lies in the folder of none', () => {
    const misplaced = refused('v1', { state: 'misplaced' });
    const told = (centres: readonly string[]) => filesBeside(headOf({}), 'a', misplaced, centres);
    expect(told(CENTRES)).not.toBe(told(['rouen']));
    const beside = (centres: readonly string[]) => filesBeside(headOf({}), 'a', of('pairs'), centres);
    expect(beside(CENTRES)).toBe(beside(['rouen']));
  });
});

describe('the outdated reports of a centre', () => {
  it('are those that speak of other files than there are, in the order of their keys', () => {
    const files = { a: of('pairs'), b: of('pairs'), p: of('patients'), z: of('pairs') };
    const told = (key: keyof typeof files) => filesBeside(headOf(files), key, files[key], CENTRES);
    const head = headOf({
      z: of('pairs'),
      b: of('pairs', { beside: told('b') }),
      a: of('pairs', { beside: 'others' }),
      p: of('patients', { beside: told('p') }),
    });
    expect(outdatedReports(head, CENTRES)).toEqual(['a', 'z']);
  });
});
