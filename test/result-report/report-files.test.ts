import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { studyComputation } from '#shared/analyses/study-computation.ts';
import { manifestText } from '#shared/publication/manifest.ts';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import { filesOfReport, reportFiles } from '#shared/result-report/report-files.ts';
import { REPORT_FILE } from '#shared/storage/bucket-keys.ts';
import { SAMPLE_COHORTS } from '#test/sample-cohorts.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { sampleResult } from './files/sample-result.ts';

const MEGABYTE = 1_000_000;
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
const { files: tables, result } = await sampleResult('thesis');
const texts = [tables.get(TABLES_FILE) ?? '', manifestText(result.manifest)] as const;
const files = reportFiles(...texts);

describe('the files of a report', () => {
  it('are the page last, and before it what people open beside it', () => {
    const names = [...files.keys()];
    expect(names.at(-1)).toBe(REPORT_FILE);
    expect(names).toEqual(
      expect.arrayContaining([
        'figures/flow.fr.svg',
        'figures/flow.en.svg',
        'counts.fr.csv',
        'datapackage.json',
        'CITATION.cff',
      ]),
    );
    expect(names.filter((name) => name.endsWith('.fr.csv'))).toHaveLength(result.tables.length);
  });

  it('replace no published file', () => {
    expect([...tables.keys()].filter((name) => files.has(name))).toEqual([]);
  });

  it('are the same bytes each time', () => {
    expect(Object.fromEntries(reportFiles(...texts))).toEqual(Object.fromEntries(files));
    expect(Object.fromEntries(filesOfReport(result))).toEqual(Object.fromEntries(files));
  });

  it('are small enough to be mailed', () => {
    expect(bytesOf(files.get(REPORT_FILE) ?? '')).toBeLessThan(1.5 * MEGABYTE);
    for (const [name, content] of files) {
      if (name.endsWith('.svg')) expect(bytesOf(content), name).toBeLessThan(40_000);
      expect(bytesOf(content), name).toBeGreaterThan(0);
    }
  });
});

describe('a report is made', () => {
  it.each(SAMPLE_COHORTS)('of the cohort %s', async (cohort) => {
    const made = filesOfReport((await sampleResult(cohort)).result);
    expect(made.has(REPORT_FILE)).toBe(true);
    expect([...made.keys()].filter((name) => name.endsWith('.svg')).length % 2).toBe(0);
  });

  it('of a study without any row, which has no program for its tests', async () => {
    const now = () => new Date('2026-11-26T00:00:00.000Z');
    const { tables: empty, manifest } = await studyComputation.computeResult({
      ...{ id: '0'.repeat(32), settings: SETTINGS, codeVersion: '1.0.0', commit: 'unknown' },
      ...{ files: [], pending: [], rows: [], started: now(), now },
    });
    const made = reportFiles(empty.get(TABLES_FILE) ?? '', manifestText(manifest));
    expect(made.has(REPORT_FILE)).toBe(true);
    expect(made.has('reproduce.R')).toBe(false);
  });

  it('of a result of the previous release, whose tables lack columns', () => {
    const stored = readFileSync(join(import.meta.dirname, '../previous-release/result.json.br'));
    const { tables: old, manifest } = z
      .object({ tables: z.string(), manifest: z.string() })
      .parse(JSON.parse(brotliDecompressSync(stored).toString()));
    const made = reportFiles(old, manifest);
    expect([...made.keys()]).toEqual(
      expect.arrayContaining(['figures/flow.fr.svg', 'counts.fr.csv', REPORT_FILE]),
    );
    expect(old).not.toContain('"primary-comparison"');
  });

  it('of a result that lacks tables, as one of an earlier release does', () => {
    for (const { name } of result.tables) {
      const without = { ...result, tables: result.tables.filter((table) => table.name !== name) };
      const made = filesOfReport(without);
      expect(made.has(REPORT_FILE), name).toBe(true);
      expect([...made.keys()].filter((file) => file.endsWith('.svg')).length, name).toBeGreaterThan(0);
    }
    expect(filesOfReport({ ...result, tables: [] }).has(REPORT_FILE)).toBe(true);
  });
});
