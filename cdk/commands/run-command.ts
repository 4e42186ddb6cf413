import { codeCommit, codeVersion } from '#cdk/code-version.ts';
import { inLanguage, linesIn } from '#shared/language.ts';
import { readCall } from './call.ts';
import { languageOf, takeLanguage } from './chosen-language.ts';
import {
  CommandFailure,
  EXIT,
  type ExitCode,
  type Surroundings,
  type Terminal,
  wrongUsage,
} from './command.ts';
import { COMMANDS } from './commands.ts';
import { commandHelp, generalHelp } from './help.ts';
import { sentenceOf } from './sentence-of-error.ts';

/** Runs one command line and says with which code to exit; every failure is a sentence, never a stack trace. */
export async function runCommand(words: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { rest, language: asked } = takeLanguage(words);
  const language = asked === undefined || asked === 'wrong' ? languageOf(surroundings.environment) : asked;
  const silence = Promise.withResolvers<never>();
  const terminal: Terminal = {
    ...surroundings,
    language,
    say: (text) => inLanguage(language, text),
    giveUp: silence.reject,
  };
  try {
    if (asked === 'wrong') throw wrongUsage({ fr: '--lang attend fr ou en.', en: '--lang takes fr or en.' });
    return await Promise.race([dispatch(rest, terminal), silence.promise]);
  } catch (error) {
    if (terminal.signal.aborted) {
      terminal.report(terminal.say({ fr: 'interrompu', en: 'interrupted' }));
      return EXIT.interrupted;
    }
    terminal.report(complaint(error, terminal));
    return error instanceof CommandFailure ? error.exitCode : EXIT.failed;
  }
}

async function dispatch([name, ...rest]: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { language, print } = terminal;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const commands = await Promise.all([...COMMANDS.values()].map((load) => load()));
    print(generalHelp(commands, language));
    return name === undefined ? EXIT.usage : EXIT.done;
  }
  if (name === '--version') {
    print(`${codeVersion()} (${codeCommit()})`);
    return EXIT.done;
  }
  const load = COMMANDS.get(name);
  if (load === undefined) {
    throw wrongUsage({
      fr: `Il n’y a pas de commande ${name}. Voyez npm run ctmri -- --help.`,
      en: `There is no command ${name}. See npm run ctmri -- --help.`,
    });
  }
  const command = await load();
  const call = readCall(command, rest);
  if (call === 'help') {
    print(commandHelp(command, language));
    return EXIT.done;
  }
  return command.run(call, terminal);
}

/** What to tell the user of an error; `CTMRI_DEBUG=1` shows where it came from as well. */
function complaint(error: unknown, { environment, language }: Terminal): string {
  if (environment['CTMRI_DEBUG'] === '1' && error instanceof Error) return error.stack ?? error.message;
  return linesIn(language, sentenceOf(error)).join('\n');
}
