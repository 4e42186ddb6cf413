import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, calendarDay, daysBetween } from '#shared/calendar.ts';
import { bothLanguages } from '#shared/language.ts';

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a calendar day', () => {
  it.each([
    [2020, 2, 29, '2020-02-29'],
    [2016, 1, 1, '2016-01-01'],
    [99, 12, 31, '0099-12-31'],
  ])('%i-%i-%i is written %s', (year, month, dayOfMonth, written) => {
    expect(calendarDay(year, month, dayOfMonth)).toBe(written);
  });

  it.each([
    [2021, 2, 29],
    [1900, 2, 29],
    [2021, 4, 31],
    [2021, 13, 1],
    [2021, 0, 1],
    [2021, 1, 0],
    [2021.5, 1, 1],
    [Number.NaN, 1, 1],
  ])('%d-%d-%d does not exist', (year, month, dayOfMonth) => {
    expect(calendarDay(year, month, dayOfMonth)).toBeUndefined();
  });
});

describe('days between two days', () => {
  it('are counted across the clock’s changes and leap days, with a sign', () => {
    expect(daysBetween('2020-02-28', '2020-03-01')).toBe(2);
    expect(daysBetween('2021-03-27', '2021-03-29')).toBe(2);
    expect(daysBetween('2021-01-01', '2020-12-31')).toBe(-1);
  });
});

describe('adding months', () => {
  it.each([
    ['2020-11-30', 3, '2021-02-28'],
    ['2019-11-30', 3, '2020-02-29'],
    ['2019-11-29', 3, '2020-02-29'],
    ['2021-01-31', 3, '2021-04-30'],
    ['2021-10-31', 3, '2022-01-31'],
    ['2021-05-15', 3, '2021-08-15'],
    ['2021-03-31', -1, '2021-02-28'],
    ['2021-03-31', 0, '2021-03-31'],
  ])('%s + %i is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  it('keeps the order of days, and never leaves the month that it leads to', () => {
    fc.assert(
      fc.property(day, day, fc.integer({ min: 0, max: 36 }), (a, b, months) => {
        const [first = '', second = ''] = [a, b].toSorted();
        expect(addMonths(first, months) <= addMonths(second, months)).toBe(true);
        const month = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(month(addMonths(a, months)) - month(a)).toBe(months);
      }),
    );
  });
});

describe('addDays', () => {
  it('leads to the day that lies so many days away', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -800, max: 800 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });
});

describe('a text in both languages', () => {
  it('is said once where French and English agree', () => {
    expect(bothLanguages({ fr: 'patients', en: 'patients' })).toBe('patients');
    expect(bothLanguages({ fr: 'côté', en: 'side' })).toBe('côté / side');
  });
});

describe('the calendar in whole numbers', () => {
  const asDate = (text: string) => Date.parse(`${text}T00:00:00Z`);
  const DAY = 86_400_000;

  it('is that of the clock', () => {
    fc.assert(
      fc.property(day, day, fc.integer({ min: -5000, max: 5000 }), (from, to, days) => {
        expect(daysBetween(from, to)).toBe((asDate(to) - asDate(from)) / DAY);
        expect(addDays(from, days)).toBe(new Date(asDate(from) + days * DAY).toISOString().slice(0, 10));
      }),
    );
  });

  it('has each day of two hundred years once, one after the other', () => {
    let day = '1899-12-31';
    for (let at = asDate('1900-01-01'); at <= asDate('2100-12-31'); at += DAY) {
      const expected = new Date(at).toISOString().slice(0, 10);
      const [year, month, date] = expected.split('-').map(Number);
      const found = [
        calendarDay(year ?? 0, month ?? 0, date ?? 0),
        addDays(day, 1),
        daysBetween(day, expected),
      ];
      if (found.join() !== `${expected},${expected},1`) expect(found).toEqual([expected, expected, 1]);
      day = expected;
    }
    expect(day).toBe('2100-12-31');
  });
});
