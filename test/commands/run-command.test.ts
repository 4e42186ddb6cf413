import { describe, expect, it } from 'vitest';
import { runCommand } from '#cdk/commands/run-command.ts';

const COMMANDS = ['start', 'stop', 'upload', 'results', 'check', 'compute'];

async function ctmri(...words: readonly string[]) {
  const [printed, reported]: [string[], string[]] = [[], []];
  const exitCode = await runCommand(words, {
    print: (text) => void printed.push(text),
    report: (text) => void reported.push(text),
    environment: {},
    signal: new AbortController().signal,
  });
  return { exitCode, printed: printed.join('\n'), reported: reported.join('\n') };
}

describe('ctmri', () => {
  it.each(['--help', '-h', 'help'])(
    '%s names every command in both languages, and the exit codes',
    async (word) => {
      const { exitCode, printed } = await ctmri(word);
      expect(exitCode).toBe(0);
      for (const command of COMMANDS) expect(printed).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
      expect(printed).toContain('codes de sortie : 0 fait');
      expect(printed).toContain('exit codes: 0 done');
    },
  );

  it.each(COMMANDS)('%s --help shows its options, and calls of it to copy', async (command) => {
    const { exitCode, printed } = await ctmri(command, '--help');
    expect(exitCode).toBe(0);
    expect(printed).toMatch(new RegExp(`^npm run ctmri -- ${command}`));
    expect(printed).toContain('--help');
    const [, examples = ''] = printed.split('examples:\n');
    expect(examples).toMatch(new RegExp(`^  npm run ctmri -- ${command}\\b`));
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
    [['compute', 'a']],
    [['compute', 'a', 'b', '--out', 'c']],
    [['upload', 'rouen']],
  ])('%j is a wrong call: a sentence in both languages, and no stack trace', async (words) => {
    const { exitCode, printed, reported } = await ctmri(...words);
    expect([exitCode, printed]).toEqual([2, '']);
    expect(reported.split('\n').length).toBe(2);
    expect(reported).not.toMatch(/^\s+at /m);
  });

  it('check says how to get the annotated files, where there is something to annotate', async () => {
    const lesionsAlone = await ctmri('check', 'test/cohort/thesis/rouen/lesions.csv');
    expect(lesionsAlone.printed).toContain('all in the annotated file');
    expect(lesionsAlone.reported).toContain('add --out FOLDER');
    expect((await ctmri('check', 'test/cohort/thesis/rouen/patients.csv')).reported).toBe('');
  });
});
