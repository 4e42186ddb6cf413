import { type Bilingual, sameInBoth } from '#shared/language.ts';
import { NEW_PARAGRAPH } from './mail.ts';

/** Where the desk is, and that its address alone opens nothing. */
export const deskLines = (desk: string): readonly Bilingual[] => [
  sameInBoth(desk),
  {
    fr: 'Ouvrez-la par le lien que la coordination vous a remis : cette adresse seule ne montre rien.',
    en: 'Open it by the link that the coordinators gave you: this address alone shows nothing.',
  },
  NEW_PARAGRAPH,
  {
    fr: 'Ce message ne contient aucune donnée de patient. N’y répondez pas : personne ne lit les réponses.',
    en: 'This message holds no patient’s data. Do not answer it: nobody reads the answers.',
  },
];
