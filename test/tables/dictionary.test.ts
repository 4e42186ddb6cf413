import { expect, it } from 'vitest';
import { dictionary } from '#shared/tables/dictionary.ts';

it('the page for those who fill in the tables says what the tables are', async () => {
  await expect(dictionary()).toMatchFileSnapshot('../../shared/tables/README.md');
});
