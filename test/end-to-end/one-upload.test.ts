import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '#shared/reports/report.ts';
import { reportKeys } from '#shared/storage/bucket-keys.ts';
import { splitLines } from '#shared/validation/split-lines.ts';
import {
  drop,
  dropCohort,
  eventually,
  type Published,
  published,
  publishedFrom,
  publishedWithout,
  readHead,
  readReport,
  readText,
  remove,
} from './deployed-study.ts';
import { COHORT, computeLocally } from './local-computation.ts';

const PAIRS = readFileSync(join(COHORT, 'caen', 'pairs.csv'), 'utf8');

describe('the sample cohort, dropped file by file', () => {
  let reports: readonly Report[];
  let result: Published;
  beforeAll(async () => {
    reports = await dropCohort(COHORT);
    result = await publishedFrom(reports);
  });

  it('is accepted whole', () => {
    expect(reports.map(({ verdict }) => verdict)).toEqual(reports.map(() => 'accepted'));
  });

  it('gives the published Table 4', () => {
    const [header = '', ...rows] = (result.tables.get('counts.csv') ?? '').trim().split('\n');
    const total = header.split(',').indexOf('total');
    const whole = rows.map((row) => row.split(',')).filter(([side]) => side === 'whole');
    expect(whole.map((cells) => [cells[1], Number(cells[total])])).toEqual([
      ['mri_t2fs', 528],
      ['mri_diffusion', 861],
      ['mri_arterial', 456],
      ['mri_portal', 231],
      ['mri_total', 864],
      ['ct_arterial', 313],
      ['ct_portal', 215],
      ['ct_total', 314],
    ]);
  });

  it('gives the same bytes as the computation without AWS', () => {
    expect(Object.fromEntries(result.tables)).toEqual(computeLocally(COHORT));
  });

  it('names every file, version and digest in the manifest', () => {
    expect(result.manifest.inputs.map(({ key, versionId, rows }) => ({ key, versionId, rows }))).toEqual(
      reports
        .map(({ file, versionId, rows }) => ({ key: file, versionId, rows }))
        .toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    );
  });

  it('uploaded again makes another result with the same tables', async () => {
    const again = await drop('caen', 'pairs.csv', PAIRS);
    expect(again).toMatchObject({ verdict: 'accepted', changes: { added: 0, changed: 0, removed: 0 } });
    const next = await publishedFrom([again]);
    expect(next.manifest.id).not.toBe(result.manifest.id);
    expect(next.tables).toEqual(result.tables);
  });

  it('without a deleted file computes without its rows, and has them again with the file', async () => {
    await remove('uploads/caen/pairs.csv');
    const without = await publishedWithout('uploads/caen/pairs.csv');
    expect(without.tables.get('counts.csv')).not.toBe(result.tables.get('counts.csv'));
    expect(without.manifest.missing).toEqual([{ centre: 'caen', tables: ['pairs'] }]);
    const report = await eventually('the withdrawal', async () => {
      const found = await readReport('uploads/caen/pairs.csv');
      return found?.verdict === 'withdrawn' ? found : undefined;
    });
    expect(report.versionId).toBeNull();

    const restored = await publishedFrom([await drop('caen', 'pairs.csv', PAIRS)]);
    expect(restored.tables).toEqual(result.tables);
  });
});

describe('a wrong file', () => {
  it('is refused whole, with line, column and value, and what counted goes on counting', async () => {
    const before = await published();
    const wrong = PAIRS.replace('2019-09-14', '2019-09-31');
    const report = await drop('caen', 'pairs.csv', wrong);
    expect(report).toMatchObject({
      verdict: 'refused',
      problemCount: 1,
      problems: [{ row: 2, column: 'ct_date', value: '2019-09-31', code: 'UNEXPECTED_VALUE' }],
      stillInForce: { rows: 13 },
    });
    expect((await published())?.manifest.id).toBe(before?.manifest.id);

    const text = await readText(reportKeys(report.file).text);
    expect(text?.text).toMatch(/^REFUSÉ .*\nREFUSED /s);
    const annotated = await readText(reportKeys(report.file).annotated);
    const [header, first] = Array.from(splitLines(annotated?.text ?? ''), (line) => line.text);
    expect(header).toBe(`\uFEFF${splitLines(wrong).numbered(1)?.text},problem`);
    expect(first).toContain('ct_date: 2019-09-31 n’existe pas dans le calendrier');
  });

  it('is answered in the sender’s own centre even when it lies in no centre’s folder', async () => {
    const report = await drop('nowhere', 'pairs.csv', PAIRS);
    expect(report).toMatchObject({ verdict: 'refused', problems: [{ code: 'UNKNOWN_CENTRE' }] });
    const deep = await drop('caen/2019', 'pairs.csv', PAIRS);
    expect(deep).toMatchObject({ verdict: 'refused', problems: [{ code: 'WRONG_PLACE' }] });
    const workbook = await drop('caen', 'pairs.xlsx', 'PK\u0003\u0004');
    expect(workbook).toMatchObject({ verdict: 'refused', problems: [{ code: 'NOT_NAMED_CSV' }] });
    await remove(workbook.file);
    await eventually('the withdrawal of the workbook', async () =>
      (await readReport(workbook.file))?.verdict === 'withdrawn' ? true : undefined,
    );
  });

  it('that is a workbook under a CSV’s name is told what it is', async () => {
    const report = await drop('caen', 'été + 2021 (1).csv', Uint8Array.of(0x50, 0x4b, 3, 4));
    expect(report).toMatchObject({ verdict: 'refused', table: null, problems: [{ code: 'NOT_CSV' }] });
    await remove('uploads/caen/été + 2021 (1).csv');
  });
});

describe('two files of a centre with the same row', () => {
  it('leave the second one out until the first is gone', async () => {
    const good = await drop('caen', 'pairs.csv', PAIRS);
    const copy = await drop('caen', 'copy.csv', PAIRS);
    expect(copy).toMatchObject({ verdict: 'refused', problemCount: 13 });
    expect(copy.problems[0]).toMatchObject({
      row: 2,
      column: 'patient_id',
      code: 'ROW_IN_OTHER_FILE',
      message: { en: expect.stringContaining('uploads/caen/pairs.csv, line 2') },
    });

    await remove(good.file);
    const freed = await eventually('the second look', async () => {
      const report = await readReport(copy.file);
      return report?.verdict === 'accepted' ? report : undefined;
    });
    expect(freed.versionId).toBe(copy.versionId);
    await publishedFrom([freed]);

    await remove(copy.file);
    await publishedFrom([await drop('caen', 'pairs.csv', PAIRS)]);
    expect(Object.keys((await readHead('caen')).files).toSorted()).toEqual([
      'uploads/caen/lesions.csv',
      'uploads/caen/pairs.csv',
      'uploads/caen/patients.csv',
    ]);
  });
});
