import { expect, it } from 'vitest';
import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { answer, QUESTION } from '#shared/result-report/sentences/answer.ts';
import { FIGURE_TEXTS } from '#shared/result-report/sentences/figure-texts.ts';
import { doubtful, leftOut } from '#shared/result-report/sentences/left-out.ts';
import { methods } from '#shared/result-report/sentences/methods.ts';
import { revealed } from '#shared/result-report/sentences/revealed.ts';
import { who, whoWords } from '#shared/result-report/sentences/who.ts';
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
    section('who', [whoWords(result), ...tableOne(result)]),
    ...Object.entries(FIGURE_TEXTS).map(([name, { caption, alternative }]) =>
      section(name, [...caption(result), alternative(result)]),
    ),
    section('left out', leftOut(result)),
    section('doubtful', doubtful(result)),
    section('methods', [methods(result)]),
    section('revealed', [revealed(result)]),
  ].join('\n');

const tableOne = (result: PublishedResult): readonly BilingualPassage[] =>
  who(result).flatMap(({ title, of, lines }) =>
    lines.map(({ label, value }) => ({
      fr: [`${title.fr}, ${of.fr} | ${label.fr} | `, ...value.fr],
      en: [`${title.en}, ${of.en} | ${label.en} | `, ...value.en],
    })),
  );

it('every sentence says what a reader of texts.txt has approved', async () => {
  const told: string[] = [`${inBoth(QUESTION)}\n`];
  for (const [name, study] of Object.entries(STUDIES)) told.push(`# ${name}\n\n${toldOf(await study())}`);
  await expect(told.join('\n')).toMatchFileSnapshot('texts.txt');
});
