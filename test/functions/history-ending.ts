import { everythingWrong } from './oracle/everything.ts';
import { wrongReportOfLatest } from './oracle/pages.ts';
import { leftUnswept } from './oracle/rows.ts';
import { drain, finish, night } from './world/deliveries.ts';
import { type History, worldOf } from './world/history.ts';
import { FULL_VERIFICATION_DAYS } from './world/names.ts';
import { PRIVATE } from './world/study-files.ts';
import { leakedByMail, untold } from './world/told.ts';
import type { World } from './world/world.ts';

/** What the world logged or threw that holds a word which must not leave it. */
const leaked = ({ logLines, errors }: World): readonly string[] =>
  [...logLines, ...errors.map((error) => `${error.message} ${error.stack}`)].filter((line) =>
    PRIVATE.some((word) => line.includes(word)),
  );

const at = (moment: string, found: readonly string[]): readonly string[] =>
  found.map((wrong) => `${moment}: ${wrong}`);

export interface Ending {
  readonly world: World;
  /** Nothing, where the study ends in the tables of what lies in its bucket. */
  readonly wrong: readonly string[];
}

/** Lets a history happen, then all that it leads to, then two nights; what is wrong after each is noted. */
export async function endingOf(history: History): Promise<Ending> {
  const world = await worldOf(history);
  await finish(world);
  world.wait(1);
  await drain(world);
  const wrong: string[] = [];
  // Where every event arrived in the end, nothing waits for the clock to repair it.
  if (!world.needsTheClock() && world.messages.length === 0 && history.actions.length > 0) {
    wrong.push(...at('before the night', await everythingWrong(world)));
  }
  // By the first of them everything is verified again, also the rows; the second one may find that this was enough.
  const nights = [
    ['after the night', FULL_VERIFICATION_DAYS * 24 * 60] as const,
    ['after another night', 61] as const,
  ];
  for (const [moment, minutes] of nights) {
    world.wait(minutes);
    await night(world);
    wrong.push(...at(moment, [...(await everythingWrong(world)), ...wrongReportOfLatest(world)]));
  }
  wrong.push(
    ...at('left unswept', leftUnswept(world)),
    ...at('left in the queue', world.messages),
    ...at('leaked', leaked(world)),
    ...at('leaked by mail', leakedByMail(world)),
    ...at('untold', untold(world)),
  );
  return { world, wrong };
}
