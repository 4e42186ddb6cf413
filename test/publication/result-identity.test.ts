import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ResultInputs, resultId } from '#shared/publication/result-identity.ts';
import { sha256 } from '#shared/sha256.ts';
import { SETTINGS } from '#test/study/settings.ts';

const FILES: ResultInputs['files'] = [
  { key: 'uploads/lille/pairs.csv', versionId: 'v1', sha256: 'a' },
  { key: 'uploads/rouen/pairs.csv', versionId: 'v2', sha256: 'b' },
  { key: 'uploads/rouen/patients.csv', versionId: 'v3', sha256: 'c' },
];
const idOf = (change: Partial<ResultInputs> = {}) =>
  resultId({
    files: FILES,
    settings: SETTINGS,
    protocol: { months: 3 },
    codeVersion: 'x',
    pending: [],
    ...change,
  });
const firstFile = (change: Partial<ResultInputs['files'][number]>): Partial<ResultInputs> => ({
  files: FILES.map((file, position) => (position === 0 ? { ...file, ...change } : file)),
});

describe('the name of a result', () => {
  it('is 32 hexadecimal digits, the same in every version of the code that names results', async () => {
    // Another way of naming would publish everything anew.
    expect(await idOf()).toBe('51a8c4ccc85001cb58ac4a48f31aec3e');
  });

  it('does not depend on the order of files, nor on when they came into force', async () => {
    const id = await idOf();
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...FILES], { minLength: FILES.length }), async (files) => {
        expect(await idOf({ files: files.map((file) => ({ ...file, at: 'now', rows: 3 })) })).toBe(id);
      }),
      { numRuns: 20 },
    );
  });

  it('does not depend on the order of the files that it lacks', async () => {
    const lacking = [{ key: 'uploads/caen/pairs.csv' }, { key: 'uploads/lille/patients.csv' }];
    expect(await idOf({ pending: lacking.toReversed() })).toBe(await idOf({ pending: lacking }));
  });

  it.each<readonly [string, Partial<ResultInputs>]>([
    ['the code', { codeVersion: 'y' }],
    ['a file that it lacks', { pending: [{ key: 'uploads/caen/pairs.csv' }] }],
    ['a term of the protocol', { protocol: { months: 4 } }],
    ['what the site decides', { settings: { ...SETTINGS, fewestPatientsShown: 6 } }],
    ['the name of a file', firstFile({ key: 'uploads/lille/pairs-2.csv' })],
    ['the version of a file', firstFile({ versionId: 'v9' })],
    ['the content of a file', firstFile({ sha256: 'z' })],
    [
      'where a name ends and a version begins',
      firstFile({ key: 'uploads/lille/pairs.csvv', versionId: '1' }),
    ],
    ['a file that is gone', { files: FILES.slice(1) }],
  ])('depends on %s', async (_, change) => {
    expect(await idOf(change)).not.toBe(await idOf());
  });
});

describe('SHA-256', () => {
  it('is that of FIPS 180-2, of texts and of bytes', async () => {
    const digest = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(await sha256('abc')).toBe(digest);
    expect(await sha256(Uint8Array.from([0x61, 0x62, 0x63]))).toBe(digest);
  });
});
