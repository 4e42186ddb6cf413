import { UPLOADS } from '#shared/storage/bucket-keys.ts';
import { TOLD } from '#shared/storage/item-keys.ts';
import { RESULTS_TOPIC, VERDICT_TOPICS } from './names.ts';
import type { TopicMessage } from './run.ts';
import type { Table } from './table.ts';

/** Where it is told what a note of this name is about. */
const topicOf = (what: string): string =>
  what.startsWith(UPLOADS) ? VERDICT_TOPICS + what.slice(UPLOADS.length).split('/')[0] : RESULTS_TOPIC;

/** Looks whether anything is noted as told without a mail that told it: a topic has as many mails as its notes changed, at least. */
export function mailWitness(table: Table, mails: readonly TopicMessage[]) {
  const notes = new Map<string, string>();
  const changes = new Map<string, number>();
  return {
    wrongNotes(): readonly string[] {
      const wrong: string[] = [];
      for (const { sk, told } of table.partition(TOLD)) {
        const before = notes.get(sk);
        notes.set(sk, String(told));
        if (before === undefined || before === told) continue;
        const topic = topicOf(sk);
        const changed = (changes.get(topic) ?? 0) + 1;
        changes.set(topic, changed);
        if (mails.filter((mail) => mail.topic === topic).length < changed) {
          wrong.push(`${sk} is noted as told, and was not: ${told}`);
        }
      }
      return wrong;
    },
  };
}
