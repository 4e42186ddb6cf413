import { describe, expect, it } from 'vitest';
import { everythingWrong } from './oracle/everything.ts';
import { reportOf } from './oracle/reports.ts';
import { drain, night } from './world/deliveries.ts';
import { patients } from './world/study-files.ts';
import { createWorld } from './world/world.ts';

const OLD = 'uploads/rouen/patients.csv';
const YOUNG = 'uploads/rouen/others.csv';

describe('a file that comes while rows of an older one are lost', () => {
  it('is judged only once they are back: the file with the same row is refused', async () => {
    const world = createWorld();
    world.upload(OLD, patients(1, 2));
    await drain(world);
    world.wait(1);
    world.loseItems(({ pk }) => pk.startsWith('ROWS#'));
    world.upload(YOUNG, patients(2, 3));
    await drain(world);
    expect(reportOf(world, YOUNG)).toMatchObject({
      verdict: 'refused',
      problems: [{ code: 'ROW_IN_OTHER_FILE' }],
    });
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('brings back those of every file that is older still', async () => {
    const world = createWorld();
    for (const [place, name] of ['a', 'b', 'c'].entries()) {
      world.upload(`uploads/rouen/${name}.csv`, patients(place + 1));
      await drain(world);
      world.wait(1);
    }
    world.loseItems(({ pk }) => pk.startsWith('ROWS#'));
    world.upload(YOUNG, patients(9));
    await drain(world);
    expect(reportOf(world, YOUNG)).toMatchObject({ verdict: 'accepted' });
    await night(world);
    expect(await everythingWrong(world)).toEqual([]);
  });
});
