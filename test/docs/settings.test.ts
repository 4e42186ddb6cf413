import { expect, it } from 'vitest';
import { siteSchema } from '#cdk/configuration.ts';
import { THESIS_SETTINGS } from '#shared/protocol/study-settings.ts';
import { textOf } from './markdown.ts';

/** JSON as people write it: a space behind each colon and comma. */
const readable = (value: unknown): string => JSON.stringify(value).replaceAll(/[:,]/g, '$& ');

it('the page of the settings has a row for each, with its default, and none for another', () => {
  const rows = Array.from(
    textOf('docs/SETTINGS.md').matchAll(/^\| `(\w+)` \| `([^`]+)` \|/gm),
    ([, name, value]) => [name, value],
  );
  expect(rows).toEqual(Object.entries(THESIS_SETTINGS).map(([name, value]) => [name, readable(value)]));
});

it('the page of who can read what has a row for each setting of a site, and none for another', () => {
  const rows = Array.from(textOf('docs/ACCESS.md').matchAll(/^\| `(\w+)` \|/gm), ([, name]) => name);
  expect(rows.toSorted()).toEqual(Object.keys(siteSchema.unwrap().shape).toSorted());
});
