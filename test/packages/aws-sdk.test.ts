import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const project = join(import.meta.dirname, '../..');
const json = (file: string): unknown => JSON.parse(readFileSync(join(project, file), 'utf8'));

const versions = z.record(z.string(), z.string());
const { dependencies, devDependencies } = z
  .object({ dependencies: versions, devDependencies: versions })
  .parse(json('package.json'));
const lock = z
  .object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) })
  .parse(json('package-lock.json'));

const CLIENT = /(?:^|node_modules\/)(@aws-sdk\/(?:client|lib)-[a-z0-9-]+)$/;

// Clients of different versions bring different cores, and a bundle would hold both.
describe('the clients of AWS’s SDK', () => {
  it('are all of one version, pinned exactly', () => {
    const asked = Object.entries({ ...dependencies, ...devDependencies }).filter(([name]) =>
      CLIENT.test(name),
    );
    expect(asked.length).toBeGreaterThan(1);
    expect(new Set(asked.map(([, version]) => version))).toEqual(
      new Set([expect.stringMatching(/^\d+\.\d+\.\d+$/)]),
    );
  });

  it('are locked once each', () => {
    const locked = Object.keys(lock.packages).flatMap((path) => CLIENT.exec(path)?.[1] ?? []);
    expect(locked.length).toBeGreaterThan(1);
    expect(locked.toSorted()).toEqual([...new Set(locked)].toSorted());
  });
});
