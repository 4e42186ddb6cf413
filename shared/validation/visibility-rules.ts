import { MODALITIES, SEQUENCES } from '#shared/protocol/sequences.ts';
import type { Side } from '#shared/protocol/sides.ts';
import type { Segment } from '#shared/tables/segment.ts';
import { confidenceColumn, seenColumn, type VisibilityRow } from '#shared/tables/visibility.ts';
import type { Place, Problem } from './problem.ts';
import { confidenceNotAssessable, seenNowhere, segmentOfOtherSide } from './visibility-problems.ts';

type At = (column: string) => Place;

/**
 * The rules of one row of `visibility`. What no sequence shows and nothing else establishes is no lesion; how sure a reader
 * is of what he could not look at says nothing. A metastasis without a reference is allowed: most are known by their look.
 */
export const visibilityProblems = (row: VisibilityRow, at: At): readonly Problem[] => [
  ...(row.reference === 'none' && SEQUENCES.every(({ name }) => row[seenColumn(name)] !== true)
    ? [seenNowhere(at('reference'))]
    : []),
  ...MODALITIES.filter(
    (modality) =>
      row[confidenceColumn(modality)] !== null &&
      SEQUENCES.every(
        (sequence) => sequence.modality !== modality || row[seenColumn(sequence.name)] === null,
      ),
  ).map((modality) => confidenceNotAssessable(at(confidenceColumn(modality)))),
];

/** Where the segments lie by Couinaud; the first is on either side, and whether the fourth is right or left is disputed. */
const SEGMENTS_OF: Readonly<Partial<Record<Segment, Side>>> = {
  II: 'left',
  III: 'left',
  V: 'right',
  VI: 'right',
  VII: 'right',
  VIII: 'right',
};

/** Whether a lesion is in a segment of the other side. */
export const isOfOtherSide = ({ segment, side }: VisibilityRow): boolean =>
  segment !== null && (SEGMENTS_OF[segment] ?? side) !== side;

/** What is doubtful in a row of `visibility`. */
export const visibilityWarnings = (row: VisibilityRow, at: At): readonly Problem[] =>
  isOfOtherSide(row) ? [segmentOfOtherSide(at('segment'))] : [];
