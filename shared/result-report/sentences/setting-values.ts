import { type Bilingual, numberText, sameInBoth } from '#shared/language.ts';
import { boardPeriodSchema, periodName } from '#shared/protocol/board-period.ts';
import type { BilingualPassage, SettingValue } from '#shared/result-report/passage.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';

/** Where an earlier release did not write a setting down. */
const NOT_SAID: Bilingual = { fr: '(non précisé)', en: '(not said)' };

/** A setting of the study, or a fixed term of its protocol: `longestIntervalMonths`, `RECIST.mostTargets`. */
export function settingIn({ manifest }: PublishedResult, name: string): BilingualPassage {
  let value: unknown = manifest.protocol;
  for (const step of name.split('.')) {
    value =
      typeof value === 'object' && value !== null
        ? Object.entries(value).find(([key]) => key === step)?.[1]
        : undefined;
  }
  if (typeof value !== 'number' && typeof value !== 'string') return { fr: [NOT_SAID.fr], en: [NOT_SAID.en] };
  const shown = typeof value === 'number' ? numberText(value) : sameInBoth(value);
  return inBoth({ setting: `protocol.${name}`, value, shown });
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
