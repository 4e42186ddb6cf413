import { describe, expect, it } from 'vitest';
import { type CentreSources, centreStates } from '#shared/desk/centre-state.ts';
import { type Report, withdrawalReport } from '#shared/reports/report.ts';
import { emptyHead, type UploadedFile } from '#shared/storage/centre-head.ts';
import type { LiveVersions } from '#shared/storage/live-versions.ts';
import type { TableName } from '#shared/tables/tables.ts';
import { refused } from '#test/storage/file-records.ts';

const NOTHING: CentreSources = { centres: [], heads: [], uploads: new Map(), reports: new Map() };
const FILE = refused('v1', { since: '2026-11-01', at: '2026-11-02' });
const counting = (table: TableName, rows: number, at: string): UploadedFile => ({
  ...FILE,
  state: 'accepted',
  inForce: { table, versionId: 'v1', sha256: '', rows, at, generation: '' },
});
const live = (versionId: string, lastModified: string): LiveVersions => {
  const newest = { versionId, lastModified, sizeInBytes: 1, isLatest: true };
  return { newest, versions: [newest], since: lastModified };
};
const reportWith = (about: Partial<Report>): Report => ({
  ...withdrawalReport('', ''),
  verdict: 'accepted',
  versionId: 'v1',
  ...about,
});
const group = (code: string, count: number) => ({
  ...{ code, count, places: count, column: 'sex', value: 'Mme Dupont', lines: [2] },
  message: { fr: 'Mme Dupont', en: 'Mme Dupont' },
});
const headOf = (centre: string, files: Readonly<Record<string, UploadedFile>>) => ({
  ...emptyHead(centre),
  files,
});

describe('what a coordinator is told of a centre', () => {
  it('that sent nothing is that it did not', () => {
    const [rouen, ...others] = centreStates({ ...NOTHING, centres: ['rouen'] });
    expect(others).toEqual([]);
    expect(rouen).toMatchObject({ centre: 'rouen', ofTheStudy: true, refused: [], misplaced: 0 });
    expect(rouen?.tables.pairs).toEqual({ files: 0, rows: 0, newestAt: null, warnings: 0, entering: null });
    expect(rouen?.examining).toEqual({ files: 0, since: null });
  });

  it('sums what counts of each table, and who enters', () => {
    const [one, other] = ['uploads/rouen/a.csv', 'uploads/rouen/b.csv'];
    const entering = { patients: 3, pairs: 4, leftOut: [] };
    const [rouen] = centreStates({
      ...NOTHING,
      centres: ['rouen'],
      heads: [
        headOf('rouen', {
          [one]: counting('pairs', 5, '2026-11-03'),
          [other]: counting('pairs', 6, '2026-11-02'),
        }),
      ],
      uploads: new Map([
        [one, live('v1', '2026-11-03')],
        [other, live('v1', '2026-11-02')],
      ]),
      reports: new Map([
        [one, reportWith({ warningCount: 2, entering })],
        [other, reportWith({ warningCount: 1, entering: { ...entering, pairs: null } })],
      ]),
    });
    expect(rouen?.tables.pairs).toEqual({
      ...{ files: 2, rows: 11, newestAt: '2026-11-03', warnings: 3 },
      entering: { patients: 6, pairs: 4 },
    });
  });

  it('says of a refused file how often which problem was found, and neither its name nor what it says', () => {
    const key = 'uploads/rouen/Mme Dupont.csv';
    const problemGroups = [group('NOT_A_CODE', 2), group('BLANK', 1), group('NOT_A_CODE', 3)];
    const states = centreStates({
      ...NOTHING,
      centres: ['rouen'],
      heads: [headOf('rouen', { [key]: FILE })],
      uploads: new Map([[key, live('v1', '2026-11-02')]]),
      reports: new Map([[key, reportWith({ verdict: 'refused', table: 'pairs', problemGroups })]]),
    });
    expect(states[0]?.refused).toEqual([
      {
        ...{ table: 'pairs', at: '2026-11-02', stillInForce: false, refusedSince: null },
        problems: [
          { code: 'NOT_A_CODE', count: 5 },
          { code: 'BLANK', count: 1 },
        ],
      },
    ]);
    expect(JSON.stringify(states)).not.toContain('Dupont');
  });

  it('takes nothing from a report on another version', () => {
    const key = 'uploads/rouen/a.csv';
    const [rouen] = centreStates({
      ...NOTHING,
      centres: ['rouen'],
      heads: [headOf('rouen', { [key]: { ...FILE, versionId: 'v2' } })],
      uploads: new Map([[key, live('v2', '2026-11-02')]]),
      reports: new Map([[key, reportWith({ problemGroups: [group('BLANK', 1)] })]]),
    });
    expect(rouen?.refused).toMatchObject([{ table: null, problems: [] }]);
  });

  it('counts what waits for its verdict, new or replaced, since the oldest of them', () => {
    const [sent, replaced] = ['uploads/rouen/new.csv', 'uploads/rouen/old.csv'];
    const [rouen] = centreStates({
      ...NOTHING,
      centres: ['rouen'],
      heads: [headOf('rouen', { [replaced]: counting('pairs', 5, '2026-11-01') })],
      uploads: new Map([
        [sent, live('v1', '2026-11-05')],
        [replaced, live('v2', '2026-11-04')],
      ]),
    });
    expect(rouen?.examining).toEqual({ files: 2, since: '2026-11-04' });
  });

  it('names a centre that left the study while it has files, and nobody’s folder', () => {
    const states = centreStates({
      ...NOTHING,
      centres: ['rouen'],
      heads: [headOf('caen', { 'uploads/caen/a.csv': { ...FILE, state: 'misplaced' } }), emptyHead('lille')],
      uploads: new Map([['uploads/nowhere at all/a.csv', live('v1', '2026-11-02')]]),
    });
    expect(states.map(({ centre, ofTheStudy, misplaced }) => [centre, ofTheStudy, misplaced])).toEqual([
      ['', false, 0],
      ['caen', false, 1],
      ['rouen', true, 0],
    ]);
  });
});
