import { describe, expect, it } from 'vitest';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { findingsOf } from '#shared/validation/examination.ts';
import { examinationSettings } from '#shared/validation/examination-settings.ts';
import { NO_OTHER_ROWS } from '#shared/validation/identity-rules.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { type Bytes, csvFile } from './csv-file.ts';
import { examined, rowsElsewhere } from './examined.ts';

const WITH_PATIENT = rowsElsewhere('patients', ['P1']);
const WITH_PAIR = rowsElsewhere('pairs', ['P1#1#1']);

/** The verdict by these settings, and each finding as its code and its two texts. */
function outcome(bytes: Bytes, settings: Partial<StudySettings>, others = NO_OTHER_ROWS) {
  const examination = examined(bytes, others, examinationSettings({ ...SETTINGS, ...settings }));
  const found = findingsOf(examination).map(({ code, message: { fr, en } }) => `${code}: ${fr} / ${en}`);
  return [examination.verdict, ...found];
}

describe('a patient of 2024', () => {
  const file = csvFile('patients', [{ board_date: '14/03/2024' }]);

  it('is told why he does not count', () => {
    expect(outcome(file, {})).toEqual([
      'accepted',
      'BOARD_DATE_OUTSIDE_PERIOD: Cette date de RCP est hors de la période de l’étude (2016–2021) : le patient ne comptera pas. Vérifiez-la. / This board date is outside the study’s period (2016–2021): the patient will not count. Check it.',
    ]);
  });

  it.each([
    [{ from: '2016-01-01', to: null }],
    [{ from: '2016-01-01', to: '2024-03-14' }],
    [{ from: '2024-03-14', to: '2024-03-14' }],
  ])('is in order in the period %j', (boardPeriod) => {
    expect(outcome(file, { boardPeriod })).toEqual(['accepted']);
  });

  it('is told the days of a period that is not of whole years', () => {
    const [, warning] = outcome(file, { boardPeriod: { from: '2016-03-01', to: '2024-03-13' } });
    expect(warning).toContain('(du 2016-03-01 au 2024-03-13)');
    expect(warning).toContain('(2016-03-01 to 2024-03-13)');
  });
});

describe('a pair', () => {
  const file = csvFile('pairs', [{ ct_date: '2019-01-15', mri_date: '2019-03-15' }]);

  it.each([
    [1, '1 mois ou plus', '1 month or more'],
    [2, '2 mois ou plus', '2 months or more'],
  ])('two months apart is warned of where the limit is %d', (longestIntervalMonths, fr, en) => {
    const [verdict, warning, ...others] = outcome(file, { longestIntervalMonths }, WITH_PATIENT);
    expect([verdict, others]).toEqual(['accepted', []]);
    expect(warning).toMatch(/^INTERVAL_TOO_LONG: /);
    expect(warning).toContain(fr);
    expect(warning).toContain(en);
  });

  it('two months apart is in order by the thesis’s limit', () => {
    expect(outcome(file, {}, WITH_PATIENT)).toEqual(['accepted']);
  });
});

describe('a lesion', () => {
  const NINE = csvFile('lesions', [
    {
      mri_t2fs_mm: '9',
      mri_diffusion_mm: '9',
      mri_arterial_mm: '9',
      mri_portal_mm: '9',
      ct_arterial_mm: '9',
      ct_portal_mm: '9',
    },
  ]);

  it('of 9 mm is refused where 10 are asked for, and only there', () => {
    expect(outcome(NINE, { smallestLesionMillimetres: 9 }, WITH_PAIR)).toEqual(['accepted']);
    const [verdict, problem] = outcome(NINE, { smallestLesionMillimetres: 10 }, WITH_PAIR);
    expect(verdict).toBe('refused');
    expect(problem).toMatch(/^LESION_TOO_SMALL: .*inférieur à 10 mm.*under 10 mm/);
  });

  it.each([
    [1, 'Plus d’une lésion', 'More than one lesion', 'Keep the largest.'],
    [2, 'Plus de 2 lésions', 'More than 2 lesions', 'Keep the 2 largest.'],
  ])('beyond the first %d is refused where no more are measured', (mostLesionsMeasured, ...texts) => {
    const file = csvFile('lesions', [{}, { lesion: '2' }, { lesion: '3' }]);
    const [verdict, ...problems] = outcome(file, { mostLesionsMeasured }, WITH_PAIR);
    expect(verdict).toBe('refused');
    expect(problems).toHaveLength(3 - mostLesionsMeasured);
    for (const text of texts) expect(problems[0]).toContain(text);
    expect(outcome(file, { mostLesionsMeasured: 3 }, WITH_PAIR)).toEqual(['accepted']);
  });
});

it('the settings of an examination are those that decide on a file, and no other', () => {
  const { boardPeriod, longestIntervalMonths, smallestLesionMillimetres, mostLesionsMeasured } = SETTINGS;
  expect(examinationSettings({ ...SETTINGS, fewestPatientsShown: 9, significanceShown: false })).toEqual({
    boardPeriod,
    longestIntervalMonths,
    smallestLesionMillimetres,
    mostLesionsMeasured,
  });
});
