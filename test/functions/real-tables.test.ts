import { expect, it } from 'vitest';
import { studyComputation } from '#shared/analyses/study-computation.ts';
import { everythingWrong } from './oracle/everything.ts';
import { drain, night } from './world/deliveries.ts';
import { lesions, pairs, patients } from './world/study-files.ts';
import { createWorld } from './world/world.ts';

// The other worlds publish plain tables; here the study's own go the whole way.
it('a study’s own tables are published as they are computed from its files, and again by the clock', async () => {
  const world = createWorld({ computation: studyComputation });
  world.upload('uploads/rouen/patients.csv', patients(1, 2, 3));
  world.upload('uploads/rouen/pairs.csv', pairs(100, 1, 2, 3));
  world.upload('uploads/lille/patients.csv', patients(1, 2));
  world.upload('uploads/lille/pairs.csv', pairs(7, 1, 2));
  world.upload('uploads/lille/lesions.csv', lesions(1, 1, 2, 3));
  await drain(world);
  expect(await everythingWrong(world)).toEqual([]);
  await night(world);
  expect(await everythingWrong(world)).toEqual([]);
  expect(world.logLines.join()).not.toContain('published-result-differs');
});
