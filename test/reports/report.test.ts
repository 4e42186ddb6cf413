import { describe, expect, it } from 'vitest';
import { type Report, reportAnswers, reportSchema, withdrawalReport } from '#shared/reports/report.ts';
import { emptyHead, type UploadedFile, withFiles } from '#shared/storage/centre-head.ts';
import { MOST_PROBLEMS_SHOWN } from '#shared/validation/limits.ts';
import { accepted, inForce, refused } from '#test/storage/file-records.ts';
import { bytesOf, csvFile } from '#test/validation/csv-file.ts';
import { reportOf } from './verdicts.ts';

const ACCEPTED = reportOf(
  csvFile('pairs', [{}, { pair: '2', ct_date: '2019-09-04', mri_date: '2019-10-02' }]),
  {
    changes: { added: 1, changed: 1, removed: 0 },
  },
);
const REFUSED = reportOf(csvFile('pairs', [{ countable: 'peut-être' }]), {
  stillInForce: { versionId: 'v1', at: '2026-11-01T00:00:00.000Z', rows: 12 },
});
const WITHDRAWN = withdrawalReport('uploads/rouen/pairs.csv', '2026-11-24T04:00:00.000Z');

const many = (count: number, row: Parameters<typeof csvFile<'pairs'>>[1][number]) =>
  csvFile(
    'pairs',
    Array.from({ length: count }, (_, position) => ({ patient_id: `P${position}`, ...row })),
  );

describe('a report', () => {
  it.each([
    ['accepted', ACCEPTED],
    ['refused', REFUSED],
    ['withdrawn', WITHDRAWN],
  ])('on a file that is %s is the same after it was stored', (verdict, report) => {
    expect(report.verdict).toBe(verdict);
    expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });

  it('on an accepted file says what counts, what changed and what is doubtful', () => {
    expect(ACCEPTED).toMatchObject({
      table: 'pairs',
      rows: 2,
      problemCount: 0,
      problems: [],
      warningCount: 2,
      changes: { added: 1, changed: 1, removed: 0 },
      stillInForce: null,
    });
  });

  it('on a refused file says why, that none of it counts, and what still does', () => {
    expect(REFUSED).toMatchObject({
      table: 'pairs',
      rows: null,
      problemCount: 1,
      problems: [{ row: 2, column: 'countable', value: 'peut-être', code: 'UNEXPECTED_VALUE' }],
      warningCount: 0,
      changes: null,
      stillInForce: { versionId: 'v1', rows: 12 },
    });
  });

  it('spells out a thousand problems and counts them all', () => {
    const report = reportOf(many(1001, { protocol_complete: 'x' }));
    expect(report.problemCount).toBe(1001);
    expect(report.problems).toHaveLength(MOST_PROBLEMS_SHOWN);
    expect(report.problems.at(-1)?.row).toBe(1001);
  });

  it('spells out a thousand warnings and counts them all', () => {
    const rows = Array.from({ length: 1001 }, (_, at) => ({
      patient_id: `P${at}`,
      board_date: '1999-12-31',
    }));
    const report = reportOf(csvFile('patients', rows));
    expect([report.verdict, report.rows, report.warningCount]).toEqual(['accepted', 1001, 1001]);
    expect(report.warnings).toHaveLength(MOST_PROBLEMS_SHOWN);
  });

  it('is no larger for a file with ten times as many wrong rows', () => {
    const size = (rows: number) => {
      const wrong = Array.from({ length: rows }, (_, at) => ({ countable: `x${at}`, ct_date: `y${at}` }));
      const report = reportOf(csvFile('pairs', wrong));
      expect([report.problemCount, report.problemGroups.length]).toEqual([2 * rows, MOST_PROBLEMS_SHOWN]);
      return JSON.stringify(report).length;
    };
    expect(size(10_000) / size(1_000)).toBeLessThan(1.01);
  });

  it('on a file that is no table names none', () => {
    expect(reportOf(bytesOf('%PDF-1.7')).table).toBeNull();
  });
});

describe('whether a report is the one that the head asks for', () => {
  const headWith = (file: UploadedFile) => withFiles(emptyHead('rouen'), { [REFUSED.file]: file });
  const { versionId, at, rules } = { ...ACCEPTED, versionId: '' };
  const answers = (report: Report, change: Partial<UploadedFile>) =>
    reportAnswers(report, headWith(accepted(versionId, { at, rules, ...change })));

  it('depends on the version that was judged, by which rules, beside which files, and on when it was', () => {
    expect(answers(ACCEPTED, {})).toBe(true);
    expect(answers(ACCEPTED, { versionId: 'v3' })).toBe(false);
    expect(answers(ACCEPTED, { at: '2026-11-25T00:00:00.000Z' })).toBe(false);
    expect(answers(ACCEPTED, { rules: 'tomorrow' })).toBe(false);
    expect(answers(ACCEPTED, { beside: 'others' })).toBe(false);
    expect(answers(WITHDRAWN, { at: WITHDRAWN.at })).toBe(false);
  });

  it('of a refused version depends on the older one that still counts', () => {
    const refusal = { ...REFUSED, stillInForce: { versionId: 'v1', at, rows: 3 } };
    const record = refused(refusal.versionId ?? '', { at: refusal.at, rules: refusal.rules });
    expect(reportAnswers(refusal, headWith({ ...record, inForce: inForce('v1') }))).toBe(true);
    expect(reportAnswers(refusal, headWith({ ...record, inForce: inForce('v0') }))).toBe(false);
    expect(reportAnswers(refusal, headWith(record))).toBe(false);
    expect(reportAnswers({ ...refusal, stillInForce: null }, headWith(record))).toBe(true);
  });

  it('for a file of which the head knows nothing, it is that of the withdrawal', () => {
    expect(reportAnswers(WITHDRAWN, emptyHead('rouen'))).toBe(true);
    expect(reportAnswers(ACCEPTED, emptyHead('rouen'))).toBe(false);
  });
});
