import { describe, expect, it } from 'vitest';
import { isSeenOn, listedLesions } from '#shared/analyses/visibility/listed-lesions.ts';
import { visibilityTables } from '#shared/analyses/visibility/tables.ts';
import { EVERY_SEQUENCE, sequenceSet } from '#shared/protocol/sequence-set.ts';
import { includedPatients } from '#shared/study/eligibility.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { type ListingPatient, listingStudy } from './listed-study.ts';

const listedBy = (...patients: readonly ListingPatient[]) =>
  listedLesions(includedPatients(listingStudy(patients), SETTINGS));

describe('the listed lesions', () => {
  it('are those of the first reader on counted pairs of included patients', () => {
    const { patients, pairs, lesions } = listedBy(
      { id: 'P1', pairs: [{ countable: 'massive' }, { pair: 2 }], listed: [{}, { pair: 2 }] },
      { id: 'P2', patient: { histologically_proven: false }, listed: [{}] },
      { id: 'P3' },
      {
        id: 'P4',
        pairs: [{}, { reader: 2 }, { pair: 2 }],
        listed: [{ side: 'left' }, { reader: 2 }, { pair: 2 }],
      },
    );
    expect([patients, pairs]).toEqual([3, 4]);
    expect(lesions.map(({ patient, pair, side }) => [patient, pair, side])).toEqual([
      [0, 0, 'right'],
      [2, 2, 'left'],
      [2, 3, 'right'],
    ]);
  });

  it('have no table where there is none of the first reader on a counted pair', () => {
    const tablesOf = (...patients: readonly ListingPatient[]) =>
      visibilityTables(includedPatients(listingStudy(patients), SETTINGS), SETTINGS).length;
    expect(tablesOf({ id: 'P1' })).toBe(0);
    expect(tablesOf({ pairs: [{}, { reader: 2 }], listed: [{ reader: 2 }] })).toBe(0);
    expect(tablesOf({ pairs: [{ countable: 'massive' }], listed: [{}] })).toBe(0);
    expect(tablesOf({ listed: [{ nature: 'benign' }] })).toBe(5);
  });

  it('have the size that is given, else that of the largest diameter measured there, if any', () => {
    const measured = (lesion: number, mri_diffusion_mm: number | null, ct_portal_mm: number | null) => ({
      ...{ mri_t2fs_mm: null, mri_arterial_mm: null, mri_portal_mm: null, ct_arterial_mm: null },
      ...{ lesion, mri_diffusion_mm, ct_portal_mm },
    });
    const { lesions } = listedBy({
      pairs: [{}, { pair: 2 }],
      lesions: [
        measured(1, 4.9, 3),
        measured(2, null, 5),
        measured(3, 9.9, 2),
        measured(4, 10, null),
        measured(5, 19.9, null),
        measured(6, 20, 400),
        measured(7, 0, null),
        measured(8, 30, null),
        { ...measured(9, 30, null), pair: 2 },
        measured(11, 30, null),
      ],
      listed: [{}, {}, {}, {}, {}, {}, {}, { size_class: '5_9' }, {}, {}],
    });
    expect(lesions.map(({ sizeClass }) => sizeClass)).toEqual([
      'under_5',
      '5_9',
      '5_9',
      '10_19',
      '10_19',
      '20_or_more',
      null,
      '5_9',
      null,
      null,
    ]);
  });

  it('are seen by some sequences where one shows them, not where none does, and else not known', () => {
    const { lesions } = listedBy({ listed: [{ seen: 'NY---N' }] });
    const [lesion] = lesions;
    if (lesion === undefined) throw new Error('no lesion');
    expect(isSeenOn(lesion, sequenceSet(['mri_t2fs']))).toBe(false);
    expect(isSeenOn(lesion, sequenceSet(['mri_arterial']))).toBeNull();
    expect(isSeenOn(lesion, sequenceSet(['mri_t2fs', 'ct_portal']))).toBe(false);
    expect(isSeenOn(lesion, sequenceSet(['mri_t2fs', 'ct_arterial']))).toBeNull();
    expect(isSeenOn(lesion, EVERY_SEQUENCE)).toBe(true);
  });
});
