import { describe, expect, it } from 'vitest';
import { printResults } from '#cdk/commands/print-results.ts';
import { studyTables } from '#shared/analyses/study-tables.ts';
import { TABLES_FILE, tableFiles } from '#shared/publication/table-files.ts';
import { assembleStudy } from '#shared/study/study.ts';
import { cohortFiles, rowsOfCentres } from '#test/study/sample-cohort.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { silentTerminal } from './silent-terminal.ts';

const STUDY = assembleStudy(rowsOfCentres(cohortFiles('thesis')));

function printed(significanceShown: boolean): readonly string[] {
  const { terminal, printed: texts } = silentTerminal();
  const files = tableFiles(studyTables(STUDY, { ...SETTINGS, significanceShown }));
  printResults(files.get(TABLES_FILE) ?? '', terminal);
  return texts;
}

describe('the results in a terminal', () => {
  it('end with the detection tests', () => {
    expect(printed(true)).toHaveLength(4);
    expect(printed(true).at(-1)).toContain('< 0.001');
  });

  it('of a study that shows no significance say so in their place', () => {
    const [four, five, six, ...rest] = printed(false);
    expect([four, five, six]).toEqual(printed(true).slice(0, 3));
    expect(rest).toEqual(['Tests: this study publishes no p-values (setting significanceShown)']);
  });
});
