import { errorName, MAIL_NOT_SENT } from '#functions/log.ts';
import type { PublishMail } from '#functions/mail/publish-mail.ts';
import { type TellPorts, tell } from '#functions/mail/tell.ts';
import type { RecallTold } from '#functions/mail/told-notes.ts';
import type { ReadText } from '#functions/storage/conditional-object.ts';
import { parseJson } from '#shared/json.ts';
import type { Mail } from '#shared/mail/mail.ts';
import type { AnnounceResult, ResultTexts } from '#shared/mail/result-mail.ts';
import { NO_RESULT_TOLD, type ToldResult, toldResultSchema } from '#shared/mail/told-result.ts';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import { LATEST_RESULT, MANIFEST_FILE, resultFolder } from '#shared/storage/bucket-keys.ts';

export interface TellResultPorts extends TellPorts {
  readonly readText: ReadText;
  readonly recallTold: RecallTold;
  readonly publishResult: PublishMail;
  readonly announce: AnnounceResult;
  /** The address of the desk. */
  readonly desk: string;
}

/**
 * Tells of the latest result, once its page is there, unless it was told, or another one was told today (UTC): then the first
 * run of tomorrow tells what has moved since the last one that was told.
 */
export async function tellResult(ports: TellResultPorts, id: string): Promise<void> {
  const before = await ports.recallTold(LATEST_RESULT, JSON.stringify(NO_RESULT_TOLD));
  const told = toldResultSchema.safeParse(parseJson(before)).data ?? NO_RESULT_TOLD;
  const day = ports.now().toISOString().slice(0, 10);
  if (told.id === id || told.day === day) return;
  const mail = await announced(ports, id, told);
  if (mail === undefined) return;
  const after: ToldResult = { id, day };
  await tell(ports, ports.publishResult, {
    what: LATEST_RESULT,
    told: { before, after: JSON.stringify(after) },
    mail,
  });
}

/** Undefined, with a line in the log, where the result cannot be told: its page stands all the same. */
async function announced(ports: TellResultPorts, id: string, told: ToldResult): Promise<Mail | undefined> {
  const result = await textsOf(ports, id);
  if (result === undefined) return undefined;
  const before = told.id === null ? 'none' : ((await textsOf(ports, told.id)) ?? 'gone');
  try {
    return ports.announce(result, before, ports.desk);
  } catch (error) {
    ports.log(MAIL_NOT_SENT, { what: LATEST_RESULT, error: errorName(error) });
    return undefined;
  }
}

async function textsOf({ readText }: TellResultPorts, id: string): Promise<ResultTexts | undefined> {
  const tables = await readText(resultFolder(id) + TABLES_FILE);
  const manifest = await readText(resultFolder(id) + MANIFEST_FILE);
  return tables && manifest && { tables: tables.text, manifest: manifest.text };
}
