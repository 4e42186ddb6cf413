import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import type { Noun } from '#shared/result-report/sentences/parts.ts';
import { boardPeriodIn, settingIn } from '#shared/result-report/sentences/setting-values.ts';
import { en, fr } from '#shared/result-report/sentences/wording.ts';

const MONTHS: Noun = {
  one: { fr: 'mois', en: 'calendar month' },
  many: { fr: 'mois', en: 'calendar months' },
};

/** Who is in the study. */
export function patientMethods(result: PublishedResult): readonly BilingualPassage[] {
  const [period, months] = [boardPeriodIn(result), settingIn(result, 'longestIntervalMonths', MONTHS)];
  return [
    {
      fr: fr`Ont été inclus les patients discutés en réunion de concertation pluridisciplinaire (RCP) RENATEN (période : ${period}), atteints d’une tumeur neuroendocrine digestive prouvée histologiquement, avec des métastases hépatiques visibles sur les images, et ayant au moins un couple TDM–IRM au protocole complet dont les deux examens étaient séparés de moins de ${months}.`,
      en: en`Included were patients discussed at a RENATEN board (period: ${period}) with a histologically proven digestive neuroendocrine tumour, liver metastases visible on the images, and at least one CT–MRI pair with the complete protocol whose two scans lay less than ${months} apart.`,
    },
    {
      fr: fr`Un patient dont la date de réunion n’est pas connue n’était pas exclu pour cela.`,
      en: en`A patient whose board date is not known was not excluded for that.`,
    },
  ];
}
