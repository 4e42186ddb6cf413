import { expect, it } from 'vitest';
import { holdsUploads } from '#cdk/commands/own-study.ts';
import { showSampleResult } from '#cdk/commands/sample-study.ts';
import { answeringLambda } from './answering-clients.ts';
import { bucketWith } from './bucket-in-memory.ts';
import { terminalIn } from './terminal-in-memory.ts';

it('a study without all centres of the sample is left empty at once, and which are missing is said', async () => {
  const Variables = { CENTRES: 'lille,rouen', RULES: 'r', CODE_VERSION: 'v' };
  const asked: string[] = [];
  const lambda = answeringLambda((command) => {
    asked.push(command);
    return { $metadata: {}, Environment: { Variables } };
  });
  const { bucket } = bucketWith({});
  const { terminal, reported, printed } = terminalIn('fr');
  expect(await showSampleResult({ ...bucket, lambda }, terminal)).toBe(false);
  expect(reported()).toMatch(/la cohorte d’exemple est celle des centres beaujon, .*rouen/);
  expect(reported()).toMatch(/il manque beaujon, caen dans « centres » de cdk\.json/);
  // Nothing was dropped, and no run asked for.
  expect(await holdsUploads(bucket)).toBe(false);
  expect([printed(), asked]).toEqual(['', ['GetFunctionConfigurationCommand']]);
});
