import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EXIT } from '#cdk/commands/command.ts';
import { PROJECT } from '#cdk/fingerprint.ts';

/** What `ctmri --version` says in a Node that takes itself for this version. */
function saidBy(version: string) {
  const pretence = `Object.defineProperty(process.versions, 'node', { value: '${version}' });
Object.defineProperty(process, 'version', { value: 'v${version}' });`;
  const words = [`--import=data:text/javascript,${encodeURIComponent(pretence)}`];
  return spawnSync(process.execPath, [...words, join(PROJECT, 'cdk/ctmri.js'), '--version'], {
    encoding: 'utf8',
  });
}

it('a Node that cannot read the project is told so, and how to take the right one', () => {
  const { status, stdout, stderr } = saidBy('20.20.2');
  expect([status, stdout]).toEqual([EXIT.failed, '']);
  expect(stderr).toMatch(
    /^Il faut Node 24 ; celui-ci est v20\.20\.2\. « npm run ctmri.*\nNode 24 is needed;.*\n$/,
  );
});

it('a newer one is taken', () => {
  expect(saidBy('26.0.0')).toMatchObject({ status: EXIT.done, stderr: '' });
});
