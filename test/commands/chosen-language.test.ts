import { describe, expect, it } from 'vitest';
import { languageOf, takeLanguage } from '#cdk/commands/chosen-language.ts';

describe('the language of an environment', () => {
  it.each([
    ['fr', { LANG: 'fr_FR.UTF-8' }],
    ['fr', { LANG: 'fr' }],
    ['fr', { LANG: 'FR_be@euro' }],
    ['en', { LANG: 'en_GB.UTF-8' }],
    ['en', { LANG: 'de_DE' }],
    ['en', { LANG: 'frr_DE' }],
    ['both', {}],
    ['both', { LANG: '' }],
    ['both', { LANG: 'C' }],
    ['both', { LANG: 'POSIX' }],
    ['both', { LANG: 'C.UTF-8' }],
    ['fr', { LC_ALL: 'fr_FR', LC_MESSAGES: 'en_GB', LANG: 'en_GB' }],
    ['fr', { LC_MESSAGES: 'fr_FR', LANG: 'en_GB' }],
    ['fr', { LC_ALL: '', LC_MESSAGES: '', LANG: 'fr_FR' }],
    ['both', { LC_ALL: 'C', LANG: 'fr_FR' }],
  ] as const)('is %s in %j', (language, environment) => {
    expect(languageOf(environment)).toBe(language);
  });
});

describe('--lang', () => {
  it.each([
    [['results'], ['results'], undefined],
    [['results', '--lang', 'fr'], ['results'], 'fr'],
    [['--lang=en', 'results', '--out', 'x'], ['results', '--out', 'x'], 'en'],
    [['results', '--lang', 'fr', '--lang', 'en'], ['results'], 'en'],
    [['results', '--lang', 'de'], ['results'], 'wrong'],
    [['results', '--lang'], ['results'], 'wrong'],
    [['results', '--lang='], ['results'], 'wrong'],
    [['check', '--', '--lang', 'fr'], ['check', '--', '--lang', 'fr'], undefined],
  ] as const)('of %j leaves %j and is %s', (words, rest, language) => {
    expect(takeLanguage(words)).toEqual({ rest, language });
  });
});
