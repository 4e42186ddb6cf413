import { setTimeout as sleep } from 'node:timers/promises';
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { PROOF_KEY } from '#shared/storage/item-keys.ts';
import { CommandFailure } from './command.ts';

export interface WatchedDatabase {
  readonly database: DynamoDBDocumentClient;
  readonly table: string;
  /** Of the emulator. */
  readonly endpoint: string;
  /** Ends the command that is running. */
  readonly giveUp: (failure: CommandFailure) => void;
  readonly pollMilliseconds?: number;
  readonly answerMilliseconds?: number;
}

/** With ten seconds for each and five in between, a minute and a half. */
const MOST_SILENCES = 6;

/**
 * Asks the database of an emulator now and then, while a command waits for the study, whether it is there, and gives the
 * command up once it has said nothing several times in a row: the process may have been stopped, or starve for memory. Who
 * waits for a verdict would otherwise wait to the end of a patience that is meant for work, and who reads the table for ever.
 */
export async function watchDatabase(watched: WatchedDatabase): Promise<void> {
  for (let silences = 0; silences < MOST_SILENCES; ) {
    await sleep(watched.pollMilliseconds ?? 5_000, undefined, { ref: false });
    silences = (await answers(watched)) ? 0 : silences + 1;
  }
  watched.giveUp(silentDatabase(watched.endpoint));
}

/** Whether it says anything, be it a refusal. */
async function answers({ database, table, answerMilliseconds = 10_000 }: WatchedDatabase): Promise<boolean> {
  const abortSignal = AbortSignal.timeout(answerMilliseconds);
  const answer = database.send(new GetCommand({ TableName: table, Key: PROOF_KEY }), { abortSignal });
  await answer.catch(() => {});
  return !abortSignal.aborted;
}

const silentDatabase = (endpoint: string): CommandFailure =>
  new CommandFailure({
    fr: `La base de données derrière ${endpoint} ne répond plus : son processus est figé, ou la mémoire manque. Ce qui est déposé n’est pas traité. Arrêtez cet émulateur (le LocalStack de cet ordinateur : npm run ctmri -- stop, puis npm start, qui repart à vide) et recommencez.`,
    en: `The database behind ${endpoint} no longer answers: its process is frozen, or memory is short. What was dropped is not dealt with. Stop this emulator (the LocalStack of this computer: npm run ctmri -- stop, then npm start, which begins empty) and begin again.`,
  });
