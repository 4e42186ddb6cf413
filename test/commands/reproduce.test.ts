import { describe, expect, it } from 'vitest';
import { showReproduction } from '#cdk/commands/reproduce.ts';
import type { Reproduction } from '#cdk/commands/reproduction.ts';
import { studyComputation } from '#shared/analyses/study-computation.ts';
import { manifestText } from '#shared/publication/manifest.ts';
import { sha256 } from '#shared/sha256.ts';
import { uploadKey } from '#shared/storage/bucket-keys.ts';
import type { FileInForce } from '#shared/storage/centre-head.ts';
import { cohortFiles, rowsOfCentres } from '#test/study/sample-cohort.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { bucketWith } from './bucket-in-memory.ts';
import { objectsOf } from './published-study.ts';
import { optionsOf, terminalIn } from './terminal-in-memory.ts';

const COHORT = cohortFiles('thesis');
const ID = 'a'.repeat(32);
const PAIRS = 'uploads/rouen/pairs.csv';
const now = () => new Date(0);

/** A bucket in which the cohort was uploaded, and has gone on: each file has a newer version. */
async function uploadedCohort() {
  const stored = bucketWith();
  const files: FileInForce[] = [];
  for (const [centre, sent] of COHORT) {
    for (const { name, bytes } of sent) {
      const key = uploadKey(centre, name);
      const versionId = stored.put(key, new TextDecoder().decode(bytes));
      stored.put(key, 'something newer');
      const table = name.startsWith('patients') ? 'patients' : name.startsWith('pairs') ? 'pairs' : 'lesions';
      files.push({
        centre,
        key,
        versionId,
        sha256: await sha256(bytes),
        table,
        rows: 1,
        at: '',
        generation: '',
      });
    }
  }
  return { stored, files };
}

/** Every such bucket has the same versions, and so the same result. */
const result = await studyComputation.computeResult({
  id: ID,
  settings: SETTINGS,
  codeVersion: '1.0.0+0123456789ab',
  commit: 'unknown',
  files: (await uploadedCohort()).files,
  pending: [],
  rows: rowsOfCentres(COHORT),
  started: now(),
  now,
});

/** One in which it was published, too. */
async function publishedCohort() {
  const { stored } = await uploadedCohort();
  for (const [key, text] of Object.entries(objectsOf(result))) stored.put(key, text);
  return { ...stored, result };
}

async function reproduce({ bucket }: Pick<ReturnType<typeof bucketWith>, 'bucket'>) {
  const text = terminalIn('en');
  const exitCode = await showReproduction(bucket, 'aaaaaa', optionsOf(), text.terminal);
  const data = terminalIn('en');
  expect(await showReproduction(bucket, 'aaaaaa', optionsOf({ json: 'true' }), data.terminal)).toBe(exitCode);
  return { exitCode, printed: text.printed(), reported: text.reported(), json: data.json() };
}
const jsonOf = (own: Partial<Reproduction>) => expect.objectContaining(own);

