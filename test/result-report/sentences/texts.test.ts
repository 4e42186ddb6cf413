import { expect, it } from 'vitest';
import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { answer, QUESTION } from '#shared/result-report/sentences/answer.ts';
import { FIGURE_TEXTS } from '#shared/result-report/sentences/figure-texts.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { toldCohort, toldNothing, withoutTables } from './told-results.ts';
import { textOf } from './told-text.ts';

/** Which studies are told, by the names that stand in `texts.txt`. */
const STUDIES: Readonly<Record<string, () => Promise<PublishedResult>>> = {
  'the sample cohort': () => toldCohort('thesis'),
  'the sample cohort, no significance shown': () =>
    toldCohort('thesis', { ...SETTINGS, significanceShown: false }),
  'small centres': () => toldCohort('small-centres'),
  'several readers': () => toldCohort('readers'),
  responses: () => toldCohort('responses'),
  'all equal': () => toldCohort('all-equal'),
  'all zeros': () => toldCohort('all-zeros'),
  'two patients': () => toldCohort('two-patients'),
  'one pair': () => toldCohort('one-pair'),
  nobody: toldNothing,
  'tables missing': async () => {
    const result = await toldCohort('thesis');
    return withoutTables(
      result,
      result.tables.map(({ name }) => name),
    );
  },
};

const inBoth = ({ fr, en }: BilingualPassage): string => `${textOf(fr, 'fr')}\n  ${textOf(en, 'en')}`;

const section = (title: string, passages: readonly BilingualPassage[]): string =>
  `## ${title}\n\n${passages.map((passage) => `- ${inBoth(passage)}`).join('\n')}\n`;

/** All that is said of a result, for a person to read aloud. */
const toldOf = (result: PublishedResult): string =>
  [
    section('answer', answer(result)),
    ...Object.entries(FIGURE_TEXTS).map(([name, { caption, alternative }]) =>
      section(name, [...caption(result), alternative(result)]),
    ),
  ].join('\n');

it('every sentence says what a reader of texts.txt has approved', async () => {
  const told: string[] = [`${inBoth(QUESTION)}\n`];
  for (const [name, study] of Object.entries(STUDIES)) told.push(`# ${name}\n\n${toldOf(await study())}`);
  await expect(told.join('\n')).toMatchFileSnapshot('texts.txt');
});
