import type { DeskFile } from '#shared/desk/centre-api.ts';

const ASKED_EVERY_MILLISECONDS = 2_000;

/** Waits until the centre's files are as is looked for. */
export type FilesPoll = <Seen>(
  look: (files: readonly DeskFile[]) => Seen | undefined,
  /** Asked before each reading. */
  isTooLate: () => boolean,
) => Promise<Seen | undefined>;

/**
 * Reads the files again and again as long as somebody waits for something of them: one reading serves all who wait. Where the
 * connection breaks they only wait longer.
 */
export function filesPoll(
  read: () => Promise<readonly DeskFile[]>,
  pause: (milliseconds: number) => Promise<unknown>,
): FilesPoll {
  let next: Promise<readonly DeskFile[] | undefined> | undefined;
  const readOnce = async () => {
    await pause(ASKED_EVERY_MILLISECONDS);
    next = undefined;
    return read().catch(() => undefined);
  };
  return async (look, isTooLate) => {
    while (!isTooLate()) {
      next ??= readOnce();
      const files = await next;
      const seen = files && look(files);
      if (seen !== undefined) return seen;
    }
    return undefined;
  };
}
