import { agreeing, type Bilingual, numberText, sameInBoth } from '#shared/language.ts';
import { boardPeriodSchema, periodName } from '#shared/protocol/board-period.ts';
import type { BilingualPassage, SettingValue } from '#shared/result-report/passage.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import type { Noun } from './parts.ts';
import { en, fr } from './wording.ts';

/** Where an earlier release did not write a setting down. */
const NOT_SAID: Bilingual = { fr: '(non précisé)', en: '(not said)' };

/**
 * A setting of the study, or a fixed term of its protocol: `longestIntervalMonths`, `RECIST.mostTargets`.
 *
 * @param noun - what it counts, in agreement with it
 */
export function settingIn(
  { manifest }: PublishedResult,
  name: string,
  noun: Noun = NO_NOUN,
): BilingualPassage {
  let value: unknown = manifest.protocol;
  for (const step of name.split('.')) value = fieldOf(value, step);
  if (typeof value !== 'number') return { fr: [NOT_SAID.fr], en: [NOT_SAID.en] };
  const said = inBoth({ setting: `protocol.${name}`, value, shown: numberText(value) });
  const word = agreeing(value, noun.one, noun.many);
  return word.fr === '' ? said : { fr: fr`${said}\u00a0${word}`, en: en`${said} ${word}` };
}

const fieldOf = (value: unknown, field: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === field)?.[1]
    : undefined;

const NO_NOUN: Noun = { one: sameInBoth(''), many: sameInBoth('') };

/** The seed of the draws, which is a name rather than a number. */
export function seedIn({ manifest }: PublishedResult): BilingualPassage {
  const value = fieldOf(manifest.protocol['BOOTSTRAP'], 'seed');
  if (typeof value !== 'number') return { fr: [NOT_SAID.fr], en: [NOT_SAID.en] };
  return inBoth({ setting: 'protocol.BOOTSTRAP.seed', value, shown: sameInBoth(String(value)) });
}

/** The period of the boards, by its years where they are whole. */
export function boardPeriodIn({ manifest }: PublishedResult): BilingualPassage {
  const period = boardPeriodSchema.safeParse(manifest.protocol['boardPeriod']);
  if (!period.success) return { fr: [NOT_SAID.fr], en: [NOT_SAID.en] };
  const { from, to } = period.data;
  return inBoth({
    setting: 'protocol.boardPeriod',
    value: `${from}/${to ?? ''}`,
    shown: periodName(period.data),
  });
}

/** A text of the manifest itself: its versions. */
export const versionIn = (
  { manifest }: PublishedResult,
  name: 'rVersion' | 'codeVersion' | 'commit' | 'id',
): BilingualPassage => inBoth({ setting: name, value: manifest[name], shown: sameInBoth(manifest[name]) });

/** How many entries of a list of the manifest are of one kind: `pending.rows_lost`, `missing.lesions`. */
export const numberListed = (list: `${'pending' | 'missing'}.${string}`, count: number): BilingualPassage =>
  inBoth({ setting: list, value: count, shown: numberText(count) });

const inBoth = (value: SettingValue): BilingualPassage => ({ fr: [value], en: [value] });
