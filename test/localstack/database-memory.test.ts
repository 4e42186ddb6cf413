import { expect, it } from 'vitest';
import { databaseMegabytes } from '#cdk/localstack/localstack-process.ts';

it.each([
  [1, 1024],
  [4, 2048],
  [6, 3072],
  [64, 4096],
])('of a machine with %s GB the local database may take %s MB', (gigabytes, megabytes) => {
  expect(databaseMegabytes(gigabytes * 2 ** 30)).toBe(megabytes);
});
