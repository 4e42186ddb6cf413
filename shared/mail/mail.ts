import type { Bilingual } from '#shared/language.ts';
import { dayText } from '#shared/reports/report-text.ts';
import { inFrenchType } from '#shared/typography.ts';

/** A message as it is handed to SNS: plain text, the whole of it in French and then the whole in English. */
export interface Mail {
  readonly subject: string;
  readonly text: string;
}

/** SNS takes fewer than 100 characters, and no line break. Source: AWS, "Publish", on `Subject`. */
const LONGEST_SUBJECT = 99;
const BETWEEN_LANGUAGES = `${'—'.repeat(20)} English`;

/** @param lines - in each language the same; one that is empty parts two paragraphs */
export function mailOf(subject: string, lines: readonly Bilingual[]): Mail {
  const inFrench = lines.map(({ fr }) => inFrenchType(fr));
  const inEnglish = lines.map(({ en }) => en);
  return {
    subject: [...subject].slice(0, LONGEST_SUBJECT).join(''),
    text: `${[...inFrench, '', BETWEEN_LANGUAGES, '', ...inEnglish].join('\n')}\n`,
  };
}

export const NEW_PARAGRAPH: Bilingual = { fr: '', en: '' };

/** A moment (ISO 8601) to the minute: the clocks of a study of many hospitals are those of UTC. */
export function minuteText(at: string): Bilingual {
  const day = dayText(at);
  const minute = at.slice(11, 16);
  return { fr: `${day.fr} à ${minute} (UTC)`, en: `${day.en} ${minute} (UTC)` };
}
