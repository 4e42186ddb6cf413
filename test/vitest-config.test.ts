import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import config from '../vitest.config.ts';

/** Vitest ends with an error where two projects of one group have different numbers of workers, as on three processors or more. */
it('each project has its own turn, so that any number of processors will do', () => {
  const turns = (config.test?.projects ?? []).map((project) =>
    typeof project === 'object' && 'test' in project ? project.test?.sequence?.groupOrder : undefined,
  );
  expect(turns.length).toBeGreaterThan(1);
  expect(new Set(turns).size).toBe(turns.length);
  expect(turns).not.toContain(undefined);
});

/** The files of a worker share their modules: `vi.mock` comes too late for some of them, and is there for all that come later. */
it('a file that mocks a module loads the modules anew, before and after its tests', () => {
  const texts = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => ({ name, text: readFileSync(join(import.meta.dirname, name), 'utf8') }));
  const named = (mocks: RegExp) => texts.filter(({ text }) => mocks.test(text)).map(({ name }) => name);
  expect(named(/\bvi\.mock\(/)).toEqual([]);
  const mocking = named(/\bvi\.doMock\(/);
  expect(mocking.length).toBeGreaterThan(0);
  const before = named(/^vi\.resetModules\(\);$/m);
  const after = named(/^afterAll\(\(\) => \{[^}]*\bvi\.resetModules\(\);\n\}\);$/m);
  expect([before, after]).toEqual([mocking, mocking]);
});
