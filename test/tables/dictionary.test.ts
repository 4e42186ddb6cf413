import { expect, it } from 'vitest';
import { dictionary, dictionaryIn } from '#shared/tables/dictionary.ts';
import { SETTINGS } from '#test/study/settings.ts';

it('the page for those who fill in the tables says what the tables are', async () => {
  await expect(dictionary(SETTINGS)).toMatchFileSnapshot('../../shared/tables/README.md');
});

it.each([
  ['fr', 'Une ligne : un patient examiné.', /One row|required|\*\*EN| \/ /],
  ['en', 'One row: one screened patient.', /Une ligne|obligatoire|\*\*FR| \/ /],
] as const)('the page in %s alone leads to no other page', (language, own, other) => {
  const page = dictionaryIn(language, SETTINGS);
  expect(page).toContain(own);
  expect(page).not.toMatch(other);
  expect(page).not.toMatch(/\]\(|<!--/);
});
