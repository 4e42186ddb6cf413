import type { Asked } from '#functions/desk/route.ts';
import type { Session } from '#shared/desk/api.ts';
import { MOST_FILES } from '#shared/storage/centre-head.ts';
import { LARGEST_FILE_BYTES, MOST_ROWS } from '#shared/validation/limits.ts';
import { LONGEST_NAME } from '#shared/validation/upload-place.ts';

/** Who the link is for, and what the page must know of the study. */
export async function session({ invitation, settings, now }: Asked): Promise<Session> {
  const { role, centre, name, expires } = invitation;
  return {
    ...{ role, centre, name, expires },
    now: now().toISOString(),
    settings: settings.study,
    rules: settings.rules,
    limits: {
      largestFileBytes: LARGEST_FILE_BYTES,
      mostRows: MOST_ROWS,
      mostFiles: MOST_FILES,
      longestName: LONGEST_NAME,
    },
  };
}
