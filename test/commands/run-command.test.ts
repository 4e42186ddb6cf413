import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '#cdk/commands/commands.ts';
import { ctmri, ctmriIn } from './called.ts';

const NAMES = [...COMMANDS.keys()];

describe('ctmri', () => {
  it.each(['--help', '-h', 'help'])(
    '%s names every command in both languages, and the exit codes',
    async (word) => {
      const { exitCode, printed } = await ctmri(word);
      expect(exitCode).toBe(0);
      for (const command of NAMES) expect(printed).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
      expect(printed).toContain('codes de sortie : 0 fait');
      expect(printed).toContain('exit codes: 0 done');
    },
  );

  it.each(NAMES)('%s --help shows its options, and calls of it to copy', async (command) => {
    const { exitCode, printed } = await ctmri(command, '--help');
    expect(exitCode).toBe(0);
    expect(printed).toMatch(new RegExp(`^npm run ctmri -- ${command}`));
    expect(printed).toContain('--help');
    const [, examples = ''] = printed.split('examples:\n');
    expect(examples).toMatch(new RegExp(`^  npm run ctmri -- ${command}\\b`));
  });

  it.each([
    ['fr', 'codes de sortie', 'exit codes'],
    ['en', 'exit codes', 'codes de sortie'],
  ])('--lang %s speaks that language alone, in general and of each command', async (language, own, other) => {
    for (const words of [['--help'], ...NAMES.map((name) => [name, '--help'])]) {
      const { printed } = await ctmri('--lang', language, ...words);
      expect(printed).toContain(own);
      expect(printed).not.toContain(other);
      expect((await ctmri(...words, `--lang=${language}`)).printed).toBe(printed);
    }
  });

  it('speaks the language of the environment, which --lang overrides', async () => {
    const french = await ctmriIn({ LANG: 'fr_FR.UTF-8' }, 'nothing');
    expect(french.reported).toBe('Il n’y a pas de commande nothing. Voyez npm run ctmri -- --help.');
    expect((await ctmriIn({ LANG: 'fr_FR.UTF-8' }, 'nothing', '--lang', 'en')).reported).toBe(
      'There is no command nothing. See npm run ctmri -- --help.',
    );
  });

  it('without a word shows the help, and has been called wrongly', async () => {
    const { exitCode, printed } = await ctmri();
    expect([exitCode, printed]).toEqual([2, (await ctmri('--help')).printed]);
  });

  it('--version names the code and its commit', async () => {
    const { exitCode, printed } = await ctmri('--version');
    expect(exitCode).toBe(0);
    expect(printed).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12} \(([0-9a-f]{40}(\+changes)?|unknown)\)$/);
  });

  it.each([
    [['nothing']],
    [['check', '--nonsense']],
    [['check', '--lang', 'de', 'x.csv']],
    [['check', 'x.csv', '--lang']],
    [['compute', 'a']],
    [['compute', 'a', 'b', '--out', 'c']],
    [['upload', 'rouen']],
  ])('%j is a wrong call: a sentence in both languages, and no stack trace', async (words) => {
    const { exitCode, printed, reported } = await ctmri(...words);
    expect([exitCode, printed]).toEqual([2, '']);
    expect(reported.split('\n').length).toBe(2);
    expect(reported).not.toMatch(/^\s+at /m);
  });

  it.each([
    [['status', '--jsn'], 'There is no option --jsn here.'],
    [['status', '-j'], 'There is no option -j here.'],
    [['status', '--json=yes'], 'The option --json takes no value.'],
    [['results', '--id'], 'The option --id lacks its value.'],
    [['erase', 'rouen', '--file', '--patient', 'P1'], 'The option --file lacks its value.'],
    [['erase', 'rouen', '--file', '--yes'], 'The option --file lacks its value.'],
    [['erase', 'rouen', '--file', 'a.csv', '--by'], 'The option --by lacks its value.'],
  ])('%j names the option that is wrong, and how the command is called', async (words, fault) => {
    const { exitCode, reported } = await ctmri(...words, '--lang', 'en');
    expect(exitCode).toBe(2);
    expect(reported).toMatch(fault);
    expect(reported).toContain(`Usage: npm run ctmri -- ${words[0]} `);
  });

  it('stop with a word behind it stops nothing: the study would be gone', async () => {
    const emptyCache = { CTMRI_CACHE: join(import.meta.dirname, 'no-cache') };
    const { exitCode, reported } = await ctmriIn(emptyCache, 'stop', 'rouen', '--lang', 'en');
    expect([exitCode, reported]).toEqual([2, 'This command takes no argument.']);
  });

  it('a report of check is in one language where that is known', async () => {
    const { printed, reported } = await ctmri(
      'check',
      'test/cohort/thesis/rouen/lesions.csv',
      '--lang',
      'fr',
    );
    expect(`${printed}${reported}`).not.toMatch(/ACCEPTED|line 2|points? to check|add --out/);
    expect(printed).toContain('ACCEPTÉ   lesions.csv');
  });

  it('check says how to get the annotated files, where there is something to annotate', async () => {
    const lesionsAlone = await ctmri('check', 'test/cohort/thesis/rouen/lesions.csv');
    expect(lesionsAlone.printed).toContain('[PAIR_NOT_SENT]');
    expect(lesionsAlone.reported).toContain('add --out FOLDER');
    expect((await ctmri('check', 'test/cohort/thesis/rouen/patients.csv')).reported).toBe('');
  });

  it('check --json gives programs the reports, and nothing else on standard output', async () => {
    const { exitCode, printed } = await ctmri('check', '--json', 'test/cohort/thesis/rouen/pairs.csv');
    expect(exitCode).toBe(0);
    expect(JSON.parse(printed)).toMatchObject([{ file: 'pairs.csv', verdict: 'accepted', rows: 37 }]);
  });
});
