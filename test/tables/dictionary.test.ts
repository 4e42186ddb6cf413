import { expect, it } from 'vitest';
import { dictionary } from '#shared/tables/dictionary.ts';
import { SETTINGS } from '#test/study/settings.ts';

it('the page for those who fill in the tables says what the tables are', async () => {
  await expect(dictionary(SETTINGS)).toMatchFileSnapshot('../../shared/tables/README.md');
});