describe('ctmri reproduce', () => {
  it('computes the same bytes from the versions that the manifest names, by other code', async () => {
    const { exitCode, printed, reported, json } = await reproduce(await publishedCohort());
    expect(exitCode).toBe(0);
    expect(printed).toMatch(/^code 1\.0\.0\+0123456789ab \(unknown\) → /);
    expect(printed).toContain(`The result ${ID} is reproduced to the byte.`);
    expect(reported).toMatch(/^reading \d+ file\(s\) …\ncomputing …$/);
    expect(json).toEqual(jsonOf({ reproduced: true, gone: [], altered: [], refused: [], otherBytes: [] }));
  });

  it('says which version is gone, and what the rest gives', async () => {
    const study = await publishedCohort();
    study.erase(PAIRS);
    const { exitCode, printed, json } = await reproduce(study);
    expect(exitCode).toBe(1);
    expect(printed).toContain(`! ${PAIRS} (version gone (erased): computed without it)`);
    expect(printed).toContain(`The result ${ID} is not reproduced.`);
    expect(printed).toContain('All rows of 1 file(s) are missing: ');
    expect(printed).toMatch(/^counts: \d+ value/m);
    // The option of another command.
    expect(printed).not.toContain('--table');
    expect(printed).toMatch(/… and \d+ more: --json gives them$/m);
    expect(json).toEqual(jsonOf({ reproduced: false, gone: [PAIRS] }));
  });

  it('says which version is not what the manifest says', async () => {
    const study = await publishedCohort();
    const inputs = study.result.manifest.inputs.map((input) =>
      input.key === PAIRS ? { ...input, sha256: 'another' } : input,
    );
    study.put(`results/${ID}/manifest.json`, manifestText({ ...study.result.manifest, inputs }));
    const { exitCode, printed, json } = await reproduce(study);
    expect(exitCode).toBe(1);
    expect(printed).toContain(`! ${PAIRS} (other content than the manifest names (SHA-256))`);
    expect(printed).toContain('The figures are the same, but 1 file(s) are no longer those');
    expect(json).toEqual(jsonOf({ reproduced: false, altered: [PAIRS] }));
  });

  it('computes by the settings of the manifest, and says which files these refuse', async () => {
    const study = await publishedCohort();
    const protocol = { ...study.result.manifest.protocol, mostLesionsMeasured: 1 };
    study.put(`results/${ID}/manifest.json`, manifestText({ ...study.result.manifest, protocol }));
    const { exitCode, printed } = await reproduce(study);
    expect(exitCode).toBe(1);
    expect(printed).toMatch(/! uploads\/rouen\/lesions\.csv \(refused by this code: [A-Z_, ]+\)/);
  });

  it('says which settings an old manifest does not name', async () => {
    const study = await publishedCohort();
    const { boardPeriod: _, ...protocol } = study.result.manifest.protocol;
    study.put(`results/${ID}/manifest.json`, manifestText({ ...study.result.manifest, protocol }));
    const { exitCode, json } = await reproduce(study);
    expect(exitCode).toBe(0);
    expect(json).toEqual(jsonOf({ assumedSettings: ['boardPeriod'] }));
  });

  it('does not guess at settings that it cannot read', async () => {
    const study = await publishedCohort();
    const protocol = { ...study.result.manifest.protocol, fewestPatientsShown: 'a few' };
    study.put(`results/${ID}/manifest.json`, manifestText({ ...study.result.manifest, protocol }));
    await expect(reproduce(study)).rejects.toThrow(/cannot read the settings .*fewestPatientsShown/);
  });

  it('computes a result again whose tables were cleared, and holds it to the bytes that its manifest names', async () => {
    const study = await publishedCohort();
    study.erase(`results/${ID}/tables.json`);
    const { exitCode, printed, json } = await reproduce(study);
    expect(exitCode).toBe(0);
    expect(printed).toContain(`The result ${ID} is reproduced to the byte.`);
    expect(json).toEqual(jsonOf({ reproduced: true, cleared: true }));
  });

  it('says that figures cannot be compared where tables were cleared and other bytes came out', async () => {
    const study = await publishedCohort();
    const tables = study.result.manifest.tables.map((table) =>
      table.file === 'counts.csv' ? { ...table, sha256: 'another' } : table,
    );
    study.put(`results/${ID}/manifest.json`, manifestText({ ...study.result.manifest, tables }));
    study.erase(`results/${ID}/tables.json`);
    const { exitCode, printed } = await reproduce(study);
    expect(exitCode).toBe(1);
    expect(printed).toContain('were cleared, its figures cannot be compared; other bytes');
    expect(printed).toContain('in: counts.csv.');
  });

  it('tells other bytes of equal figures from other figures', async () => {
    const study = await publishedCohort();
    const tables = study.result.manifest.tables.map((table) =>
      table.file === 'tables.json' ? { ...table, sha256: 'of other titles' } : table,
    );
    study.put(`results/${ID}/manifest.json`, manifestText({ ...study.result.manifest, tables }));
    const { exitCode, printed } = await reproduce(study);
    expect(exitCode).toBe(0);
    expect(printed).toContain('are reproduced; other bytes (titles) in: tables.json.');
  });
});
