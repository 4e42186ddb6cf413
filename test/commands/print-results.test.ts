import { describe, expect, it } from 'vitest';
import { printResults } from '#cdk/commands/print-results.ts';
import { studyTables } from '#shared/analyses/study-tables.ts';
import type { Language } from '#shared/language.ts';
import { TABLES_FILE, tableFiles } from '#shared/publication/table-files.ts';
import { assembleStudy } from '#shared/study/study.ts';
import { cohortFiles, rowsOfCentres } from '#test/study/sample-cohort.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { silentTerminal } from './silent-terminal.ts';

const STUDY = assembleStudy(rowsOfCentres(cohortFiles('thesis')));

function printed(significanceShown: boolean, language: Language = 'en'): readonly string[] {
  const { terminal, printed: texts } = silentTerminal();
  const files = tableFiles(studyTables(STUDY, { ...SETTINGS, significanceShown }));
  printResults(files.get(TABLES_FILE) ?? '', { ...terminal, language });
  return texts;
}

describe('the results in a terminal', () => {
  it('have the primary comparison before all others, and end with what the tests are', () => {
    const [, , , primary, whole, right, left, legend, ...rest] = printed(true);
    expect(primary).toContain('Primary comparison. MRI total − CT total');
    expect([whole, right, left].map((text) => text?.split('\n')[0]?.split(', ').at(-1))).toEqual([
      'whole liver',
      'right liver',
      'left liver',
    ]);
    expect(legend).toContain('by patient: primary test');
    expect(rest).toEqual([]);
  });

  it('of a study that shows no significance say so in the place of its tests', () => {
    const [four, five, six, primary, ...rest] = printed(false);
    expect([four, five, six]).toEqual(printed(true).slice(0, 3));
    expect(primary).toContain('9.6 [5.9; 13.4]');
    expect(primary).not.toContain('Holm');
    expect(rest).toEqual(['Tests: this study publishes no p-values (setting significanceShown)']);
  });

  it.each<Language>(['fr', 'en', 'both'])('fit into 80 columns (%s)', (language) => {
    const lines = [...printed(true, language), ...printed(false, language)].flatMap((text) =>
      text.split('\n'),
    );
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });
});
