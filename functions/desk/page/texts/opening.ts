import { type Bilingual, sameInBoth } from '#shared/language.ts';

/** What stands at the head of the page, and what is said where it cannot be opened. */
export const OPENING = {
  study: { fr: 'Étude RENATEN', en: 'RENATEN study' },
  desk: { fr: 'Guichet', en: 'Desk' },
  title: {
    fr: 'TDM ou IRM pour les métastases hépatiques des tumeurs neuroendocrines digestives',
    en: 'CT or MRI for the liver metastases of digestive neuroendocrine tumours',
  },
  skip: { fr: 'Aller au contenu', en: 'Skip to the content' },
  noLinkTitle: { fr: 'Il manque votre lien', en: 'Your link is missing' },
  noLink: {
    fr: 'Ouvrez le lien que le coordinateur de l’étude vous a envoyé, en entier : ce qui suit le signe # en fait partie.',
    en: 'Open the link that the coordinator of the study sent you, all of it: what follows the # sign is part of it.',
  },
  wrongLinkTitle: { fr: 'Ce lien n’ouvre rien', en: 'This link opens nothing' },
  wrongLinkWhy: {
    fr: 'Il a peut-être été coupé en le copiant, il a expiré, ou il a été révoqué. Essayez de l’ouvrir depuis le message d’origine ; sinon, demandez-en un nouveau au coordinateur.',
    en: 'It may have been cut when it was copied, have expired, or have been revoked. Try to open it from the original message; else ask the coordinator for a new one.',
  },
  failedTitle: { fr: 'La page ne s’est pas ouverte', en: 'The page did not open' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Under the title. */
export const linkEnds = (day: Bilingual): Bilingual => ({
  fr: `Ce lien est personnel, ne le transmettez pas. Il est valable jusqu’au ${day.fr}.`,
  en: `This link is personal, do not pass it on. It is valid until ${day.en}.`,
});

export const centreTitle = (centre: string): Bilingual => sameInBoth(`Centre ${centre}`);
export const COORDINATOR_TITLE: Bilingual = {
  fr: 'Coordination de l’étude',
  en: 'Coordination of the study',
};
