import { DIAMETER_COLUMNS } from '#shared/tables/lesions.ts';
import type { RowKey } from '#shared/tables/tables.ts';
import type { RowBefore } from './circumstances.ts';
import type { FileRows } from './file-rows.ts';
import { type OtherRows, withoutLastPart } from './identity-rules.ts';
import { leftAlone } from './left-alone.ts';
import { onLine, type Problem } from './problem.ts';
import { diametersRounded, rowsLeftAlone } from './warnings.ts';

/** What a version loses that the one before had: accepted, for it may be meant, but never without a word. */
export const lossesOfReplacement = (
  rows: FileRows,
  replaced: readonly RowBefore[],
  others: OtherRows,
  headerLine: number,
): readonly Problem[] =>
  replaced.length === 0
    ? []
    : [...leftBehind(rows, replaced, others, headerLine), ...rounded(rows, replaced, headerLine)];

/** The centre's pairs whose patient was in the version before and is nowhere now, or its lesions whose pair was. */
function leftBehind(
  rows: FileRows,
  replaced: readonly RowBefore[],
  others: OtherRows,
  headerLine: number,
): readonly Problem[] {
  const here = new Set(rows.all.map(({ key }) => `${rows.table} ${key}`));
  const lost = (table: 'patients' | 'pairs'): ReadonlySet<RowKey> =>
    new Set(
      replaced.flatMap(({ content, key }) =>
        content.table === table && !here.has(`${table} ${key}`) && !others[table].has(key) ? [key] : [],
      ),
    );
  const [patients, pairs] = [lost('patients'), lost('pairs')];
  const patientOf = (pair: RowKey) => withoutLastPart(withoutLastPart(pair));
  const alone = {
    pairs: [...others.pairs.keys()].filter((key) => patients.has(patientOf(key))).length,
    lesions: [...others.lesions.keys()].filter((key) => pairs.has(withoutLastPart(key))).length,
    visibility: [...others.visibility.keys()].filter((key) => pairs.has(withoutLastPart(key))).length,
  };
  return (['pairs', 'lesions', 'visibility'] as const).flatMap((table) =>
    alone[table] === 0
      ? []
      : [rowsLeftAlone(onLine(headerLine), alone[table], table).under(leftAlone(alone[table], table))],
  );
}

/** Lesions that had decimals before, in a file that has none any more. */
function rounded(rows: FileRows, replaced: readonly RowBefore[], headerLine: number): readonly Problem[] {
  const before = new Map(replaced.map((row) => [row.key, row]));
  let first: { readonly millimetres: number; readonly line: number } | undefined;
  for (const { content, key } of rows.all) {
    if (content.table !== 'lesions') return [];
    const known = before.get(key);
    for (const { name } of DIAMETER_COLUMNS) {
      const millimetres = content.row[name];
      if (millimetres === null) continue;
      if (!Number.isInteger(millimetres)) return [];
      const measured = known?.content.table === 'lesions' ? known.content.row[name] : null;
      if (known !== undefined && measured !== null && Math.abs(measured - millimetres) <= 0.5) {
        if (!Number.isInteger(measured)) first ??= { millimetres: measured, line: known.line };
      }
    }
  }
  return first === undefined ? [] : [diametersRounded(onLine(headerLine), first.millimetres, first.line)];
}
