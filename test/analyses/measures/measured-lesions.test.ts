import { describe, expect, it } from 'vitest';
import { measureColumns, valuesPer } from '#shared/analyses/measures/measure-columns.ts';
import { measuredLesions, tenths } from '#shared/analyses/measures/measured-lesions.ts';
import { includedPatients } from '#shared/study/eligibility.ts';
import { assembleStudy } from '#shared/study/study.ts';
import { type PatientStory, rowsOfPatient } from '#test/study/centre-rows.ts';
import { SETTINGS } from '#test/study/settings.ts';

const measured = (...stories: readonly PatientStory[]) =>
  measuredLesions(includedPatients(assembleStudy(stories.flatMap(rowsOfPatient)), SETTINGS), SETTINGS);
const keys = (lesions: ReturnType<typeof measured>) =>
  lesions.map(({ lesion }) => [lesion.patient_id, lesion.pair, lesion.lesion]);

describe('the lesions of the measure analysis', () => {
  it('are those of the first reader on the pairs that are measurable, countable or not', () => {
    const lesions = measured({
      pairs: [{ countable: 'coalescent' }, { reader: 2 }, { pair: 2, measurable: 'not_measurable' }],
      lesions: [{ lesion: 2 }, { lesion: 1 }, { reader: 2, lesion: 3 }, { pair: 2 }],
    });
    expect(keys(lesions)).toEqual([
      ['P1', 1, 1],
      ['P1', 1, 2],
    ]);
  });

  it('are all of a patient who has one on every sequence, on whichever pair, and none of another', () => {
    const lacking = { ct_arterial_mm: null };
    const lesions = measured(
      { id: 'P2', lesions: [lacking, { lesion: 2, mri_portal_mm: null }] },
      { pairs: [{}, { pair: 2 }], lesions: [lacking, { pair: 2, lesion: 1 }] },
    );
    expect(keys(lesions)).toEqual([
      ['P1', 1, 1],
      ['P1', 2, 1],
    ]);
  });

  it('are measured in whole tenths, whose equal differences are equal', () => {
    const lesions = measured({
      lesions: [
        { mri_t2fs_mm: 30.1, mri_diffusion_mm: 29.9 },
        { lesion: 2, mri_t2fs_mm: 27.4, mri_diffusion_mm: 27.2 },
      ],
    });
    const differences = lesions.map(
      ({ lesion }) => (tenths(lesion, 'mri_t2fs') ?? 0) - (tenths(lesion, 'mri_diffusion') ?? 0),
    );
    expect(differences).toEqual([2, 2]);
    expect(30.1 - 29.9).not.toBe(27.4 - 27.2);
  });

  it('have a mean per patient over all their rows, and per pair, without what is not measured', () => {
    const columns = measureColumns(
      measured({
        pairs: [{}, { pair: 2 }],
        lesions: [
          { mri_t2fs_mm: 10 },
          { lesion: 2, mri_t2fs_mm: 20 },
          { lesion: 3, mri_t2fs_mm: null },
          { lesion: 4, mri_t2fs_mm: 0 },
          { pair: 2, mri_t2fs_mm: 60 },
        ],
      }),
    );
    const diameters = columns.diameters('mri_t2fs');
    expect([...valuesPer('lesion', columns, diameters)]).toEqual([100, 200, 600]);
    expect([...valuesPer('pair', columns, diameters)]).toEqual([150, 600]);
    expect([...valuesPer('patient', columns, diameters)]).toEqual([300]);
  });
});
