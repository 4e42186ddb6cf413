import { describe, expect, it } from 'vitest';
import * as protocol from '#shared/analyses/protocol-terms.ts';
import { studyComputation } from '#shared/analyses/study-computation.ts';
import { latestResultSchema } from '#shared/publication/latest-result.ts';
import { manifestSchema, manifestText } from '#shared/publication/manifest.ts';
import { resultId } from '#shared/publication/result-identity.ts';
import { sha256 } from '#shared/sha256.ts';
import type { FileInForce } from '#shared/storage/centre-head.ts';
import { exclusions } from '#shared/study/eligibility.ts';
import type { CentreRow } from '#shared/study/study.ts';
import { rowsOfPatient } from '#test/study/centre-rows.ts';
import { SETTINGS } from '#test/study/settings.ts';

const fileOf = (centre: string, table: FileInForce['table']): FileInForce => ({
  centre,
  key: `uploads/${centre}/${table}.csv`,
  table,
  versionId: 'v1',
  sha256: 'f'.repeat(64),
  rows: 1,
  at: '2026-11-24T02:00:00.000Z',
  generation: '0123456789abcdef',
});
const FILES = [fileOf('lille', 'patients'), fileOf('rouen', 'lesions'), fileOf('rouen', 'pairs')];
const ROWS: readonly CentreRow[] = [
  ...rowsOfPatient(),
  ...rowsOfPatient({ id: 'P2', patient: { histologically_proven: false } }),
  ...rowsOfPatient({ id: 'P3', pairs: [] }),
  ...rowsOfPatient({ id: 'P4' }).slice(1),
];

const computed = (files = FILES, rows = ROWS) =>
  studyComputation.computeResult({
    id: 'the-id',
    settings: SETTINGS,
    codeVersion: 'the-code',
    commit: 'the-commit',
    files,
    rows,
    pending: [],
    started: new Date('2026-11-24T03:00:00.000Z'),
    now: () => new Date('2026-11-24T03:00:01.250Z'),
  });

describe('a computed result', () => {
  it('is named by its files, its settings, its code and the terms of the protocol', async () => {
    const inputs = { files: FILES, settings: SETTINGS, codeVersion: 'the-code', pending: [] };
    expect(await studyComputation.nameResult(inputs)).toBe(await resultId({ ...inputs, protocol }));
  });

  it('has each term of the protocol in one place: none is a setting too', () => {
    const named = (term: string) => term.replaceAll('_', '').toLowerCase();
    const settings = new Set(Object.keys(SETTINGS).map(named));
    expect(Object.keys(protocol).filter((term) => settings.has(named(term)))).toEqual([]);
  });

  it('names in its manifest what went in, what came out and how long it took', async () => {
    const { tables, manifest } = await computed();
    expect(manifest).toMatchObject({
      id: 'the-id',
      codeVersion: 'the-code',
      commit: 'the-commit',
      rVersion: '4.2.2',
      computedAt: '2026-11-24T03:00:01.250Z',
      milliseconds: 1250,
      inputs: FILES,
      protocol: { ...protocol, ...SETTINGS },
    });
    for (const { file, sha256: digest } of manifest.tables)
      expect(digest).toBe(await sha256(tables.get(file) ?? ''));
    expect(manifest.tables.map(({ file }) => file)).toEqual([...tables.keys()]);
  });

  it('writes its fields, and those of its inputs, in one order', async () => {
    const { manifest } = await computed();
    const shuffled = await computed(
      FILES.map(({ at, centre, key, ...file }) => ({ key, at, ...file, centre })),
    );
    expect(Object.keys(manifest).slice(0, 3)).toEqual(['id', 'codeVersion', 'commit']);
    expect(manifestText(shuffled.manifest)).toBe(manifestText(manifest));
  });

  it('says which tables of a centre are missing, and which rows wait for others', async () => {
    const { manifest } = await computed();
    expect(manifest.missing).toEqual([
      { centre: 'lille', tables: ['pairs', 'lesions'] },
      { centre: 'rouen', tables: ['patients'] },
    ]);
    expect(manifest.orphans).toEqual({ pairs: 1, lesions: 0 });
    const complete = await computed([fileOf('rouen', 'patients'), ...FILES.slice(1)]);
    expect(complete.manifest.missing).toEqual([]);
  });

  it('says how many patients were left out, for every reason, in the order of the thesis', async () => {
    const { patients } = (await computed()).manifest;
    expect(patients).toMatchObject({ screened: 3, included: 1 });
    expect(patients.excluded.map(({ reason }) => reason)).toEqual(
      exclusions(SETTINGS).map(({ reason }) => reason),
    );
    expect(patients.excluded.filter((each) => each.patients > 0)).toEqual([
      { reason: 'not_histologically_proven', patients: 1 },
      { reason: 'no_pair_sent', patients: 1 },
    ]);
  });

  it('has a manifest that is the same after it was stored', async () => {
    const { manifest } = await computed();
    expect(manifestSchema.parse(JSON.parse(manifestText(manifest)))).toEqual(manifest);
    expect(manifestText(manifest).endsWith('}\n')).toBe(true);
    const { commit: _commit, pending: _pending, ...older } = manifest;
    expect(manifestSchema.parse(older)).toEqual({ ...older, commit: 'unknown', pending: [] });
  });

  it('has the same tables whatever its name, its code and its hour', async () => {
    const again = await studyComputation.computeResult({
      id: 'x',
      settings: SETTINGS,
      codeVersion: 'y',
      commit: 'z',
      files: [],
      pending: [],
      rows: ROWS,
      started: new Date(0),
      now: () => new Date(1),
    });
    expect(again.tables).toEqual((await computed()).tables);
  });
});

describe('the pointer to the latest result', () => {
  it('names the result, its manifest and its tables', () => {
    const pointer = {
      id: 'the-id',
      publishedAt: '2026-11-24T03:00:02.000Z',
      manifest: 'results/the-id/manifest.json',
      tables: ['results/the-id/counts.csv'],
    };
    expect(latestResultSchema.parse(pointer)).toEqual({ ...pointer, changes: 0 });
    expect(latestResultSchema.parse({ ...pointer, changes: 7 }).changes).toBe(7);
    expect(latestResultSchema.safeParse({ ...pointer, id: null }).success).toBe(false);
  });
});
