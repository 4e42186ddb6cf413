import * as z from 'zod';
import { parseJson } from '#shared/json.ts';
import { studySettingsSchema } from '#shared/protocol/study-settings.ts';

/** A list of centres as the stack writes it into an environment variable: `beaujon,caen`. */
export const centreList = z.string().transform((list) => list.split(',').filter((centre) => centre !== ''));

/** The study's settings as the stack writes them into an environment variable: JSON. */
export const studySettings = z.string().transform(parseJson).pipe(studySettingsSchema);

/** The stack does not tell a function what it needs to know. */
export class WrongEnvironment extends Error {
  override readonly name = 'WrongEnvironment';
  /** What is absent or wrong, by name. */
  readonly variables: string;
  constructor(variables: string) {
    super(`the function lacks the environment variables that its stack sets: ${variables}`);
    this.variables = variables;
  }
}

/** Reads a function's settings, once; throws an error that names those that are absent. */
export function readEnvironment<Settings>(
  schema: z.ZodType<Settings>,
  environment: NodeJS.ProcessEnv,
): Settings {
  const settings = schema.safeParse(environment);
  if (settings.success) return settings.data;
  const names = settings.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new WrongEnvironment(names);
}
