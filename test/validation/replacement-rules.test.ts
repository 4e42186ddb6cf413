import { describe, expect, it } from 'vitest';
import { DIAMETER_COLUMNS } from '#shared/tables/lesions.ts';
import { type Cells, csvFile } from './csv-file.ts';
import { rowsElsewhere, warningsReplacing } from './examined.ts';

const patients = (...ids: readonly string[]) =>
  csvFile(
    'patients',
    ids.map((patient_id) => ({ patient_id })),
  );
const lesions = (...cells: readonly Cells<'lesions'>[]) => csvFile('lesions', cells);
const PAIRS = rowsElsewhere('pairs', ['P1#1#1', 'P1#2#1', 'P2#1#1', 'P3#1#1']);

const headlines = (...[before, bytes, others]: Parameters<typeof warningsReplacing>) =>
  warningsReplacing(before, bytes, others).flatMap(({ headline }) => headline?.en ?? []);

describe('a version that loses rows', () => {
  it('says how many pairs are left without their patient', () => {
    expect(headlines(patients('P1', 'P2'), patients('P2'), PAIRS)).toEqual([
      '2 pairs are left without their patient',
    ]);
    expect(headlines(patients('P1', 'P2'), patients('P1'), PAIRS)).toEqual([
      '1 pair is left without its patient',
    ]);
  });

  it('says how many lesions are left without their pair, each of them once', () => {
    const pairs = csvFile('pairs', [{}, { pair: '2' }]);
    const others = rowsElsewhere('lesions', ['P1#2#1#1', 'P1#2#1#2', 'P1#1#1#1', 'P1#2#2#1']);
    expect(headlines(pairs, csvFile('pairs', [{}]), others)).toEqual([
      '2 lesions are left without their pair',
    ]);
  });

  it('says nothing where it loses nobody on whom anything depends, or another file has them', () => {
    expect(headlines(patients('P1', 'P4'), patients('P1'), PAIRS)).toEqual([]);
    const { patients: elsewhere } = rowsElsewhere('patients', ['P2']);
    expect(headlines(patients('P1', 'P2'), patients('P1'), { ...PAIRS, patients: elsewhere })).toEqual([]);
  });

  it('says nothing of what was alone before', () => {
    expect(headlines(patients('P1'), patients('P1', 'P2'), PAIRS)).toEqual([]);
  });

  it('leaves all of a table alone where another table has taken its name', () => {
    expect(headlines(patients('P1', 'P2'), lesions({}), PAIRS)).toEqual([
      '3 pairs are left without their patient',
    ]);
  });
});

/** A lesion measured on one sequence of CT, and on one of MRI where nothing else is said. */
const measured = (cells: Cells<'lesions'>): Cells<'lesions'> => ({
  ...Object.fromEntries(DIAMETER_COLUMNS.map(({ name }) => [name, ''])),
  mri_portal_mm: '9',
  ...cells,
});
const isRounded = (before: Cells<'lesions'>, ...after: readonly Cells<'lesions'>[]) =>
  warningsReplacing(lesions(measured(before)), lesions(...after.map(measured))).some(
    ({ code }) => code === 'DIAMETERS_ROUNDED',
  );

describe('diameters in whole millimetres', () => {
  it('are doubted where one of the same lesion had a decimal before', () => {
    expect(isRounded({ ct_portal_mm: '12.8' }, { ct_portal_mm: '13' })).toBe(true);
    expect(isRounded({ ct_portal_mm: '12.8' }, { ct_portal_mm: '12' })).toBe(false);
    expect(isRounded({ ct_portal_mm: '12.5' }, { ct_portal_mm: '12' })).toBe(true);
  });

  it('are not where one has a decimal still', () => {
    expect(
      isRounded({ ct_portal_mm: '12.8' }, { ct_portal_mm: '13' }, { lesion: '2', ct_portal_mm: '9.5' }),
    ).toBe(false);
  });

  it('are not where they were whole before, or are of another lesion or sequence', () => {
    expect(isRounded({ ct_portal_mm: '13' }, { ct_portal_mm: '13' })).toBe(false);
    expect(isRounded({ ct_portal_mm: '12.8' }, { lesion: '3', ct_portal_mm: '13' })).toBe(false);
    expect(isRounded({ ct_portal_mm: '12.8' }, { ct_portal_mm: '' })).toBe(false);
  });
});
