import { describe, expect, it } from 'vitest';
import {
  answeredNoter,
  askedNoter,
  awaitedForgetter,
  awaitedNoter,
  awaitedReader,
} from '#functions/storage/awaited-uploads.ts';
import { answeringTable } from '#test/commands/answering-clients.ts';
import { TABLE } from './world/names.ts';
import { emptyTable } from './world/table.ts';
import { answerOfDynamoDb } from './world/table-requests.ts';

const KEY = 'uploads/rouen/patients.csv';
const WANTED = { since: '2026-11-25T12:00:00.000Z', rules: 'today', wanted: 'report' } as const;

/** The notes in an empty table. */
function notes() {
  const table = emptyTable();
  const client = answeringTable((command, input) => answerOfDynamoDb(table, command, input, 'whole'));
  return {
    note: awaitedNoter(client, TABLE),
    asked: askedNoter(client, TABLE),
    answered: answeredNoter(client, TABLE),
    forget: awaitedForgetter(client, TABLE),
    read: async () => [...(await awaitedReader(client, TABLE)())],
  };
}

describe('the note of a file that is waited for', () => {
  it('says after how many answers it was asked for, and how many came since', async () => {
    const { note, asked, answered, read } = notes();
    await note(KEY, WANTED);
    const noted = { ...WANTED, answers: 0, askedAfter: -1 };
    expect(await read()).toEqual([[KEY, noted]]);
    await asked(KEY, 0);
    expect(await answered(KEY)).toBe(true);
    expect(await answered(KEY)).toBe(true);
    expect(await read()).toEqual([[KEY, { ...noted, answers: 2, askedAfter: 0 }]]);
  });

  it('is not there again once it is forgotten, whoever asked for the file or brings it in', async () => {
    const { note, asked, answered, forget, read } = notes();
    await note(KEY, WANTED);
    await forget(KEY);
    await asked(KEY, 0);
    expect(await answered(KEY)).toBe(false);
    expect(await read()).toEqual([]);
  });
});
