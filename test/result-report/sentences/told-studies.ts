import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { answer } from '#shared/result-report/sentences/answer.ts';
import { FIGURE_TEXTS } from '#shared/result-report/sentences/figure-texts.ts';
import { doubtful, leftOut } from '#shared/result-report/sentences/left-out.ts';
import { methods } from '#shared/result-report/sentences/methods.ts';
import { revealed } from '#shared/result-report/sentences/revealed.ts';
import { who, whoWords } from '#shared/result-report/sentences/who.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { withoutTables } from '../files/sample-result.ts';
import { toldCohort, toldNothing } from './told-results.ts';

const MADE: Readonly<Record<string, () => Promise<PublishedResult>>> = {
  'the sample cohort': () => toldCohort('thesis'),
  'the sample cohort, no significance shown': () =>
    toldCohort('thesis', { ...SETTINGS, significanceShown: false }),
  'small centres': () => toldCohort('small-centres'),
  'several readers': () => toldCohort('readers'),
  responses: () => toldCohort('responses'),
  'lesions listed one by one': () => toldCohort('listed'),
  'lesions listed, no significance shown': () =>
    toldCohort('listed', { ...SETTINGS, significanceShown: false }),
  'lesions listed by several readers': () => toldCohort('listed-by-two'),
  'lesions listed of few patients': () => toldCohort('listed-of-few'),
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

/** Computed by the first test that asks for it. */
const computed = new Map<string, Promise<PublishedResult>>();
const once = (name: string, make: () => Promise<PublishedResult>) => () => {
  const known = computed.get(name) ?? make();
  computed.set(name, known);
  return known;
};

/** Which studies are told, by the names that stand in `texts.txt`. */
export const STUDIES: readonly (readonly [string, () => Promise<PublishedResult>])[] = Object.entries(
  MADE,
).map(([name, make]) => [name, once(name, make)]);

/** All that is said of a result, section by section. */
export const sectionsOf = (
  result: PublishedResult,
): readonly (readonly [string, readonly BilingualPassage[]])[] => [
  ['answer', answer(result)],
  ['who', [whoWords(result), ...tableOne(result)]],
  ...Object.entries(FIGURE_TEXTS).map(
    ([name, { caption, alternative }]) => [name, [...caption(result), alternative(result)]] as const,
  ),
  ['left out', leftOut(result)],
  ['doubtful', doubtful(result)],
  ['methods', [methods(result)]],
  ['revealed', [revealed(result)]],
];

const tableOne = (result: PublishedResult): readonly BilingualPassage[] =>
  who(result).flatMap(({ title, lines }) =>
    lines.map(({ label, value }) => ({
      fr: [`${title.fr} | ${label.fr} | `, ...value.fr],
      en: [`${title.en} | ${label.en} | `, ...value.en],
    })),
  );
