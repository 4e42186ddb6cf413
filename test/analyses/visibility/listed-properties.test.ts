import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibilityTables } from '#shared/analyses/visibility/tables.ts';
import { recordsOf, type TableRecord } from '#shared/presentation/read-table.ts';
import type { ComputedTable } from '#shared/publication/result-table.ts';
import { type IncludedPatient, includedPatients } from '#shared/study/eligibility.ts';
import type { Reading } from '#shared/study/study.ts';
import { matching } from '#test/analyses/study-records.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { listingPatients } from './arbitrary-lists.ts';
import { type ListingPatient, listingStudy } from './listed-study.ts';

const settings = { ...SETTINGS, fewestPatientsShown: 1 };
const included = (patients: readonly ListingPatient[]) => includedPatients(listingStudy(patients), settings);
const tablesOf = (patients: readonly ListingPatient[]) => visibilityTables(included(patients), settings);
const totalOf = (records: readonly TableRecord[], column: string) =>
  records.reduce((sum, record) => sum + (record.figure(column) ?? 0), 0);

/** Every cell of some tables; a figure to ten digits, for sums in another order end in others. */
const rounded = (tables: readonly ComputedTable[]) =>
  tables.map(({ rows }) =>
    rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell.toPrecision(10) : cell))),
  );

const holds = (
  check: (patients: readonly ListingPatient[], tables: readonly ComputedTable[]) => void,
  numRuns = 40,
) =>
  fc.assert(
    fc.property(listingPatients, (patients) => {
      const tables = tablesOf(patients);
      // A study that lists nothing has no such table.
      if (tables.length > 0) check(patients, tables);
    }),
    { numRuns },
  );

const readingsOf = (
  patients: readonly IncludedPatient[],
  change: (reading: Reading) => Reading,
): readonly IncludedPatient[] =>
  patients.map((patient) => ({ ...patient, readings: patient.readings.map(change) }));

