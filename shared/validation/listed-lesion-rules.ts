import { SIDE_TITLES } from '#shared/protocol/sides.ts';
import { SEGMENT_TITLES } from '#shared/tables/segment.ts';
import { SIZE_CLASSES } from '#shared/tables/size-class.ts';
import type { FileRow } from './file-row.ts';
import type { FileRows } from './file-rows.ts';
import type { Conflict, OtherRows } from './identity-rules.ts';
import {
  type Contradiction,
  contradictions,
  isOfLesion,
  lesionMeant,
  type RowOfLesion,
} from './lesion-contradictions.ts';
import { largestMeasured } from './lesion-rules.ts';
import type { Problem } from './problem.ts';
import { lesionElsewhere, sizeUnlikeMeasured } from './visibility-problems.ts';

/** A row of a lesion, and where it stands. */
interface KnownLesion {
  readonly content: RowOfLesion;
  readonly line: number;
  readonly file: string | undefined;
}

/** Rows of the file in which a listed lesion is on another side, or in another segment, than in a row above. */
export function* listedChangingPlace(rows: FileRows): Generator<Problem> {
  if (rows.table !== 'visibility') return;
  const known = new Map<string, KnownLesion[]>();
  for (const row of rows.all) {
    const { content, line, at } = row;
    if (content.table !== 'visibility') continue;
    const lesion = lesionMeant(content);
    const before = known.get(lesion) ?? [];
    const problems = problemsOf({ content, at }, before).map(({ problem }) => problem);
    // One that is said otherwise says nothing against the rows below it.
    if (problems.length === 0) known.set(lesion, [...before, { content, line, file: undefined }]);
    yield* problems;
  }
}

/** Lesions of which an older file of the centre says otherwise where they are, or how large on the same pair. */
export function lesionsSaidOtherwise(rows: FileRows, others: OtherRows): readonly Conflict[] {
  if (rows.table !== 'lesions' && rows.table !== 'visibility') return [];
  const known = knownElsewhere(rows.all, others, (older) => older);
  if (known.size === 0) return [];
  return rows.all.flatMap(({ content, at }) => {
    if (!isOfLesion(content)) return [];
    return problemsOf({ content, at }, known.get(lesionMeant(content)) ?? []);
  });
}

/** The younger files of the centre that say otherwise where one of these lesions is, or how large. */
export function filesSayingOtherwise(rows: Iterable<FileRow>, others: OtherRows): ReadonlySet<string> {
  const known = knownElsewhere(rows, others, (older) => !older);
  const files = new Set<string>();
  for (const { content } of rows) {
    if (!isOfLesion(content)) continue;
    for (const other of known.get(lesionMeant(content)) ?? []) {
      if (other.file !== undefined && contradictions(content, other.content).length > 0)
        files.add(other.file);
    }
  }
  return files;
}

/** What other files say of the lesions of these rows, by the lesion. Nothing, as long as nobody lists any. */
function knownElsewhere(
  rows: Iterable<FileRow>,
  others: OtherRows,
  takes: (older: boolean) => boolean,
): ReadonlyMap<string, readonly KnownLesion[]> {
  const known = new Map<string, KnownLesion[]>();
  const [first] = rows;
  const isListed = first?.content.table === 'visibility';
  if (!isListed && others.visibility.size === 0) return known;
  for (const { content } of rows) if (isOfLesion(content)) known.set(lesionMeant(content), []);
  for (const table of ['lesions', 'visibility'] as const) {
    for (const { content, line, file, older } of others[table].values()) {
      if (content === undefined || !isOfLesion(content) || !takes(older)) continue;
      known.get(lesionMeant(content))?.push({ content, line, file });
    }
  }
  return known;
}

type LesionAtHand = Pick<FileRow, 'at'> & { readonly content: RowOfLesion };

/** One problem for each thing that is said otherwise: by the first file, at the first of its lines. */
function problemsOf(row: LesionAtHand, known: readonly KnownLesion[]): readonly Conflict[] {
  const first = new Map<Contradiction['of'], { readonly found: Contradiction; readonly by: KnownLesion }>();
  for (const by of known) {
    for (const found of contradictions(row.content, by.content)) {
      const before = first.get(found.of)?.by;
      if (before === undefined || (before.file === by.file && by.line < before.line)) {
        first.set(found.of, { found, by });
      }
    }
  }
  return [...first.values()].map(({ found, by }) => ({
    problem: problemOf(found, row, by),
    files: by.file === undefined ? [] : [by.file],
  }));
}

function problemOf(
  found: Contradiction,
  { content, at }: LesionAtHand,
  { line, file }: KnownLesion,
): Problem {
  if (found.of !== 'size') {
    const said = found.of === 'side' ? SIDE_TITLES[found.said] : SEGMENT_TITLES[found.said];
    return lesionElsewhere(at(found.of), said, line, file);
  }
  const column = content.table === 'visibility' ? 'size_class' : largestMeasured(content.row)?.name;
  const size = SIZE_CLASSES[found.size];
  return sizeUnlikeMeasured(at(column ?? 'lesion'), found.millimetres, size, line, file ?? '');
}
