import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studyTables } from '#shared/analyses/study-tables.ts';
import { parseTables, recordsOf, type TableRecord } from '#shared/presentation/read-table.ts';
import { COUNTED } from '#shared/protocol/sequences.ts';
import { SIDES } from '#shared/protocol/sides.ts';
import { TABLES_FILE, tableFiles } from '#shared/publication/table-files.ts';
import { assembleStudy, type CentreRow } from '#shared/study/study.ts';
import { rowsOfPatient } from '#test/study/centre-rows.ts';
import {
  COHORTS,
  type CohortName,
  cohortFiles,
  expectedFigure,
  rowsOfCentres,
} from '#test/study/sample-cohort.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { counts } from '#test/tables/rows.ts';
import { bytesOf } from '#test/validation/csv-file.ts';

const tablesOf = (rows: readonly CentreRow[]) => studyTables(assembleStudy(rows), SETTINGS);

function matching(
  records: readonly TableRecord[],
  values: Readonly<Record<string, string>>,
): TableRecord | undefined {
  const found = records.filter((record) =>
    Object.entries(values).every(([column, value]) => record.text(column) === value),
  );
  expect(found).toHaveLength(1);
  return found[0];
}

describe.each(COHORTS)('the tables of the cohort %s', (cohort: CohortName) => {
  const tables = tablesOf(rowsOfCentres(cohortFiles(cohort)));
  const counted = recordsOf(tables, 'counts');
  const tests = recordsOf(tables, 'count-tests');

  it('have the figures of the thesis’s Tables 4, 5 and 6', () => {
    expect(counted).toHaveLength(COUNTED.length * 3);
    for (const { name } of COUNTED) {
      const whole = matching(counted, { sequence: name, side: 'whole' });
      expect(whole?.figure('total')).toBe(expectedFigure(cohort, `T4 ${name} n`));
      expect(whole?.figure('mean_per_pair')).toBeCloseTo(expectedFigure(cohort, `T4 ${name} per pair`), 12);
      for (const side of SIDES) {
        const onSide = matching(counted, { sequence: name, side });
        const perPair = expectedFigure(cohort, `T6 ${name}_${side} per pair`);
        expect(onSide?.figure('total')).toBe(expectedFigure(cohort, `T5 ${name}_${side} n`));
        expect(onSide?.figure('mean_per_pair')).toBeCloseTo(perPair, 12);
      }
    }
  });

  it('have the shares of the thesis, each with its denominator', () => {
    const share = (sequence: string, side: string, column: string) =>
      matching(counted, { sequence, side })?.figure(column);
    const ofAll = expectedFigure(cohort, 'CT share of all lesions %');
    expect(share('ct_total', 'whole', 'share_of_all')).toBeCloseTo(ofAll, 12);
    expect(share('mri_diffusion', 'whole', 'share_of_modality')).toBeCloseTo((100 * 861) / 864, 12);
    expect(share('ct_arterial', 'whole', 'modality_total')).toBe(314);
    expect(share('ct_arterial', 'left', 'all_lesions')).toBe(398);
    expect(share('mri_total', 'left', 'share_of_all')).toBe(100);
    expect(share('mri_total', 'left', 'share_of_whole_liver')).toBeCloseTo((100 * 398) / 864, 12);
  });

  it('have the Wilcoxon p values of the detection tests', () => {
    expect(tests).toHaveLength(45);
    for (const side of SIDES) {
      const p = (first: string, second: string) =>
        matching(tests, { first, second, side })?.figure('wilcoxon_p') ?? Number.NaN;
      const expected = (first: string, second: string) =>
        expectedFigure(cohort, `p ${first}_${side} vs ${second}_${side}`);
      expect(p('mri_t2fs', 'mri_arterial')).toBeCloseTo(expected('mri_t2fs', 'mri_arterial'), 9);
      expect(p('mri_portal', 'ct_arterial')).toBeCloseTo(expected('ct_arterial', 'mri_portal'), 9);
    }
  });

  it('have each difference as first − second, between its limits by both tests', () => {
    const test = matching(tests, { first: 'mri_t2fs', second: 'mri_diffusion', side: 'whole' });
    const figure = (column: string) => test?.figure(column) ?? Number.NaN;
    const difference = -expectedFigure(cohort, 'diffusion minus mri_t2fs per pair');
    expect(figure('mean_difference')).toBeCloseTo(difference, 12);
    expect(figure('t_low')).toBeLessThan(difference);
    expect(figure('t_high')).toBeGreaterThan(difference);
    expect(figure('hodges_lehmann_low')).toBeLessThan(figure('hodges_lehmann'));
    expect(figure('hodges_lehmann_high')).toBeGreaterThan(figure('hodges_lehmann'));
    expect(test?.text('wilcoxon_method')).toBe('normal_with_continuity_correction');
  });
});

