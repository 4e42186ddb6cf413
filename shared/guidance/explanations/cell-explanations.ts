import { type Explanations, fileExample, LESIONS_HEADER, PATIENTS_HEADER } from './explanation.ts';

export const CELL_EXPLANATIONS: Explanations = {
  STRAY_QUOTE: {
    title: { fr: 'Un guillemet n’est pas à sa place', en: 'A quotation mark is out of place' },
    why: {
      fr: 'Un guillemet seul ferait avaler à d’autres lecteurs toutes les lignes qui suivent, sans un mot. Ici une ligne du fichier est toujours une ligne du tableau.',
      en: 'A single quotation mark makes other readers swallow all rows below it without a word. Here a line of the file is always a row of the table.',
    },
    example: fileExample(
      'lesions.csv',
      [LESIONS_HEADER],
      ['EXAMPLE-1;1;"1;right;60'],
      ['EXAMPLE-1;1;1;right;60'],
    ),
  },
  CELL_OUTSIDE_HEADER: {
    title: {
      fr: 'Une cellule est hors des colonnes de l’en-tête',
      en: 'A cell is outside the header’s columns',
    },
    why: {
      fr: 'Une virgule décimale dans un fichier à virgules coupe un nombre en deux et décale tout ce qui suit. Une cellule sous un titre vide n’a pas de sens pour l’étude.',
      en: 'A decimal comma in a comma-separated file cuts a number in two and shifts all that follows. A cell under a blank heading means nothing to the study.',
    },
    example: fileExample(
      'lesions.csv',
      ['patient_id,pair,lesion,side,ct_arterial_mm,ct_portal_mm'],
      ['EXAMPLE-1,1,1,right,60,5,60'],
      ['EXAMPLE-1,1,1,right,60.5,60'],
    ),
  },
  BLANK_CELL: {
    title: { fr: 'Une cellule obligatoire est vide', en: 'A required cell is blank' },
    why: {
      fr: 'Cette colonne ne connaît pas « non connu » : la ligne ne peut compter sans elle. Si personne ne le sait, la ligne n’est pas à envoyer.',
      en: 'This column has no "not known": the row cannot count without it. If nobody knows, the row is not to be sent.',
    },
    example: fileExample(
      'patients.csv',
      [PATIENTS_HEADER],
      ['EXAMPLE-1;;oui;colon;absent'],
      ['EXAMPLE-1;F;oui;colon;absent'],
    ),
  },
  UNEXPECTED_VALUE: {
    title: { fr: 'Une valeur n’est pas reconnue', en: 'A value is not recognised' },
    why: {
      fr: 'L’étude ne devine jamais : un code s’écrit comme dans le dictionnaire, une date existe, un nombre est dans ses bornes et n’est ni « <5 » ni « 5-10 ».',
      en: 'The study never guesses: a code is written as in the dictionary, a date exists, a number is within its bounds and neither "<5" nor "5-10".',
    },
    example: fileExample(
      'patients.csv',
      [PATIENTS_HEADER],
      ['EXAMPLE-1;F;oui;foie;absent'],
      ['EXAMPLE-1;F;oui;extra_digestive;absent'],
    ),
  },
};
