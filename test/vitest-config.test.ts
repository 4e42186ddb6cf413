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
