import { expect, it } from 'vitest';
import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { QUESTION } from '#shared/result-report/sentences/answer.ts';
import { STUDIES, sectionsOf } from './told-studies.ts';
import { textOf } from './told-text.ts';

const inBoth = ({ fr, en }: BilingualPassage): string => `${textOf(fr, 'fr')}\n  ${textOf(en, 'en')}`;

/** All that is said of a result, for a person to read aloud. */
const toldOf = (result: PublishedResult): string =>
  sectionsOf(result)
    .map(([title, passages]) => `## ${title}\n\n${passages.map((told) => `- ${inBoth(told)}`).join('\n')}\n`)
    .join('\n');

it('every sentence says what a reader of texts.txt has approved', async () => {
  const told: string[] = [`${inBoth(QUESTION)}\n`];
  for (const [name, study] of STUDIES) told.push(`# ${name}\n\n${toldOf(await study())}`);
  await expect(told.join('\n')).toMatchFileSnapshot('texts.txt');
});
