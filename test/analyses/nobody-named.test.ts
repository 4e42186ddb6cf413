import { describe, expect, it } from 'vitest';
import { studyTables } from '#shared/analyses/study-tables.ts';
import { assembleStudy } from '#shared/study/study.ts';
import { patientOf } from '#shared/tables/tables.ts';
import { rowsOfPatient } from '#test/study/centre-rows.ts';
import { COHORTS, cohortFiles, rowsOfCentres } from '#test/study/sample-cohort.ts';
import { SETTINGS } from '#test/study/settings.ts';

const textsOf = (rows: Parameters<typeof assembleStudy>[0]) =>
  new Set(
    studyTables(assembleStudy(rows), SETTINGS).flatMap((table) =>
      table.rows.flat().filter((value) => typeof value === 'string'),
    ),
  );

describe('the published tables', () => {
  it.each(COHORTS)('name no patient of the cohort %s', (cohort) => {
    const rows = rowsOfCentres(cohortFiles(cohort));
    const texts = textsOf(rows);
    expect(rows.length).toBeGreaterThan(100);
    expect(texts.size).toBeGreaterThan(10);
    for (const { content } of rows) expect(texts).not.toContain(patientOf(content) ?? 'P1');
  });

  it('name no centre of fewer than five included patients', () => {
    const centre = (name: string, patients: number) =>
      Array.from({ length: patients }, (_, index) =>
        rowsOfPatient({ centre: name, id: `P${index}`, patient: { board_date: null }, lesions: [{}] }),
      ).flat();
    const texts = textsOf([...centre('rouen', 5), ...centre('caen', 4), ...centre('brest', 3)]);
    expect(texts).toContain('rouen');
    expect(texts).not.toContain('caen');
    expect(texts).not.toContain('brest');
  });
});
