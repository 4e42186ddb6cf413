import { drain } from './world/deliveries.ts';
import { createWorld, type World } from './world/world.ts';

/** What came before, and the one event that a test follows. */
export interface Story {
  readonly before: (world: World) => void | Promise<void>;
  readonly event: (world: World) => void;
  /** The upload that the event is about. */
  readonly key: string;
  /** Whether it brings rows, which ingest writes in batches. */
  readonly bringsRows: boolean;
}

/** A world in which all that came before has been dealt with. */
export async function worldBefore({ before }: Story): Promise<World> {
  const world = createWorld();
  await before(world);
  await drain(world);
  return world;
}
