import { expect } from 'vitest';
import { everythingWrong } from './oracle/everything.ts';
import { drain, finishWithFault } from './world/deliveries.ts';
import type { Fault } from './world/run.ts';
import { lesions, pairs, patients } from './world/study-files.ts';
import { createWorld, type World } from './world/world.ts';

export const PATIENTS = 'uploads/rouen/patients.csv';

/** A study whose files came, were replaced, withdrawn and refused; its old generations may be swept by now. */
export async function grownStudy(): Promise<World> {
  const world = createWorld();
  world.upload(PATIENTS, patients(1, 2, 3));
  world.upload('uploads/lille/lesions.csv', lesions(1, 1, 2, 3, 4));
  await drain(world);
  world.upload(PATIENTS, patients(1, 2));
  world.upload('uploads/rouen/others.csv', patients(2, 3));
  world.upload('uploads/rouen/pairs.csv', pairs(100, 1, 2));
  world.remove('uploads/lille/lesions.csv');
  await drain(world);
  world.wait(61);
  return world;
}

/** Answers a request for statistics with a fault, and looks whether the next attempt makes it good. */
export async function interrupted(world: World, fault: Fault, number: number): Promise<string | undefined> {
  const struck = await finishWithFault(world, await world.answerRequest(), number, fault);
  await drain(world);
  expect(await everythingWrong(world), `${fault}: ${number} ${struck}`).toEqual([]);
  return struck;
}
