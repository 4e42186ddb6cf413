import { describe, expect, it } from 'vitest';
import { growthOf, responseOf, type TargetState } from '#shared/analyses/recist/response.ts';

/** A target of 100 mm at baseline, in tenths of a millimetre. */
const response = (state: Partial<TargetState>) =>
  responseOf({
    baselineSum: 1000,
    nadir: 1000,
    diameters: [1000],
    newLesion: false,
    othersRemain: false,
    ...state,
  });

describe('the response', () => {
  it.each([
    ['is partial from 30 % down, to the tenth', { diameters: [700] }, 'pr'],
    ['is stable a tenth above that', { diameters: [701] }, 'sd'],
    ['is progression from 20 % above the nadir, to the tenth', { diameters: [1200] }, 'pd'],
    ['is stable a tenth below that', { diameters: [1199] }, 'sd'],
    ['needs 5 mm as well', { baselineSum: 200, nadir: 200, diameters: [249] }, 'sd'],
    ['has them at 5 mm', { baselineSum: 200, nadir: 200, diameters: [250] }, 'pd'],
    ['is seen from the nadir even below the baseline', { nadir: 500, diameters: [600] }, 'pd'],
    ['is exact where doubles are not', { baselineSum: 230, nadir: 230, diameters: [161] }, 'pr'],
    ['is complete when all targets are gone', { diameters: [0, 0] }, 'cr'],
    ['is partial while other metastases remain', { diameters: [0, 0], othersRemain: true }, 'pr'],
    ['is progression with a new lesion whatever the targets', { diameters: [0], newLesion: true }, 'pd'],
    ['is not evaluable without one of the targets', { diameters: [300, null] }, null],
    ['is progression with a new lesion even so', { diameters: [300, null], newLesion: true }, 'pd'],
    ['is progression even so if the other target has grown enough', { diameters: [1200, null] }, 'pd'],
  ] as const)('%s', (_, state, expected) => {
    expect(response(state)).toBe(expected);
  });
});

describe('growth', () => {
  it.each([
    ['of 20 % in 365 days is slow', 1000, 1200, 365, 'slow'],
    ['of a tenth more is not', 1000, 1201, 365, 'faster'],
    ['of 10 % in half a year is as fast', 1000, 1100, 183, 'slow'],
    ['of 10 % in five months is faster', 1000, 1100, 150, 'faster'],
    ['of 40 % in two years is slow', 1000, 1400, 730, 'slow'],
    ['of nothing is none', 1000, 1000, 365, 'none'],
    ['downwards is none, even on the same day', 1000, 900, 0, 'none'],
    ['on the same day has no rate', 1000, 1001, 0, null],
    ['of an incomplete sum is not known', 1000, null, 365, null],
  ] as const)('%s', (_, baseline, sum, days, expected) => {
    expect(growthOf(baseline, sum, days)).toBe(expected);
  });
});
