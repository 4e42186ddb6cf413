import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar.ts';
import { FRENCH_SPREADSHEET, PLAIN } from '#shared/guidance/csv-dialect.ts';
import { exampleRows } from '#shared/guidance/example-rows.ts';
import { template, templateName } from '#shared/guidance/template.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { TABLE_NAMES } from '#shared/tables/tables.ts';
import { findingsOf } from '#shared/validation/examination.ts';
import { examineCentre } from '#shared/validation/examine-centre.ts';
import { arbitrarySettings } from '#test/study/arbitrary-settings.ts';
import { AT_THE_END, SETTINGS } from '#test/study/settings.ts';
import { columnNames } from '#test/validation/csv-file.ts';
import { rowsOf } from '#test/validation/examined.ts';

const linesOf = (bytes: Uint8Array, lineEnd: string): readonly string[] =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split(lineEnd);

const isShort = ({ boardPeriod: { from, to } }: StudySettings) => to !== null && to < addDays(from, 30);

describe.each(Object.entries({ FRENCH_SPREADSHEET, PLAIN }))('the templates, %s', (_, dialect) => {
  /** What `check` says of the three together. */
  const findings = (settings: StudySettings) =>
    examineCentre(
      TABLE_NAMES.map((table) => ({ name: templateName(table), bytes: template(table, dialect, settings) })),
      settings,
      AT_THE_END,
    ).flatMap(({ examination }) => findingsOf(examination).map(({ code, row }) => `${code} ${row}`));
  const ONLY_EXAMPLES = TABLE_NAMES.flatMap(() => ['EXAMPLE_ROW 2', 'EXAMPLE_ROW 3']);

  it.each(TABLE_NAMES)('have every column, and read back as the examples: %s', (table) => {
    const bytes = template(table, dialect, SETTINGS);
    const [header = ''] = linesOf(bytes, dialect.lineEnd);
    expect(header.replace('\uFEFF', '').split(dialect.delimiter)).toEqual(columnNames(table));
    expect(rowsOf(bytes)).toEqual(exampleRows(table, SETTINGS));
  });

  it('are a centre’s files in which nothing is doubtful but that they are examples, whatever a site has decided', () => {
    expect(findings(SETTINGS)).toEqual(ONLY_EXAMPLES);
    fc.assert(
      fc.property(arbitrarySettings, (settings) => {
        // Of two pairs not all scans can be on the days of a period of a week.
        const outside = (found: string) => isShort(settings) && found.startsWith('SCAN_OUTSIDE_PERIOD');
        expect(findings(settings).filter((found) => !outside(found))).toEqual(ONLY_EXAMPLES);
      }),
    );
  });
});

describe('the template for French Excel', () => {
  it('has a byte-order mark, semicolons, CRLF, decimal commas, days before months, oui and non', () => {
    const lines = linesOf(template('patients', FRENCH_SPREADSHEET, SETTINGS), '\r\n');
    expect(lines.map((line) => line.slice(0, 48))).toEqual([
      '\uFEFFpatient_id;sex;age_at_diagnosis;board_date;hist',
      'EXAMPLE-1;F;57;21/01/2016;oui;small_bowel;well;1',
      'EXAMPLE-2;M;;21/01/2016;oui;pancreas;;;;;;absent',
      '',
    ]);
    expect(lines[1]).toContain(';2,5;');
  });
});

describe('the plain template', () => {
  it('has commas, LF, decimal points, days of ISO 8601, yes and no', () => {
    const lines = linesOf(template('patients', PLAIN, SETTINGS), '\n');
    expect(lines.map((line) => line.slice(0, 48))).toEqual([
      'patient_id,sex,age_at_diagnosis,board_date,histo',
      'EXAMPLE-1,F,57,2016-01-21,yes,small_bowel,well,1',
      'EXAMPLE-2,M,,2016-01-21,yes,pancreas,,,,,,absent',
      '',
    ]);
    expect(lines[1]).toContain(',2.5,');
  });
});
