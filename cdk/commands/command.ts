import { ToldFailure } from '#cdk/failure.ts';
import type { Bilingual, Language } from '#shared/language.ts';

/** What a command may use of the outside. Results go to `print`, progress and complaints to `report`. */
export interface Surroundings {
  readonly print: (text: string) => void;
  readonly report: (text: string) => void;
  readonly environment: NodeJS.ProcessEnv;
  /** Aborted by Ctrl-C and by a request to end. */
  readonly signal: AbortSignal;
}

/** A text in the language of the person who called, on one line; in both where it is not known. */
export type Say = (text: Bilingual) => string;

/** The surroundings, and the language of the person who called. */
export interface Terminal extends Surroundings {
  readonly language: Language;
  readonly say: Say;
  /** Ends the command whatever it waits for; absent where nobody watches. */
  readonly giveUp?: (failure: CommandFailure) => void;
}

export interface Command {
  /** As typed, for example `upload CENTRE FILE…`. */
  readonly usage: string;
  /** Whole calls, as somebody would type them after `npm run ctmri --`. */
  readonly examples: readonly string[];
  readonly summary: Bilingual;
  /** The options beside those of every command, each with what it does. */
  readonly options: Readonly<Record<string, OptionDefinition>>;
  /** What it means that the command ends with `EXIT.no`; absent where it never does. */
  readonly answersNo?: Bilingual;
  readonly run: (call: Call, terminal: Terminal) => Promise<ExitCode>;
}

export interface OptionDefinition {
  /** The placeholder of the option's value; absent for a switch. */
  readonly value?: string;
  readonly summary: Bilingual;
}

export interface Call {
  readonly positionals: readonly string[];
  /** The value of each option given; a switch that is on has the value `true`. */
  readonly options: ReadonlyMap<string, string>;
}

export const EXIT = {
  done: 0,
  /** The command worked, and its answer is no: a file was refused, figures differ. */
  no: 1,
  /** The command was called wrongly. */
  usage: 2,
  /** Something that the command needs failed. */
  failed: 3,
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What `EXIT.no` means of a command that examines files. */
export const A_FILE_IS_REFUSED: Bilingual = { fr: 'un fichier est refusé', en: 'a file is refused' };

/** Ends the command with a sentence for the user. */
export class CommandFailure extends ToldFailure {
  override readonly name = 'CommandFailure';
  readonly exitCode: ExitCode;
  constructor(sentence: Bilingual, exitCode: ExitCode = EXIT.failed) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

export const wrongUsage = (message: Bilingual): CommandFailure => new CommandFailure(message, EXIT.usage);

/** For a command that takes options only. */
export function assertNoArgument({ positionals }: Call): void {
  if (positionals.length === 0) return;
  throw wrongUsage({ fr: 'Cette commande ne prend pas d’argument.', en: 'This command takes no argument.' });
}
