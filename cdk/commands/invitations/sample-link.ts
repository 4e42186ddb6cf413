import { CommandFailure } from '#cdk/commands/command.ts';
import { deployedSettings } from '#cdk/commands/status/deployed-settings.ts';
import type { StudyConnection } from '#cdk/commands/study-connection.ts';
import type { Bilingual } from '#shared/language.ts';
import { newLink } from './invite.ts';

/** A link for a day to the desk of the first centre, for whoever tries the study on a computer. */
export async function sampleLink(
  study: Pick<StudyConnection, 'database' | 'lambda' | 'outputs'>,
  now: Date,
): Promise<Bilingual> {
  const [centre] = (await deployedSettings(study.lambda, study.outputs.StatisticsFunctionName)).centres;
  if (centre === undefined) throw new CommandFailure(NO_CENTRE);
  const { link } = await newLink(study, { role: 'centre', centre, name: 'npm start', days: 1 }, now);
  return {
    fr: `La page du centre ${centre}, pendant un jour : ${link}`,
    en: `The page of the centre ${centre}, for a day: ${link}`,
  };
}

const NO_CENTRE: Bilingual = {
  fr: 'L’étude déployée n’a pas de centre.',
  en: 'The deployed study has no centre.',
};
