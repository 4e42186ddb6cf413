import { parseArgs } from 'node:util';
import type { Language } from '#shared/language.ts';

const FRENCH = /^fr(?:[_.@]|$)/i;
/** A language's code of ISO 639, perhaps with country, encoding or variant: `de`, `en_GB.UTF-8`. */
const SOME_LANGUAGE = /^[a-z]{2,3}(?:[_.@]|$)/i;

/**
 * The language of whoever set this environment: French for any French, English for any other, both where it
 * names none (unset, `C`, `POSIX`).
 * Source: POSIX, "Environment Variables": `LC_ALL` before `LC_MESSAGES` before `LANG`, an empty one is as unset.
 */
export function languageOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  const locale = LC_ALL || LC_MESSAGES || LANG || '';
  if (FRENCH.test(locale)) return 'fr';
  return SOME_LANGUAGE.test(locale) ? 'en' : 'both';
}

/** What `--lang` says, wherever among the words it stands, and the other words. */
export interface LanguageOption {
  readonly rest: readonly string[];
  readonly language: Language | 'wrong' | undefined;
}

/** Takes `--lang fr`, `--lang=en` out of a command line; the last one counts. */
export function takeLanguage(words: readonly string[]): LanguageOption {
  const { tokens } = parseArgs({
    args: [...words],
    options: { lang: { type: 'string' } },
    // The command's own options are not known yet: they pass as they are.
    strict: false,
    tokens: true,
  });
  const given = tokens.filter((token) => token.kind === 'option').filter(({ name }) => name === 'lang');
  const taken = new Set(
    given.flatMap(({ index, value, inlineValue }) =>
      value === undefined || inlineValue ? [index] : [index, index + 1],
    ),
  );
  const last = given.at(-1);
  return {
    rest: words.filter((_, index) => !taken.has(index)),
    language: last && (last.value === 'fr' || last.value === 'en' ? last.value : 'wrong'),
  };
}
