import { expect, it } from 'vitest';
import { conditionalWriter, type Written } from '#functions/storage/conditional-object.ts';
import { s3 } from './world/clients.ts';
import { finish } from './world/deliveries.ts';
import { BUCKET } from './world/names.ts';
import { createWorld } from './world/world.ts';

it('an object is not written over one that is gone', async () => {
  const world = createWorld();
  let written: Written | undefined;
  await world.run(async () => {
    const text = { key: 'reports/a.txt', body: 'new', contentType: 'text/plain' };
    written = await conditionalWriter(s3, BUCKET)(text, '"of the one that was read"');
  });
  await finish(world);
  expect(written).toBe('overtaken');
  expect(world.bucket.current('reports/a.txt')).toBeUndefined();
});
