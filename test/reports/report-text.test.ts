import { describe, expect, it } from 'vitest';
import { withdrawalReport } from '#shared/reports/report.ts';
import { reportText } from '#shared/reports/report-text.ts';
import { bytesOf, csvFile } from '#test/validation/csv-file.ts';
import { reportOf } from './verdicts.ts';

type Arguments = Parameters<typeof reportOf>;

/** With every no-break space as a plain one. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const linesIn = (language: 'fr' | 'en', ...report: Arguments) =>
  plain(reportText(reportOf(...report), language)).split('\n');
const french = (...report: Arguments) => linesIn('fr', ...report);
const english = (...report: Arguments) => linesIn('en', ...report);

const REFUSED = csvFile('patients', [{ sex: 'ZZ' }]);
const manyPatients = (count: number, cells: (row: number) => object) =>
  csvFile(
    'patients',
    Array.from({ length: count }, (_, row) => ({ patient_id: `P${row}`, ...cells(row) })),
  );

describe('the report for people', () => {
  it('says first what became of the file', () => {
    const accepted = csvFile('patients', [{}, { patient_id: 'P2' }]);
    expect(french(accepted)).toEqual(['ACCEPTÉ   uploads/rouen/pairs.csv', '2 lignes (patients)', '']);
    expect(english(accepted)).toEqual(['ACCEPTED   uploads/rouen/pairs.csv', '2 rows (patients)', '']);
    expect(plain(reportText(withdrawalReport('uploads/rouen/pairs.csv', ''), 'fr'))).toBe(
      'RETIRÉ   uploads/rouen/pairs.csv\nLe fichier n’est plus là : ses lignes ne comptent plus.\n',
    );
  });

  it('is the whole in French, then the whole in English, where its reader’s language is not known', () => {
    const report = reportOf(REFUSED);
    expect(reportText(report)).toBe(
      `${reportText(report, 'fr')}\n———————————————————— English\n\n${reportText(report, 'en')}`,
    );
  });

  it('shows a problem with its place, its value and what to do', () => {
    expect(french(REFUSED)).toEqual([
      'REFUSÉ   uploads/rouen/pairs.csv',
      'Fichier non pris en compte.',
      '1 problème',
      '',
      'colonne sex, « ZZ », ligne 2   [UNEXPECTED_VALUE]',
      expect.stringMatching(/^ {3}\S.* M, F\.$/),
      '',
    ]);
    expect(english(REFUSED).slice(1, 5)).toEqual([
      'The file does not count.',
      '1 problem',
      '',
      'column sex, “ZZ”, line 2   [UNEXPECTED_VALUE]',
    ]);
  });

  it('shows problems of one kind, column and value as one, with their lines', () => {
    const lines = french(manyPatients(14, (row) => (row % 7 === 1 ? { grade: 'G9' } : { sex: 'ZZ' })));
    expect(lines.filter((line) => line.endsWith('[UNEXPECTED_VALUE]'))).toEqual([
      'colonne sex, « ZZ », lignes 2, 4, 5, 6, 7, 8, 9, 11, 12, 13 … (12 lignes)   [UNEXPECTED_VALUE]',
      'colonne grade, « G9 », lignes 3, 10   [UNEXPECTED_VALUE]',
    ]);
    expect(lines).toContain('14 problèmes');
  });

  it('breaks no line before a French mark, and writes numbers with thin spaces', () => {
    const text = reportText(reportOf(manyPatients(1200, () => ({ sex: 'ZZ' }))), 'fr');
    expect(text).toContain('1\u202f200 problèmes');
    expect(text).toContain('«\u00a0ZZ\u00a0»');
    expect(text).not.toMatch(/ [;:!?»]|« /);
    expect(reportText(reportOf(manyPatients(1200, () => ({}))), 'en')).toContain('1,200 rows');
  });

  it('names the characters of a value that nobody sees', () => {
    expect(french(csvFile('patients', [{ patient_id: 'P\u200b1' }])).join()).toContain('« P⟨U+200B⟩1 »');
    expect(french(csvFile('patients', [{ grade: 'G\u00a02' }])).join()).toContain('« G⟨U+00A0⟩2 »');
  });

  it('says that a file which had been accepted is refused by other rules, and since when', () => {
    const refusedSince = '2026-11-25T03:00:00.000Z';
    expect(french(REFUSED, { refusedSince })).toContain(
      'Il avait été accepté ; les règles ou les réglages de l’étude ont changé, et le refusent depuis le 25/11/2026.',
    );
    expect(english(REFUSED, { refusedSince })).toContain(
      'It had been accepted; the study’s rules or settings have changed, and refuse it since 2026-11-25.',
    );
    expect(french(REFUSED).join()).not.toContain('avait été accepté');
  });

  it('says what changed against the version before, in agreement', () => {
    const accepted = csvFile('patients', [{}]);
    expect(french(accepted, { changes: { added: 3, changed: 0, removed: 1 } })).toContain(
      'par rapport à avant : 3 ajoutées, 0 modifiée, 1 retirée',
    );
    expect(english(accepted, { changes: { added: 3, changed: 2, removed: 1 } })).toContain(
      'against before: 3 added, 2 changed, 1 removed',
    );
  });

  it('names no place in a file that could not be read', () => {
    expect(french(bytesOf(''))).toContain('fichier   [EMPTY_FILE]');
    expect(english(bytesOf(''))).toContain('file   [EMPTY_FILE]');
  });

  it('says which earlier version goes on counting', () => {
    const stillInForce = { versionId: 'v1', at: '2026-11-01T08:00:00.000Z', rows: 1 };
    expect(french(bytesOf(''), { stillInForce })[1]).toBe(
      'Fichier non pris en compte : la version du 01/11/2026 (1 ligne) continue de compter.',
    );
    expect(english(bytesOf(''), { stillInForce })[1]).toBe(
      'The file does not count: the version of 2026-11-01 (1 row) goes on counting.',
    );
  });

  it('shows warnings after the verdict, and that they do not hinder', () => {
    const [verdict, rows, ...warnings] = french(csvFile('pairs', [{}]));
    expect([verdict, rows]).toEqual(['ACCEPTÉ   uploads/rouen/pairs.csv', '1 ligne (couples TDM–IRM)']);
    expect(warnings.slice(0, 4)).toEqual([
      '',
      '1 point à vérifier ; le fichier compte tel qu’il est',
      '',
      'colonne patient_id, « P1 », ligne 2   [PATIENT_NOT_SENT]',
    ]);
  });

  it('shows three entries of a kind of warning, and counts the others after a blank line', () => {
    const rows = ['0', '1', '2', '3', '4'].map((year) => ({
      patient_id: `P${year}`,
      board_date: `190${year}-01-01`,
    }));
    const lines = french(csvFile('patients', rows));
    expect(lines.filter((line) => line.endsWith('[BOARD_DATE_OUTSIDE_PERIOD]'))).toHaveLength(3);
    expect(lines.slice(-3)).toEqual(['', '… et 2 autres, dans le fichier annoté', '']);
  });

  it('shows twenty entries of a kind and counts the others, those past a thousand too', () => {
    const lines = english(manyPatients(1200, (row) => (row === 1199 ? { sex: '' } : { sex: `x${row}` })));
    expect(lines.filter((line) => line.endsWith('[UNEXPECTED_VALUE]'))).toHaveLength(20);
    expect(lines.filter((line) => line.endsWith('[BLANK_CELL]'))).toHaveLength(0);
    expect(lines.at(-2)).toBe('… and 1,180 more, in the annotated file');
  });
});
