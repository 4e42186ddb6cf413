import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replacementOf, type SearchedVersion } from '#shared/erasure/replacement.ts';

const version = (versionId: string, outcome: SearchedVersion['outcome']): SearchedVersion => ({
  versionId,
  outcome,
});
const [holds, clean] = ['others left', 'not there'] as const;

describe('what is put in the place of the versions that hold a patient', () => {
  it.each<[string, readonly SearchedVersion[], string | undefined, boolean, readonly string[]]>([
    ['nothing where the file is gone', [], undefined, false, []],
    [
      'nothing where only superseded versions hold him',
      [version('2', clean), version('1', holds)],
      '2',
      false,
      [],
    ],
    ['the one in force', [version('2', holds), version('1', clean)], '2', false, ['2']],
    ['a refused newest version alone', [version('2', holds), version('1', clean)], '1', false, ['2']],
    ['both, the one in force first', [version('2', holds), version('1', holds)], '1', false, ['1', '2']],
    [
      'both, though the refused one is as it was',
      [version('2', clean), version('1', holds)],
      '1',
      false,
      ['1', '2'],
    ],
    [
      'no refused one between the two',
      [version('3', clean), version('2', holds), version('1', holds)],
      '1',
      false,
      ['1', '3'],
    ],
    [
      'a refused one that is no text goes',
      [version('2', 'not by lines'), version('1', clean)],
      '1',
      false,
      [],
    ],
    [
      'so that the one in force is the newest',
      [version('2', 'not by lines'), version('1', holds)],
      '1',
      false,
      ['1'],
    ],
    [
      'a deletion where nothing of the one in force is left',
      [version('2', 'nothing left'), version('1', clean)],
      '2',
      true,
      [],
    ],
    ['then the refused one again', [version('2', clean), version('1', 'nothing left')], '1', true, ['2']],
    [
      'nothing for a refused one of which nothing is left',
      [version('1', 'nothing left')],
      undefined,
      false,
      [],
    ],
  ])('%s', (_, live, inForce, deletion, puts) => {
    expect(replacementOf(live, inForce)).toEqual({ deletion, puts });
  });

  it('whatever there is, no version that counts is lost, and none comes back', () => {
    const outcomes = fc.constantFrom<SearchedVersion['outcome']>(
      ...(['not there', 'others left', 'nothing left', 'not by lines'] as const),
    );
    const history = fc.array(outcomes, { minLength: 1, maxLength: 5 }).chain((found) =>
      fc.record({
        live: fc.constant(found.map((outcome, at) => version(String(found.length - at), outcome))),
        // What was accepted is text, and has no stray quote.
        inForce: fc.constantFrom(
          undefined,
          ...found.flatMap((outcome, at) => (outcome === 'not by lines' ? [] : [String(found.length - at)])),
        ),
      }),
    );
    fc.assert(
      fc.property(history, ({ live, inForce }) => {
        const { deletion, puts } = replacementOf(live, inForce);
        const left = live.filter(({ outcome }) => outcome === 'not there').map(({ versionId }) => versionId);
        // The newest first, as the bucket has them afterwards.
        const after = [...puts.toReversed(), ...(deletion ? [] : left)];
        const counting = live.find(({ versionId }) => versionId === inForce);
        const survives = counting?.outcome === 'not there' || counting?.outcome === 'others left';
        if (counting !== undefined) expect(after.includes(counting.versionId)).toBe(survives);
        const [newest] = live;
        if (newest?.outcome === 'not there' || newest?.outcome === 'others left')
          expect(after[0]).toBe(newest.versionId);
        // Nothing that the one in force had replaced stands above it, or counts where it is gone.
        const older = live
          .slice(live.findIndex(({ versionId }) => versionId === inForce) + 1)
          .map(({ versionId }) => versionId);
        if (counting !== undefined && survives) {
          const above = after.slice(0, after.indexOf(counting.versionId));
          expect(above.filter((versionId) => older.includes(versionId))).toEqual([]);
        }
        if (counting !== undefined && !survives)
          expect(after.filter((one) => older.includes(one))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});