describe('the tables of listed lesions, whatever is listed', () => {
  it('have exact numbers within the bounds that the counts give', () => {
    let open = 0;
    holds((_, tables) => {
      for (const row of recordsOf(tables, 'listed-protocols')) {
        const [least, seen, most] = ['at_least', 'seen', 'at_most'].map((column) => row.figure(column) ?? -1);
        expect(least).toBeLessThanOrEqual(seen ?? -1);
        expect(most).toBeGreaterThanOrEqual(seen ?? -1);
        if (least !== most) open += 1;
      }
    });
    expect(open).toBeGreaterThan(20);
  });

  it('have patterns that add up to the counts of any two sequences, where all six can be judged', () => {
    holds((patients) => {
      const assessed = patients.map(({ listed = [], ...patient }) => ({
        ...patient,
        listed: listed.map((story) => ({ ...story, seen: story.seen?.replaceAll('-', 'N') ?? 'YYYYYY' })),
      }));
      const rows = recordsOf(tablesOf(assessed), 'visibility');
      const allPatterns = Map.groupBy(matching(rows, { what: 'pattern' }), (row) => row.text('group'));
      for (const row of rows.filter((one) => !['pattern', 'seen'].includes(one.text('what')))) {
        const [first, second] = [row.text('first'), row.text('second')];
        if (first.startsWith('full')) continue;
        const patterns = allPatterns.get(row.text('group')) ?? [];
        const with_ = (sequence: string, shown: boolean) => (pattern: TableRecord) =>
          pattern.text('seen_on').split(' ').includes(sequence) === shown;
        const what = row.text('what');
        const those = patterns
          .filter(with_(first, what === 'both' || what === 'only_first'))
          .filter(with_(second, what === 'both' || what === 'only_second'));
        expect(row.figure('lesions')).toBe(totalOf(those, 'lesions'));
        expect(row.figure('assessable')).toBe(totalOf(patterns, 'lesions'));
      }
    }, 15);
  });

  it('have of each sequence what it shows together with another and alone, where all six can be judged', () => {
    holds((patients) => {
      const assessed = patients.map(({ listed = [], ...patient }) => ({
        ...patient,
        listed: listed.map((story) => ({ ...story, seen: story.seen?.replaceAll('-', 'N') ?? 'YYYYYY' })),
      }));
      const rows = recordsOf(tablesOf(assessed), 'visibility');
      for (const row of matching(rows, { what: 'seen' })) {
        const [group, first] = [row.text('group'), row.text('first')];
        const beside = (as: 'first' | 'second', what: string) => matching(rows, { group, [as]: first, what });
        const ways = [
          [beside('first', 'both'), beside('first', 'only_first')],
          [beside('second', 'both'), beside('second', 'only_second')],
        ].flatMap(([both = [], alone = []]) => both.map((one, position) => [one, alone[position]]));
        expect(ways.length).toBe(first.startsWith('full') ? 1 : 5);
        for (const way of ways) {
          expect(
            totalOf(
              way.flatMap((one) => one ?? []),
              'lesions',
            ),
          ).toBe(row.figure('lesions'));
          expect(way[0]?.figure('assessable')).toBe(row.figure('assessable'));
        }
      }
    }, 15);
  });

  it('have sides, segments and sizes that each add up to the whole', () => {
    holds((_, tables) => {
      const rows = recordsOf(tables, 'visibility');
      const whole = matching(rows, { group: 'whole' });
      for (const row of whole) {
        const alike = rows.filter((one) =>
          ['what', 'seen_on', 'first', 'second'].every((column) => one.text(column) === row.text(column)),
        );
        const by = (group: RegExp) => alike.filter((one) => group.test(one.text('group')));
        for (const division of [
          /^(right|left)$/,
          /^segment/,
          /^(under_5|5_9|10_19|20_or_more|size_not_known)$/,
        ]) {
          expect(totalOf(by(division), 'lesions')).toBe(row.figure('lesions'));
        }
      }
    }, 15);
  });

  it('say of each group as many judged as seen in one of the ways, and of all the others that they are not', () => {
    holds((patients, tables) => {
      const rows = recordsOf(tables, 'visibility').filter((row) => row.text('what') !== 'seen');
      const those = Map.groupBy(rows, (row) =>
        ['group', 'first', 'second'].map((column) => row.text(column)).join(' '),
      );
      const metastases = patients.flatMap(({ listed = [] }) =>
        listed.filter(({ nature }) => nature === 'metastasis'),
      ).length;
      for (const [key, alike] of those) {
        const [one] = alike;
        expect(one?.figure('assessable') === null).toBe(false);
        expect(totalOf(alike, 'lesions')).toBe(one?.figure('assessable'));
        if (key.startsWith('whole'))
          expect((one?.figure('assessable') ?? 0) + (one?.figure('not_assessable') ?? 0)).toBe(metastases);
      }
    });
  });

  it('do not depend on the order of rows or patients, nor on other readers', () => {
    holds((patients, tables) => {
      const given = rounded(tables);
      const turned = readingsOf([...included(patients)].reverse(), (reading) => ({
        ...reading,
        listed: reading.listed.toReversed(),
      }));
      expect(rounded(visibilityTables(turned, settings))).toEqual(given);
      const readTwice = patients.map(({ pairs = [], listed = [], ...patient }) => ({
        ...patient,
        pairs: [...pairs, { pair: 1, reader: 2 }],
        listed: [...listed, { lesion: 99, pair: 1, reader: 2, seen: 'NNNNNY' }],
      }));
      expect(rounded(tablesOf(readTwice))).toEqual(given);
    }, 15);
  });

  it('find no other difference where a lesion is added that every sequence shows', () => {
    holds((patients, tables) => {
      const [first, ...others] = patients;
      const more = [
        {
          ...first,
          listed: [...(first?.listed ?? []), { lesion: 99, segment: 'I', size_class: 'under_5' } as const],
        },
        ...others,
      ];
      const [before, after] = [tables, tablesOf(more)].map((all) => recordsOf(all, 'lesion-tests'));
      const whole = matching(after ?? [], { group: 'whole' });
      for (const [position, row] of matching(before ?? [], { group: 'whole' }).entries()) {
        const [was, is] = [row, whole[position]].map((one) =>
          ['only_first', 'only_second', 'neither'].map((column) => one?.figure(column)),
        );
        expect(is).toEqual(was);
        expect(whole[position]?.figure('both')).toBe((row.figure('both') ?? 0) + 1);
      }
    });
  });

  it('say the same of two sequences the other way round', () => {
    const swapped = (seen = 'YYYYYY') => `${seen[1]}${seen[0]}${seen.slice(2)}`;
    holds((patients, tables) => {
      const turned = patients.map(({ listed = [], ...patient }) => ({
        ...patient,
        listed: listed.map((story) => ({ ...story, seen: swapped(story.seen) })),
      }));
      const of = (all: readonly ComputedTable[]) =>
        matching(recordsOf(all, 'lesion-tests'), { first: 'mri_t2fs', second: 'mri_diffusion' });
      const others = of(tablesOf(turned));
      for (const [position, row] of of(tables).entries()) {
        const other = others[position];
        expect(other?.figure('only_first')).toBe(row.figure('only_second'));
        expect(other?.figure('yang_p')).toBe(row.figure('yang_p'));
        const difference = row.figure('difference');
        expect(other?.figure('difference')).toBe(difference === null ? null : 0 - difference);
      }
    });
  });
});
