import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protocolsTable } from '#shared/analyses/counts/protocols.ts';
import { type Bounds, unionBounds } from '#shared/analyses/counts/union-bounds.ts';
import { ACQUISITION_SETS } from '#shared/protocol/acquisition-sets.ts';
import { TOTALS } from '#shared/protocol/sequences.ts';
import { SIDES } from '#shared/protocol/sides.ts';
import { countsOf, rowOf } from '#test/analyses/study-columns.ts';
import { matching, recordsOfStudy } from '#test/analyses/study-records.ts';
import type { PatientStory } from '#test/study/centre-rows.ts';
import { cohortFiles, rowsOfCentres } from '#test/study/sample-cohort.ts';

/** On which sequences each lesion of a modality is seen: on one of them at least. */
type Lesion = readonly boolean[];

const seenOn = (lesions: readonly Lesion[], sequence: number) =>
  lesions.filter((lesion) => lesion[sequence] === true).length;
const seenOnAny = (lesions: readonly Lesion[], sequences: readonly number[]) =>
  lesions.filter((lesion) => sequences.some((sequence) => lesion[sequence] === true)).length;

function boundsOf(lesions: readonly Lesion[], members: readonly number[], all: readonly number[]): Bounds {
  const sizes = (sequences: readonly number[]) => sequences.map((sequence) => seenOn(lesions, sequence));
  const rest = all.filter((sequence) => !members.includes(sequence));
  return unionBounds(sizes(members), sizes(rest), lesions.length);
}

/** All lesions that are seen on at least one of so many sequences, then all lists of at most so many of them. */
const patterns = (sequences: number): readonly Lesion[] =>
  Array.from({ length: 2 ** sequences - 1 }, (_, code) =>
    Array.from({ length: sequences }, (__, sequence) => ((code + 1) >> sequence) % 2 === 1),
  );
function lists(of: readonly Lesion[], most: number): readonly (readonly Lesion[])[] {
  if (most === 0) return [[]];
  return [
    [],
    ...of.flatMap((lesion, at) => lists(of.slice(at), most - 1).map((others) => [lesion, ...others])),
  ];
}

describe('the bounds of a union', () => {
  it.each([
    [2, 3],
    [4, 3],
  ])(
    'are the smallest and the largest that any lesions with these counts have: %i sequences, up to %i lesions',
    (sequences, most) => {
      const all = Array.from({ length: sequences }, (_, sequence) => sequence);
      for (const members of Array.from({ length: 2 ** sequences - 1 }, (_, code) =>
        all.filter((one) => ((code + 1) >> one) % 2 === 1),
      )) {
        const found = new Map<string, { readonly bounds: Bounds; least: number; most: number }>();
        for (const lesions of lists(patterns(sequences), most)) {
          const counts = [...all.map((sequence) => seenOn(lesions, sequence)), lesions.length].join(' ');
          const union = seenOnAny(lesions, members);
          const known = found.get(counts) ?? {
            bounds: boundsOf(lesions, members, all),
            least: union,
            most: union,
          };
          known.least = Math.min(known.least, union);
          known.most = Math.max(known.most, union);
          found.set(counts, known);
        }
        for (const { bounds, least, most: largest } of found.values())
          expect(bounds).toEqual({ least, most: largest });
      }
    },
  );

  const lesion = fc
    .tuple(fc.integer({ min: 1, max: 15 }))
    .map(([code]): Lesion => [0, 1, 2, 3].map((sequence) => (code >> sequence) % 2 === 1));

  it('hold what lesions that are known one by one show, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(lesion, { maxLength: 60 }), fc.subarray([0, 1, 2, 3]), (lesions, members) => {
        const { least, most } = boundsOf(lesions, members, [0, 1, 2, 3]);
        const union = seenOnAny(lesions, members);
        expect(least).toBeLessThanOrEqual(union);
        expect(most).toBeGreaterThanOrEqual(union);
        expect(most).toBeLessThanOrEqual(lesions.length);
      }),
    );
  });
});

/** A pair whose lesions are known one by one: on each side and modality, what each is seen on. */
const arbitraryLesions = (sequences: number) =>
  fc.array(
    fc
      .integer({ min: 1, max: 2 ** sequences - 1 })
      .map((code): Lesion => Array.from({ length: sequences }, (_, one) => (code >> one) % 2 === 1)),
    { maxLength: 8 },
  );
const arbitrarySide = fc.record({ mri: arbitraryLesions(4), ct: arbitraryLesions(2) });
const arbitraryPairs = fc.array(fc.record({ right: arbitrarySide, left: arbitrarySide }), {
  minLength: 1,
  maxLength: 6,
});

describe('the table of protocols', () => {
  it('has what lesions that are known one by one show between its bounds, and what a protocol adds', () => {
    fc.assert(
      fc.property(arbitraryPairs, (pairs) => {
        const stories = pairs.map(
          (pair): PatientStory => ({
            pairs: [
              Object.fromEntries(
                SIDES.flatMap((side) =>
                  TOTALS.flatMap(({ name, modality, sequences }) => [
                    [`${name}_${side}`, pair[side][modality].length],
                    ...sequences.map((sequence, at) => [
                      `${sequence}_${side}`,
                      seenOn(pair[side][modality], at),
                    ]),
                  ]),
                ),
              ),
            ],
          }),
        );
        const table = protocolsTable(countsOf(stories));
        for (const { name, modality, members, rest, total } of ACQUISITION_SETS) {
          const [own] = TOTALS.filter((candidate) => candidate.name === total);
          const positions = (names: typeof members) => names.map((one) => own?.sequences.indexOf(one) ?? -1);
          for (const side of ['whole', ...SIDES] as const) {
            const sides = side === 'whole' ? SIDES : [side];
            const lesions = pairs.flatMap((pair) => sides.flatMap((one) => pair[one][modality]));
            const row = rowOf(table, { side, protocol: name });
            const union = seenOnAny(lesions, positions(members));
            expect(row.figure('lesions')).toBe(lesions.length);
            expect(row.figure('at_least')).toBeLessThanOrEqual(union);
            expect(row.figure('at_most')).toBeGreaterThanOrEqual(union);
            if (members.length === 1) expect(row.figure('at_least')).toBe(row.figure('at_most'));
            if (rest.length === 0) continue;
            const added = lesions.length - seenOnAny(lesions, positions(rest));
            expect(row.figure('adds_at_least')).toBeLessThanOrEqual(added);
            expect(row.figure('adds_at_most')).toBeGreaterThanOrEqual(added);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['t2fs_diffusion', 861, 864],
    ['t2fs_arterial_portal', 638, 803],
    ['arterial_portal', 490, 626],
    ['full_mri', 864, 864],
    ['full_ct', 314, 314],
  ])('says of %s in the thesis’s cohort: %i to %i', (protocol, least, most) => {
    const [row] = matching(recordsOfStudy(rowsOfCentres(cohortFiles('thesis')), 'protocols'), {
      side: 'whole',
      protocol,
    });
    expect([row?.figure('at_least'), row?.figure('at_most')]).toEqual([least, most]);
  });

  it('says that the portal phase adds 1 of 314 to the CT’s arterial one in the thesis’s cohort', () => {
    const [row] = matching(recordsOfStudy(rowsOfCentres(cohortFiles('thesis')), 'protocols'), {
      side: 'whole',
      protocol: 'ct_portal',
    });
    expect(['adds_at_least', 'adds_at_most', 'lesions'].map((name) => row?.figure(name))).toEqual([
      1, 1, 314,
    ]);
  });
});
