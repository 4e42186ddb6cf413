import type { Bilingual } from '#shared/language.ts';

/** What is said while the desk is asked, and where it does not answer. */
export const ASKING = {
  loading: { fr: 'Chargement…', en: 'Loading…' },
  tryAgain: { fr: 'Réessayer', en: 'Try again' },
  noConnection: {
    fr: 'La connexion ne répond pas. Rien n’est perdu : réessayez quand elle est revenue.',
    en: 'The connection does not answer. Nothing is lost: try again when it is back.',
  },
  unexpected: {
    fr: 'Quelque chose n’a pas marché. Rien n’est perdu : rechargez la page et réessayez.',
    en: 'Something did not work. Nothing is lost: load the page again and retry.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