describe('the tables', () => {
  const cohort = cohortFiles('thesis');
  const rows = rowsOfCentres(cohort);
  const study = assembleStudy(rows);
  const tables = studyTables(study, SETTINGS);
  const published = tableFiles(tables);

  it('are the same to the byte for rows in another order', () => {
    expect(tableFiles(tablesOf(rows.toReversed()))).toEqual(published);
  });

  // They are a function of the study alone, so equal studies stand for equal bytes, in a hundredth of the time.
  it('are computed from the same study when a file is sent in two, and centres in another order', () => {
    const split = fc.record({
      centre: fc.constantFrom(...cohort.keys()),
      name: fc.constantFrom('patients.csv', 'pairs.csv', 'lesions.csv'),
      into: fc.infiniteStream(fc.boolean()),
    });
    fc.assert(
      fc.property(split, ({ centre, name, into }) => {
        const files = cohort.get(centre) ?? [];
        const whole = files.find((file) => file.name === name);
        const [header = '', ...lines] = new TextDecoder().decode(whole?.bytes).trimEnd().split('\n');
        const parts: readonly [string[], string[]] = [[header], [header]];
        for (const line of lines) parts[into.next().value ? 0 : 1].push(line);
        const halves = parts
          .filter((part) => part.length > 1)
          .map((part, position) => ({ name: `part-${position}.csv`, bytes: bytesOf(part.join('\r\n')) }));
        const changed = new Map(cohort).set(centre, [...halves, ...files.filter((file) => file !== whole)]);
        const lastCentreFirst = new Map([...changed].toReversed());
        expect(assembleStudy(rowsOfCentres(lastCentreFirst))).toEqual(study);
      }),
      { numRuns: 20 },
    );
  });

  it('are published one by one as CSV and all together as JSON', () => {
    expect([...published.keys()]).toEqual([...tables.map(({ name }) => `${name}.csv`), TABLES_FILE]);
    expect([...published.keys()]).toEqual(expect.arrayContaining(['counts.csv', 'count-tests.csv']));
    expect(parseTables(published.get(TABLES_FILE) ?? '')).toEqual(
      tables.map(({ name, title, columns, rows }) => ({ name, title, columns, rows })),
    );
  });

  it('name each of their columns once, in both languages, and hold what they say', () => {
    const types = { text: 'string', integer: 'number', number: 'number', boolean: 'boolean' } as const;
    expect(tables.length).toBeGreaterThan(10);
    for (const { columns, title, rows: values } of tables) {
      expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
      const titles = columns.map((column) => column.title);
      for (const language of ['fr', 'en'] as const) {
        // Two columns of one title would be told apart by their names alone.
        expect(new Set(titles.map((text) => text[language])).size).toBe(columns.length);
      }
      for (const text of [title, ...titles]) {
        expect(text.fr).not.toBe('');
        expect(text.en).not.toBe('');
      }
      for (const [position, { type }] of columns.entries()) {
        const present = values.map((row) => row[position]).filter((value) => value !== null);
        expect(present.filter((value) => typeof value !== types[type])).toEqual([]);
        if (type === 'integer') expect(present.filter((value) => !Number.isInteger(value))).toEqual([]);
      }
    }
  });
});

describe('a study without a pair that counts', () => {
  it.each([
    ['nothing', []],
    ['pairs without their patients', rowsOfPatient().slice(1)],
    ['patients without pairs', rowsOfPatient({ pairs: [] })],
  ] as const)('has tables all the same: %s', (_, rows) => {
    const tables = tablesOf(rows);
    const [count] = recordsOf(tables, 'counts');
    expect(count?.figure('n_pairs')).toBe(0);
    expect(count?.figure('total')).toBe(0);
    for (const column of ['mean_per_pair', 'median_per_pair', 'share_of_modality', 'share_of_all']) {
      expect(count?.figure(column)).toBeNull();
    }
    const [test] = recordsOf(tables, 'count-tests');
    expect([test?.figure('wilcoxon_p'), test?.figure('t_p')]).toEqual([null, null]);
    expect(test?.text('wilcoxon_reason')).not.toBe('');
    expect(test?.text('t_reason')).not.toBe('');
  });

  it('that sees the same on two sequences has no p, and says why', () => {
    const rows = rowsOfPatient({ pairs: [1, 2, 3].map((pair) => ({ pair, ...counts(() => pair) })) });
    const [test] = recordsOf(tablesOf(rows), 'count-tests');
    expect(test?.figure('mean_difference')).toBe(0);
    expect(test?.figure('wilcoxon_zeros')).toBe(3);
    expect([test?.figure('wilcoxon_p'), test?.figure('t_p')]).toEqual([null, null]);
    expect(test?.text('wilcoxon_reason')).not.toBe('');
  });
});
