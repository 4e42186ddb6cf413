import { type Call, type OptionDefinition, wrongUsage } from './command.ts';

/** The option of every command that leaves a record of who gave it. */
export const BY_OPTION: OptionDefinition = {
  value: 'NAME',
  summary: {
    fr: 'qui le fait ; sinon votre nom d’utilisateur sur cet ordinateur',
    en: 'who does it; else your user name on this computer',
  },
};

/** Who gives a command, as its record will say. */
export function signature({ options }: Call, { USER, LOGNAME, USERNAME }: NodeJS.ProcessEnv): string {
  const by = options.get('by')?.trim() || USER || LOGNAME || USERNAME;
  if (by) return by;
  throw wrongUsage({ fr: 'Dites par --by qui le fait.', en: 'Say by --by who does it.' });
}
