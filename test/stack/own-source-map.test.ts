import { decode, encode } from '@jridgewell/sourcemap-codec';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { withOwnSourceMaps } from '#cdk/stack/own-source-map.ts';

it('of a line that is ours in its middle alone, that is what its map knows', () => {
  const map = JSON.stringify({
    version: 3,
    sources: ['node_modules/far/far.js', 'shared/word.ts'],
    names: ['far', 'word'],
    mappings: encode([
      [
        [0, 0, 0, 0, 0],
        [5, 1, 3, 2, 1],
        [9, 0, 1, 0, 0],
        [12, 0, 2, 0],
      ],
    ]),
  });
  const files = withOwnSourceMaps(
    new Map([
      ['index.mjs', 'far();word;far();'],
      ['index.mjs.map', map],
    ]),
  );
  const schema = z.object({ sources: z.array(z.string()), names: z.array(z.string()), mappings: z.string() });
  const { sources, names, mappings } = schema.parse(JSON.parse(files.get('index.mjs.map') ?? ''));
  expect([sources, names]).toEqual([['shared/word.ts'], ['word']]);
  expect(decode(mappings)).toEqual([[[5, 0, 3, 2, 0], [9]]]);
});
