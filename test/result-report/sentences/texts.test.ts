import { expect, it } from 'vitest';
import { textOf } from '#shared/mail/passage-text.ts';
import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { QUESTION } from '#shared/result-report/sentences/answer.ts';
import { STUDIES, sectionsOf } from './told-studies.ts';

const inBoth = ({ fr, en }: BilingualPassage): string => `${textOf(fr, 'fr')}\n  ${textOf(en, 'en')}`;

/** All that is said of a result and of none before it, for a person to read aloud. */
function toldOf(result: PublishedResult, known: Set<string>): string {
  const sections = sectionsOf(result).flatMap(([title, passages]) => {
    const told = passages.map(inBoth).filter((text) => !known.has(text));
    for (const text of told) known.add(text);
    return told.length === 0 ? [] : [`## ${title}\n\n${told.map((text) => `- ${text}`).join('\n')}\n`];
  });
  return sections.join('\n');
}

it('every sentence says what a reader of texts.txt has approved', async () => {
  const told: string[] = [`${inBoth(QUESTION)}\n`];
  const known = new Set<string>();
  for (const [name, study] of STUDIES) told.push(`# ${name}\n\n${toldOf(await study(), known)}`);
  await expect(told.join('\n')).toMatchFileSnapshot('texts.txt');
});
