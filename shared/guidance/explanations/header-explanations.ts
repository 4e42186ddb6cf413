import { type Explanations, fileExample, LESIONS_HEADER, PATIENTS_HEADER } from './explanation.ts';

const ROW = ['EXAMPLE-1;1;1;right;60'];

export const HEADER_EXPLANATIONS: Explanations = {
  UNKNOWN_HEADER: {
    title: {
      fr: 'La première ligne n’est pas un en-tête de l’étude',
      en: 'The first line is no header of the study',
    },
    why: {
      fr: 'Le tableau se reconnaît à sa ligne d’en-tête, jamais au nom du fichier. Souvent un titre est resté au-dessus, ou l’en-tête a été perdu à l’export.',
      en: 'A table is recognised by its header row, never by the file’s name. Often a title was left above it, or the export lost the header.',
    },
    example: fileExample(
      'lesions.csv',
      [],
      ['Lésions 2021;;;;', LESIONS_HEADER, ...ROW],
      [LESIONS_HEADER, ...ROW],
    ),
  },
  MISSING_COLUMN: {
    title: { fr: 'Une colonne obligatoire manque', en: 'A required column is missing' },
    why: {
      fr: 'Sans elle, aucune ligne du fichier ne peut être comprise. Son nom est peut-être écrit autrement : il est alors dit inconnu à côté.',
      en: 'Without it no row of the file can be understood. Its name may be spelt otherwise: then it is said to be unknown beside this.',
    },
    example: fileExample(
      'lesions.csv',
      [],
      ['patient_id;pair;lesion;ct_portal_mm', 'EXAMPLE-1;1;1;60'],
      [LESIONS_HEADER, ...ROW],
    ),
  },
  UNKNOWN_COLUMN: {
    title: { fr: 'Une colonne que l’étude ne connaît pas', en: 'A column that the study does not know' },
    why: {
      fr: 'Toute colonne inconnue fait refuser le fichier, même vide de sens pour l’étude : c’est ainsi qu’un nom, une date de naissance ou un commentaire n’y entrent jamais par erreur.',
      en: 'Any unknown column gets the file refused, whatever is in it: that is how a name, a date of birth or a comment never enters the study by accident.',
    },
    example: fileExample(
      'lesions.csv',
      [],
      [`${LESIONS_HEADER};nom`, 'EXAMPLE-1;1;1;right;60;Durand'],
      [LESIONS_HEADER, ...ROW],
    ),
  },
  REPEATED_COLUMN: {
    title: { fr: 'Une colonne est deux fois dans l’en-tête', en: 'A column is in the header twice' },
    why: {
      fr: 'Rien ne dit laquelle des deux compte, et aucune n’est choisie au hasard. Majuscules, espaces et tirets ne distinguent pas deux noms.',
      en: 'Nothing says which of the two counts, and none is picked by chance. Capitals, spaces and hyphens do not tell two names apart.',
    },
    example: fileExample(
      'lesions.csv',
      [],
      [`${LESIONS_HEADER};Patient ID`, 'EXAMPLE-1;1;1;right;60;EXAMPLE-1'],
      [LESIONS_HEADER, ...ROW],
    ),
  },
  COLUMN_ABSENT: {
    title: { fr: 'Des colonnes facultatives sont absentes', en: 'Optional columns are absent' },
    why: {
      fr: 'Le fichier est accepté, mais ce qu’elles disent n’est connu d’aucune de ses lignes : les tableaux qui en ont besoin se feront sans elles.',
      en: 'The file is accepted, but what they say is not known for any of its rows: tables that need it will be made without them.',
    },
    example: fileExample(
      'lesions.csv',
      [],
      [LESIONS_HEADER, ...ROW],
      [
        'patient_id;pair;reader;lesion;side;mri_t2fs_mm;mri_diffusion_mm;mri_arterial_mm;mri_portal_mm;ct_arterial_mm;ct_portal_mm',
        'EXAMPLE-1;1;1;1;right;61;60;;60;59;60',
      ],
    ),
  },
  INCLUSION_COLUMN_ABSENT: {
    title: { fr: 'Sans cette colonne, aucun patient n’entre', en: 'Without this column no patient enters' },
    why: {
      fr: 'L’étude compare ce que l’on voit sur les images : un patient n’y entre que si l’on sait qu’on y voit des métastases. « Non connu » veut donc dire exclu.',
      en: 'The study compares what is seen on the images: a patient enters only if metastases are known to be seen there. So "not known" means left out.',
    },
    example: fileExample(
      'patients.csv',
      [],
      [PATIENTS_HEADER, 'EXAMPLE-1;F;oui;colon;present'],
      [`${PATIENTS_HEADER};metastases_on_images`, 'EXAMPLE-1;F;oui;colon;present;oui'],
    ),
  },
};
