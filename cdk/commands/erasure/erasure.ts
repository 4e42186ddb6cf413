import type { Waiting } from '#cdk/commands/awaited.ts';
import type { Bilingual } from '#shared/language.ts';
import type { ErasedStudy } from './erased-study.ts';
import { type Counts, type Findings, isEmpty } from './findings.ts';
import { uploadsAtRest } from './study-at-rest.ts';

export interface Erasure {
  /** What there is to erase now; what came after the first look stands under `meanwhile`. */
  readonly look: () => Promise<Findings>;
  /**
   * Erases what a look found, in such an order that a run never sees half, and what became old by that; answers how much
   * that was. May be repeated after an interruption.
   */
  readonly erase: (found: Findings) => Promise<Counts>;
}

export interface Outcome {
  readonly erased: Counts;
  readonly left: Findings;
}

/** An ingest that was under way may write once more what was just erased; it has seen the end of it the next time. */
const MOST_ROUNDS = 4;

/** Erases, looks again, and erases what was written meanwhile, until nothing is left. */
export async function eraseAll(
  study: ErasedStudy,
  erasure: Erasure,
  planned: Findings,
  terminal: Waiting,
): Promise<Outcome> {
  const say = (text: Bilingual) => terminal.report(terminal.say(text));
  const erased: Counts = { uploadVersions: 0, reportVersions: 0, rows: 0, records: 0 };
  let left = planned;
  for (let round = 0; round < MOST_ROUNDS && isErasable(left); round++) {
    add(erased, await erasure.erase(left));
    say({
      fr: 'attente de la fin des examens en cours …',
      en: 'waiting for the end of what is being examined …',
    });
    await uploadsAtRest(study, terminal);
    say({
      fr: 'vérification : nouvelle recherche partout …',
      en: 'verification: looking everywhere again …',
    });
    left = await erasure.look();
  }
  return { erased, left };
}

const isErasable = (found: Findings): boolean => !isEmpty({ ...found, meanwhile: [] });

function add(sum: Counts, more: Counts): void {
  sum.uploadVersions += more.uploadVersions;
  sum.reportVersions += more.reportVersions;
  sum.rows += more.rows;
  sum.records += more.records;
}
