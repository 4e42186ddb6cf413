import { describe, expect, it } from 'vitest';
import { COMMANDS } from '#cdk/commands/commands.ts';
import { textOf } from './markdown.ts';

const [, french = '', english = ''] = textOf('docs/COMMANDS.md').split(/^## /m);

/** The sections of one language by the command that they are of. */
const sectionsOf = (half: string): ReadonlyMap<string, string> =>
  new Map(
    half
      .split(/^### /m)
      .slice(1)
      .map((section) => [section.split('\n')[0] ?? '', section.replaceAll(/\s+/g, ' ')]),
  );

describe.each([
  ['fr', french, 'Code de sortie 1 :'],
  ['en', english, 'Exit code 1:'],
] as const)('the page of the commands in %s', (language, half, exitCode) => {
  const sections = sectionsOf(half);

  it('has a section for each command, and for nothing else', () => {
    expect([...sections.keys()].toSorted()).toEqual([...COMMANDS.keys()].toSorted());
  });

  it.each([...COMMANDS])(
    'says of %s its options, what exit code 1 means, and shows a call',
    async (name, load) => {
      const command = await load();
      const section = sections.get(name) ?? '';
      expect(section).toContain(`$ npm run ctmri -- ${name}`);
      const options = Object.keys(command.options).map((option) => `\`--${option}`);
      expect(options.filter((option) => !section.includes(option))).toEqual([]);
      const meaning = command.answersNo?.[language];
      expect(section.includes(exitCode)).toBe(meaning !== undefined);
      if (meaning !== undefined) expect(section).toContain(`${exitCode} ${meaning}`);
    },
  );
});
