import { parseArgs } from 'node:util';
import { codeCommit, codeVersion } from '#cdk/code-version.ts';
import { DeployFailure } from '#cdk/deploy.ts';
import { LaunchFailure } from '#cdk/localstack/bilingual.ts';
import { NotDeployed } from '#cdk/stack-outputs.ts';
import { bothLanguages } from '#shared/language.ts';
import { check } from './check.ts';
import {
  type Call,
  type Command,
  CommandFailure,
  EXIT,
  type ExitCode,
  type Terminal,
  wrongUsage,
} from './command.ts';
import { compute } from './compute.ts';
import { commandHelp, generalHelp } from './help.ts';
import { results } from './results.ts';
import { start } from './start.ts';
import { stop } from './stop.ts';
import { upload } from './upload.ts';

const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({ start, stop, upload, results, check, compute }),
);

/** Runs one command line and says with which code to exit; every failure is a sentence, never a stack trace. */
export async function runCommand(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await dispatch(words, terminal);
  } catch (error) {
    if (terminal.signal.aborted) {
      terminal.report('interrompu / interrupted');
      return EXIT.interrupted;
    }
    terminal.report(sentence(error, terminal.environment));
    return error instanceof CommandFailure ? error.exitCode : EXIT.failed;
  }
}

async function dispatch([name, ...rest]: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.print(generalHelp(COMMANDS));
    return name === undefined ? EXIT.usage : EXIT.done;
  }
  if (name === '--version') {
    terminal.print(`${codeVersion()} (${codeCommit()})`);
    return EXIT.done;
  }
  const command = COMMANDS.get(name);
  if (command === undefined) {
    throw wrongUsage({
      fr: `Il n’y a pas de commande ${name}. Voyez npm run ctmri -- --help.`,
      en: `There is no command ${name}. See npm run ctmri -- --help.`,
    });
  }
  const call = readCall(command, rest);
  if (call === 'help') {
    terminal.print(commandHelp(command));
    return EXIT.done;
  }
  return command.run(call, terminal);
}

function readCall(command: Command, words: readonly string[]): Call | 'help' {
  const own = Object.entries(command.options).map(
    ([name, { value }]) => [name, { type: value === undefined ? 'boolean' : 'string' }] as const,
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { ...Object.fromEntries(own), help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    if (values['help'] === true) return 'help';
    const options = Object.entries(values).map(([name, value]) => [name, String(value)] as const);
    return { positionals, options: new Map(options) };
  } catch {
    throw wrongUsage({
      fr: `Appel incorrect. Utilisation : npm run ctmri -- ${command.usage}`,
      en: `Wrong call. Usage: npm run ctmri -- ${command.usage}`,
    });
  }
}

/** Errors that are made as a sentence for the user. */
const SENTENCES = [CommandFailure, DeployFailure, LaunchFailure, NotDeployed];

/** What to tell the user of an error; `CTMRI_DEBUG=1` shows where it came from as well. */
function sentence(error: unknown, environment: NodeJS.ProcessEnv): string {
  if (!(error instanceof Error)) return String(error);
  if (environment['CTMRI_DEBUG'] === '1') return error.stack ?? error.message;
  if (SENTENCES.some((kind) => error instanceof kind)) return error.message;
  return bothLanguages({
    fr: `Échec : ${error.name}: ${error.message} (CTMRI_DEBUG=1 montre où)`,
    en: `Failed: ${error.name}: ${error.message} (CTMRI_DEBUG=1 shows where)`,
  });
}
