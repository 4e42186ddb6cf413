import type { PublishMail } from '#functions/mail/publish-mail.ts';
import { type TellPorts, tell } from '#functions/mail/tell.ts';
import type { RecallTold } from '#functions/mail/told-notes.ts';
import { parseJson } from '#shared/json.ts';
import { isTold, toldVerdictSchema, verdictTold } from '#shared/mail/told-verdict.ts';
import type { Report } from '#shared/reports/report.ts';
import type { Upload } from '#shared/validation/upload-place.ts';

export interface TellVerdictPorts extends Omit<TellPorts, 'now'> {
  readonly now: () => string;
  readonly centres: readonly string[];
  /** The address of the desk. */
  readonly desk: string;
  readonly recallTold: RecallTold;
  readonly mailTo: (centre: string) => PublishMail;
}

/**
 * What the centre of a file was told of it last, as it is noted; undefined where the file is of no centre, so that nobody is
 * told. Asked before a new report is written: where nobody remembers, the report that stands there was told, by an earlier
 * release or before the table was lost. A new one is told even if this run dies right after writing it.
 */
export async function lastTold(
  { centres, recallTold }: TellVerdictPorts,
  { key, centre }: Upload,
  reportBefore: Report | undefined,
): Promise<string | undefined> {
  return centres.includes(centre) ? recallTold(key, JSON.stringify(verdictTold(reportBefore))) : undefined;
}

/**
 * Tells the centre of a file what its report says, where that is news.
 *
 * @param before - what was told last, as it is noted
 */
export async function tellVerdict(
  ports: TellVerdictPorts,
  { key, centre }: Upload,
  report: Report,
  before: string,
): Promise<void> {
  const told = toldVerdictSchema.safeParse(parseJson(before));
  if (told.success && isTold(told.data, report)) return;
  // Loaded where there is news: it holds the explanation of every rule.
  const { verdictMail } = await import('#shared/mail/verdict-mail.ts');
  const { desk, mailTo, now, ...others } = ports;
  await tell({ ...others, now: () => new Date(now()) }, mailTo(centre), {
    what: key,
    told: { before, after: JSON.stringify(verdictTold(report)) },
    mail: verdictMail(report, { centre, desk }),
  });
}
