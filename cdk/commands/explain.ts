import { allExplanationsText, explanationText } from '#shared/guidance/explanations/explanation-text.ts';
import { asCode, nearestCodes } from '#shared/guidance/explanations/nearest-codes.ts';
import { type Command, type CommandFailure, EXIT, wrongUsage } from './command.ts';
import { readStudySettings } from './study-settings.ts';

export const explain: Command = {
  usage: 'explain [CODE]',
  examples: ['explain', 'explain LESION_TOO_SMALL --lang fr'],
  summary: {
    fr: 'dit ce que veut dire le CODE d’un compte rendu, avec un exemple ; sans CODE, les énumère tous',
    en: 'says what the CODE of a report means, with an example; without CODE, lists them all',
  },
  options: {},
  run: async ({ positionals: [typed, ...others] }, { print, language }) => {
    if (others.length > 0)
      throw wrongUsage({ fr: 'Indiquez au plus un code.', en: 'Name one code at most.' });
    if (typed === undefined) {
      print(allExplanationsText(language));
      return EXIT.done;
    }
    const text = explanationText(asCode(typed), readStudySettings(), language);
    if (text === undefined) throw unknownCode(typed);
    print(text);
    return EXIT.done;
  },
};

function unknownCode(typed: string): CommandFailure {
  const nearest = nearestCodes(typed);
  return nearest.length === 0
    ? wrongUsage({
        fr: `Aucun compte rendu n’a le code ${typed}. npm run ctmri -- explain les énumère.`,
        en: `No report has the code ${typed}. npm run ctmri -- explain lists them.`,
      })
    : wrongUsage({
        fr: `Aucun compte rendu n’a le code ${typed}. Vouliez-vous dire ${nearest.join(' ou ')} ?`,
        en: `No report has the code ${typed}. Did you mean ${nearest.join(' or ')}?`,
      });
}
