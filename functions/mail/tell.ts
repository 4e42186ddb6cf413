import { errorName, type Log, MAIL_NOT_SENT } from '#functions/log.ts';
import type { Mail } from '#shared/mail/mail.ts';
import type { PublishMail } from './publish-mail.ts';
import type { Claim, ClaimTelling, EndTelling } from './told-notes.ts';

export interface TellPorts {
  readonly now: () => Date;
  readonly log: Log;
  readonly claimTelling: ClaimTelling;
  readonly endTelling: EndTelling;
}

export interface News {
  /** Names the note: the key of a file. */
  readonly what: string;
  /** What was told before, and what will have been told then. */
  readonly told: { readonly before: string; readonly after: string };
  readonly mail: Mail;
}

/** Longer than a message takes to be handed over, whatever is tried again. */
const CLAIM_MILLISECONDS = 5 * 60 * 1000;

/**
 * Claims, publishes, notes, in this order. So two runs at once tell once. Where a run dies, or SNS answers with an error,
 * the note still says what was told before: the next run that looks at the same thing, that of the night at the latest, tells
 * it, once more where the message had gone out already. Nothing else waits for mail: an error is a line of the log, and an alarm.
 */
export async function tell(
  ports: TellPorts,
  publish: PublishMail,
  { what, told, mail }: News,
): Promise<void> {
  const now = ports.now();
  const claim: Claim = { what, until: new Date(now.getTime() + CLAIM_MILLISECONDS).toISOString() };
  if (!(await ports.claimTelling(claim, told.before, now.toISOString()))) return;
  try {
    await publish(mail);
  } catch (error) {
    ports.log(MAIL_NOT_SENT, { what, error: errorName(error) });
    await ports.endTelling(claim, told.before, 'failed');
    return;
  }
  await ports.endTelling(claim, told.after, 'told');
}
