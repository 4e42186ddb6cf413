import { expect, it } from 'vitest';
import { ALL_CASES } from './all-cases.ts';

/** What a sender reads, as text: the code, then the French and the English message. */
function textsOfAllCases(): string {
  const problems = ALL_CASES.flatMap(([, cases]) => cases.flatMap(({ found }) => found()));
  const texts = problems.map(({ code, message }) => `${code}\n  ${message.fr}\n  ${message.en}\n`);
  return [...new Set(texts)].join('\n');
}

it('every problem and warning says what a reader of texts.txt has approved', async () => {
  await expect(textsOfAllCases()).toMatchFileSnapshot('texts.txt');
});
