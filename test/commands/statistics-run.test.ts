import { TooManyRequestsException } from '@aws-sdk/client-lambda';
import { describe, expect, it } from 'vitest';
import { EXIT } from '#cdk/commands/command.ts';
import { answerText, exitAfter } from '#cdk/commands/recompute.ts';
import { runStatistics } from '#cdk/commands/statistics-run.ts';
import { payload } from './answer-of-function.ts';
import { answeringLambda } from './answering-clients.ts';
import { silentTerminal } from './silent-terminal.ts';

function run(...answers: readonly (object | 'busy')[]) {
  const asked: object[] = [];
  const lambda = answeringLambda((_, input) => {
    const answer = answers[asked.push(input) - 1];
    if (answer === 'busy') throw new TooManyRequestsException({ message: 'busy', $metadata: {} });
    return { $metadata: {}, ...answer };
  });
  const { terminal } = silentTerminal();
  const running = runStatistics({ lambda, functionName: 'Statistics', pollMilliseconds: 1 }, terminal);
  return { running, asked };
}

describe('a statistics run that somebody asks for', () => {
  it('is one by the clock, and answers with the id', async () => {
    const { running, asked } = run(payload({ id: '0a1b' }));
    expect(await running).toEqual({ id: '0a1b' });
    expect(asked).toEqual([{ FunctionName: 'Statistics', Payload: '{"source":"schedule"}' }]);
  });

  it('may wait for files', async () => {
    const waitingFor = ['uploads/rouen/pairs.csv'];
    expect(await run(payload({ waitingFor })).running).toEqual({ waitingFor });
  });

  it('may have published without files, which are named', async () => {
    const answer = await run(payload({ id: '0a1b', pending: ['uploads/rouen/pairs.csv'] })).running;
    expect(answerText(answer).en).toMatch(
      /^result 0a1b, without these files, .*: uploads\/rouen\/pairs\.csv$/,
    );
    expect(answerText({ id: '0a1b' }).en).toBe('the result is up to date: 0a1b');
    expect(exitAfter(answer)).toBe(EXIT.done);
  });

  it('may leave the tables to a newer one, which is said and is no failure', async () => {
    const answer = await run(payload({ overtaken: true })).running;
    expect(answer).toEqual({ overtaken: true });
    expect(answerText(answer).en).toMatch(/a newer computation .* will publish/);
    expect(exitAfter(answer)).toBe(EXIT.no);
  });

  it('comes after the one that is running', async () => {
    const { running, asked } = run('busy', 'busy', payload({ id: '0a1b' }));
    expect(await running).toEqual({ id: '0a1b' });
    expect(asked.length).toBe(3);
  });

  it.each([
    [
      'an error',
      { errorType: 'TypeError', errorMessage: 'P12 is no number', trace: [] },
      'failed (TypeError)',
    ],
    ['no JSON', 'out of memory', 'failed;'],
  ])('that ends with %s becomes a sentence without what it quotes', async (_, said, words) => {
    const failure = run({ ...payload(said), FunctionError: 'Unhandled' }).running;
    await expect(failure).rejects.toThrow(words);
    await expect(failure).rejects.toThrow('/aws/lambda/Statistics');
    await expect(failure).rejects.not.toThrow('P12');
  });

  it('that answers something else has failed', async () => {
    await expect(run(payload({ result: 1 })).running).rejects.toThrow('failed');
  });
});
