import { circumstancesAt } from '#shared/validation/circumstances.ts';
import type { ExaminationSettings } from '#shared/validation/examination-settings.ts';
import { examineFile } from '#shared/validation/examine-file.ts';
import { NO_OTHER_ROWS } from '#shared/validation/identity-rules.ts';
import { type MendedCell, withCells } from './cells-of-file.ts';

/** A file with some of its cells rewritten; as it is where it is no text that has lines. */
export function mendedFile(
  bytes: Uint8Array<ArrayBuffer>,
  cells: readonly MendedCell[],
  settings: ExaminationSettings,
  now: string,
): Uint8Array<ArrayBuffer> {
  const { text, table } = examineFile(bytes, NO_OTHER_ROWS, settings, circumstancesAt(now));
  return text === undefined ? bytes : withCells({ text, table }, cells);
}
