import * as z from 'zod';
import type { Report } from '#shared/reports/report.ts';

/** What a centre was told last of one of its files. */
export const toldVerdictSchema = z
  .object({
    /** Null where it was never told anything. */
    verdict: z.enum(['accepted', 'refused', 'withdrawn']).nullable(),
    versionId: z.string().nullable(),
    /** Of that version's bytes; none where it was not read. */
    sha256: z.string(),
  })
  .readonly();
export type ToldVerdict = z.infer<typeof toldVerdictSchema>;

/** What a report tells; nothing where there is none. */
export const verdictTold = (report: Report | undefined): ToldVerdict => ({
  verdict: report?.verdict ?? null,
  versionId: report?.versionId ?? null,
  sha256: report?.sha256 ?? '',
});

/**
 * Whether a report says what was told: the same verdict, on the same version or on another of the same bytes. So neither
 * an event that is repeated, nor a file that is sent again as it was, nor an examination by other rules that comes to the
 * same verdict is told.
 */
export function isTold(told: ToldVerdict, report: Report): boolean {
  const { verdict, versionId, sha256 } = verdictTold(report);
  const isSameFile = told.versionId === versionId || (sha256 !== '' && told.sha256 === sha256);
  return told.verdict === verdict && isSameFile;
}
