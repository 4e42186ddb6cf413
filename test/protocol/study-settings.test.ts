import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BoardPeriod, isOutside, periodName } from '#shared/protocol/board-period.ts';
import { studySettingsSchema } from '#shared/protocol/study-settings.ts';
import { arbitrarySettings } from '#test/study/arbitrary-settings.ts';
import { SETTINGS } from '#test/study/settings.ts';

describe('the settings', () => {
  it('reach a function as the stack writes them, in one order', () => {
    fc.assert(
      fc.property(arbitrarySettings, (settings) => {
        const written = JSON.stringify(settings);
        expect(JSON.stringify(studySettingsSchema.parse(JSON.parse(written)))).toBe(written);
      }),
    );
  });

  it('are in one order however they are written, so that a result has one name', () => {
    const turned = Object.fromEntries(
      Object.entries({ ...SETTINGS, boardPeriod: { to: '2021-12-31', from: '2016-01-01' } }).toReversed(),
    );
    expect(JSON.stringify(studySettingsSchema.parse(turned))).toBe(JSON.stringify(SETTINGS));
  });
});

describe('a board period', () => {
  const THESIS = SETTINGS.boardPeriod;

  it.each<readonly [string, BoardPeriod, fr: string, en: string]>([
    ['of whole years', THESIS, '2016–2021', '2016–2021'],
    ['of one year', { from: '2024-01-01', to: '2024-12-31' }, '2024', '2024'],
    ['that goes on', { from: '2016-01-01', to: null }, 'depuis 2016', 'since 2016'],
    ['that goes on from a day', { from: '2016-03-01', to: null }, 'depuis le 2016-03-01', 'since 2016-03-01'],
    [
      'that begins in a year',
      { from: '2016-03-01', to: '2021-12-31' },
      'du 2016-03-01 au 2021-12-31',
      '2016-03-01 to 2021-12-31',
    ],
    [
      'that ends in a year',
      { from: '2016-01-01', to: '2021-12-30' },
      'du 2016-01-01 au 2021-12-30',
      '2016-01-01 to 2021-12-30',
    ],
  ])('%s has a name that is true', (_, period, fr, en) => {
    expect(periodName(period)).toEqual({ fr, en });
  });

  it('holds its first and its last day, and goes on where it has no last one', () => {
    const days = ['2015-12-31', '2016-01-01', '2021-12-31', '2022-01-01', '2100-12-31'];
    const outside = (period: BoardPeriod) => days.filter((day) => isOutside(period, day));
    expect(outside(THESIS)).toEqual(['2015-12-31', '2022-01-01', '2100-12-31']);
    expect(outside({ ...THESIS, to: null })).toEqual(['2015-12-31']);
  });
});
