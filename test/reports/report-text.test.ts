import { describe, expect, it } from 'vitest';
import { withdrawalReport } from '#shared/reports/report.ts';
import { reportText } from '#shared/reports/report-text.ts';
import { bytesOf, csvFile } from '#test/validation/csv-file.ts';
import { reportOf } from './verdicts.ts';

const linesOf = (...report: Parameters<typeof reportOf>) => reportText(reportOf(...report)).split('\n');

describe('the report for people', () => {
  it('says first what became of the file, French first', () => {
    expect(linesOf(csvFile('patients', [{}, { patient_id: 'P2' }]))).toEqual([
      'ACCEPTÉ / ACCEPTED   uploads/rouen/pairs.csv',
      '2 lignes (patients) / 2 rows (patients)',
      '',
    ]);
    expect(reportText(withdrawalReport('uploads/rouen/pairs.csv', ''))).toBe(
      'RETIRÉ / WITHDRAWN   uploads/rouen/pairs.csv\n' +
        'Le fichier n’est plus là : ses lignes ne comptent plus. / The file is gone: its rows no longer count.\n',
    );
  });

  it('is in one language where its reader’s is known', () => {
    const report = reportOf(csvFile('patients', [{ sex: 'homme' }]));
    expect(reportText(report, 'fr').split('\n')).toEqual([
      'REFUSÉ   uploads/rouen/pairs.csv',
      '1 problème(s)',
      'Rien de ce fichier ne compte.',
      '',
      'ligne 2, colonne sex, « homme »   [UNEXPECTED_VALUE]',
      '   Valeur non reconnue. Attendu : l’un de : M, F.',
      '',
    ]);
    expect(reportText(report, 'en').split('\n').slice(4, 6)).toEqual([
      'line 2, column sex, “homme”   [UNEXPECTED_VALUE]',
      '   Value not recognised. Expected: one of: M, F.',
    ]);
  });

  it('says that a file which had been accepted is refused by other rules, and since when', () => {
    const refused = csvFile('patients', [{ sex: 'homme' }]);
    const sentence =
      'Ce fichier avait été accepté ; les règles ou les réglages de l’étude ont changé depuis, et le refusent depuis le 2026-11-25. / ' +
      'This file had been accepted; the study’s rules or settings have changed since, and refuse it since 2026-11-25.';
    expect(linesOf(refused, { refusedSince: '2026-11-25T03:00:00.000Z' })).toContain(sentence);
    expect(linesOf(refused).join()).not.toContain('avait été accepté');
  });

  it('says what changed against the version before', () => {
    const lines = linesOf(csvFile('patients', [{}]), { changes: { added: 3, changed: 2, removed: 1 } });
    expect(lines).toContain(
      'par rapport à avant : 3 ajoutées, 2 modifiées, 1 retirées / against before: 3 added, 2 changed, 1 removed',
    );
  });

  it('shows each problem with its place, its value and both texts', () => {
    const [verdict, count, fate, , place, french, english, ...rest] = linesOf(
      csvFile('patients', [{ sex: 'homme' }]),
    );
    expect([verdict, count]).toEqual([
      'REFUSÉ / REFUSED   uploads/rouen/pairs.csv',
      '1 problème(s) / 1 problem(s)',
    ]);
    expect(fate).toBe('Rien de ce fichier ne compte. / Nothing of this file counts.');
    expect(place).toBe('ligne / line 2, colonne / column sex, « homme »   [UNEXPECTED_VALUE]');
    expect(french).toBe('   Valeur non reconnue. Attendu : l’un de : M, F.');
    expect(english).toBe('   Value not recognised. Expected: one of: M, F.');
    expect(rest).toEqual(['']);
  });

  it('names no place in a file that could not be read', () => {
    expect(linesOf(bytesOf(''))).toContain('fichier / file   [EMPTY_FILE]');
  });

  it('says which earlier version goes on counting', () => {
    const stillInForce = { versionId: 'v1', at: '2026-11-01T08:00:00.000Z', rows: 12 };
    expect(linesOf(bytesOf(''), { stillInForce })[2]).toBe(
      'La version du 2026-11-01 (12 lignes) continue de compter. / The version of 2026-11-01 (12 rows) goes on counting.',
    );
  });

  it('shows warnings after the verdict, and that they do not hinder', () => {
    const [verdict, rows, ...warnings] = linesOf(csvFile('pairs', [{}]));
    expect([verdict, rows]).toEqual([
      'ACCEPTÉ / ACCEPTED   uploads/rouen/pairs.csv',
      '1 lignes (couples TDM–IRM) / 1 rows (CT–MRI pairs)',
    ]);
    expect(warnings.slice(0, 4)).toEqual([
      '',
      '1 point(s) à vérifier ; le fichier compte tel qu’il est / 1 point(s) to check; the file counts as it is',
      '',
      'ligne / line 2, colonne / column patient_id, « P1 »   [PATIENT_NOT_SENT]',
    ]);
  });

  it('shows three warnings of a kind, and counts the others after a blank line', () => {
    const rows = ['1', '2', '3', '4', '5'].map((pair) => ({ pair }));
    const lines = linesOf(csvFile('pairs', rows));
    expect(lines.filter((line) => line.endsWith('[PATIENT_NOT_SENT]'))).toHaveLength(3);
    expect(lines.slice(-3)).toEqual([
      '',
      '… et 2 autres, tous dans le fichier annoté / … and 2 more, all in the annotated file',
      '',
    ]);
  });

  it('shows twenty problems of a kind and counts the others, those past a thousand too', () => {
    const rows = Array.from({ length: 1200 }, (_, row) => ({
      patient_id: row === 40 ? 'é' : `P${row}`,
      sex: 'x',
    }));
    const lines = linesOf(csvFile('patients', [...rows.slice(0, 1199), { patient_id: '' }]));
    expect(lines.filter((line) => line.endsWith('[UNEXPECTED_VALUE]'))).toHaveLength(20);
    expect(lines.filter((line) => line.endsWith('[BLANK_CELL]'))).toHaveLength(0);
    expect(lines.at(-2)).toBe(
      '… et 1181 autres, tous dans le fichier annoté / … and 1181 more, all in the annotated file',
    );
  });
});
