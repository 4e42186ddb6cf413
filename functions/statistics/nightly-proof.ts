import type { Log } from '#functions/log.ts';
import type { ReadProof, WriteProof } from '#functions/storage/proofs.ts';
import { MILLISECONDS_PER_DAY } from '#shared/calendar.ts';
import type { Publication } from './publish-results.ts';
import { type StatePorts, type StudyState, studyState } from './study-state.ts';

export interface ProofPorts extends StatePorts {
  readonly now: () => Date;
  readonly log: Log;
  readonly fullVerificationDays: number;
  readonly readProof: ReadProof;
  readonly writeProof: WriteProof;
}

/**
 * The latest result, where nothing happened to the study since a full verification of the last days found it as it had to be;
 * undefined where that is not known.
 */
export async function provenResult(ports: ProofPorts, state: StudyState): Promise<string | undefined> {
  const proof = await ports.readProof();
  if (proof?.state !== state.name || state.isOpen) return undefined;
  const days = dayOf(ports.now()) - dayOf(new Date(proof.at));
  if (days >= ports.fullVerificationDays) return undefined;
  ports.log('unchanged-since-verified', { id: state.id ?? null, days });
  return state.id;
}

/**
 * Notes that a full verification found nothing to do. Not where anything moved while it ran: then what it saw is no longer
 * what is there, or it set something right, which the next one must find right.
 */
export async function noteProof(
  ports: ProofPorts,
  before: StudyState,
  publication: Publication,
): Promise<void> {
  if (publication === 'overtaken' || !('id' in publication) || publication.pending.length > 0) return;
  const at = ports.now().toISOString();
  const after = await studyState(ports);
  if (after.name === before.name && !after.isOpen) await ports.writeProof({ state: after.name, at });
}

/** The day in UTC: a clock that strikes a few seconds early must not put a verification off by a night. */
const dayOf = (time: Date): number => Math.floor(time.getTime() / MILLISECONDS_PER_DAY);
