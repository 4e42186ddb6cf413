import type { Side } from '#shared/protocol/sides.ts';
import { largestDiameter } from '#shared/tables/lesion-size.ts';
import type { LesionRow } from '#shared/tables/lesions.ts';
import type { Segment } from '#shared/tables/segment.ts';
import { type SizeClass, sizeClassOf } from '#shared/tables/size-class.ts';
import type { TableRow } from '#shared/tables/tables.ts';
import type { VisibilityRow } from '#shared/tables/visibility.ts';

/** A row that says something of a lesion. */
export type RowOfLesion = Extract<TableRow, { readonly table: 'lesions' | 'visibility' }>;

export const isOfLesion = (content: TableRow): content is RowOfLesion =>
  content.table === 'lesions' || content.table === 'visibility';

/** The lesion that a row speaks of, as its reader numbers it: equal in every pair and in both tables. */
export const lesionMeant = ({ row }: RowOfLesion): string => `${row.patient_id}#${row.reader}#${row.lesion}`;

/** In what two rows of one lesion cannot both be right: what the other one says, or what is measured beside what is listed. */
export type Contradiction =
  | { readonly of: 'side'; readonly said: Side }
  | { readonly of: 'segment'; readonly said: Segment }
  | { readonly of: 'size'; readonly millimetres: number; readonly size: SizeClass };

/**
 * What two rows of the same lesion say against each other, where at least one of them lists it: another side or segment,
 * in whichever pairs, or a size class that is not that of its largest diameter on the same pair. Two measured rows on
 * different sides are only doubted, as they were before lesions could be listed.
 */
export function contradictions(one: RowOfLesion, other: RowOfLesion): readonly Contradiction[] {
  if (one.table === 'lesions' && other.table === 'lesions') return [];
  const { side } = other.row;
  return [
    ...(one.row.side === side ? [] : [{ of: 'side', said: side } as const]),
    ...(one.table === 'visibility' && other.table === 'visibility' ? segments(one.row, other.row) : []),
    ...(one.table === 'visibility' && other.table === 'lesions' ? sizes(one.row, other.row) : []),
    ...(one.table === 'lesions' && other.table === 'visibility' ? sizes(other.row, one.row) : []),
  ];
}

const segments = (one: VisibilityRow, { segment }: VisibilityRow): readonly Contradiction[] =>
  one.segment === null || segment === null || one.segment === segment
    ? []
    : [{ of: 'segment', said: segment }];

function sizes(listed: VisibilityRow, measured: LesionRow): readonly Contradiction[] {
  const [millimetres, size] = [largestDiameter(measured), listed.size_class];
  if (listed.pair !== measured.pair || size === null || millimetres === null) return [];
  return sizeClassOf(millimetres) === size ? [] : [{ of: 'size', millimetres, size }];
}
