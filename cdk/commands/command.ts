import type { Bilingual } from '#shared/language.ts';

/** What a command may use of the outside. Results go to `print`, progress and complaints to `report`. */
export interface Terminal {
  readonly print: (text: string) => void;
  readonly report: (text: string) => void;
  readonly environment: NodeJS.ProcessEnv;
  /** Aborted by Ctrl-C and by a request to end. */
  readonly signal: AbortSignal;
}

export interface Command {
  /** As typed, for example `upload CENTRE FILE…`. */
  readonly usage: string;
  /** Whole calls, as somebody would type them after `npm run ctmri --`. */
  readonly examples: readonly string[];
  readonly summary: Bilingual;
  /** The options beside `--help`, each with what it does. */
  readonly options: Readonly<Record<string, OptionDefinition>>;
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
  /** The command worked, and its answer is no: a file was refused. */
  refused: 1,
  /** The command was called wrongly. */
  usage: 2,
  /** Something that the command needs failed. */
  failed: 3,
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A sentence for the user that ends the command; no stack trace is shown. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  readonly exitCode: ExitCode;
  constructor({ fr, en }: Bilingual, exitCode: ExitCode = EXIT.failed) {
    super(`${fr}\n${en}`);
    this.exitCode = exitCode;
  }
}

export const wrongUsage = (message: Bilingual): CommandFailure => new CommandFailure(message, EXIT.usage);
