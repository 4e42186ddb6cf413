import { describe, expect, it } from 'vitest';
import { holdsUploads, showOwnResult } from '#cdk/commands/own-study.ts';
import { cohortFiles, rowsOfCentres } from '#test/study/sample-cohort.ts';
import { answeringLambda } from './answering-clients.ts';
import { bucketWith } from './bucket-in-memory.ts';
import { latestOf, objectsOf, resultOf } from './published-study.ts';
import { terminalIn } from './terminal-in-memory.ts';

const PAIRS = 'uploads/rouen/pairs.csv';
const ID = 'a'.repeat(32);
const published = await resultOf(ID, { rows: rowsOfCentres(cohortFiles('thesis')) });

function payload(said: object) {
  const text = JSON.stringify(said);
  const bytes = Object.assign(new TextEncoder().encode(text), { transformToString: () => text });
  return { $metadata: {}, Payload: bytes };
}

describe('a start of a study that has files', () => {
  it('is known by them, and by nothing else in the bucket', async () => {
    expect(await holdsUploads(bucketWith({ [PAIRS]: 'a' }).bucket)).toBe(true);
    expect(await holdsUploads(bucketWith({ 'reports/rouen/pairs.csv.txt': 'a' }).bucket)).toBe(false);
  });

  it('leaves them as they are, waits until they are read again, and shows the tables', async () => {
    const answers = [{ waitingFor: [PAIRS] }, { id: ID }];
    const lambda = answeringLambda(() => payload(answers.shift() ?? {}));
    const { bucket, read } = bucketWith({
      [PAIRS]: 'of the centre',
      ...objectsOf(published),
      ...latestOf(published),
    });
    const { terminal, printed, reported } = terminalIn('fr');
    await showOwnResult({ ...bucket, lambda }, terminal, 1);
    expect(answers).toEqual([]);
    expect(read(PAIRS)).toBe('of the centre');
    expect(reported()).toContain('la cohorte d’exemple n’y est pas déposée');
    expect(printed()).toMatch(/IRM diffusion\s+│\s+861 │/);
  });
});
