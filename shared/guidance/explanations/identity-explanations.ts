import { onLine } from '#shared/validation/problem.ts';
import { rowsLeftAlone } from '#shared/validation/warnings.ts';
import {
  type Explanations,
  fileExample,
  LESIONS_HEADER,
  PAIRS_HEADER,
  PATIENTS_HEADER,
  toldWarning,
} from './explanation.ts';

const PATIENT = [PATIENTS_HEADER, 'EXAMPLE-1;F;oui;colon;absent'];
const OTHER_PATIENT = [PATIENTS_HEADER, 'EXAMPLE-2;M;oui;pancreas;absent'];
const PAIR = [PAIRS_HEADER, 'EXAMPLE-1;1;14/01/2021;19/01/2021;non;yes'];

export const IDENTITY_EXPLANATIONS: Explanations = {
  ROWS_LEFT_ALONE: {
    title: { fr: 'Des lignes restent seules', en: 'Rows are left alone' },
    why: {
      fr: 'Un couple ne compte qu’avec son patient, une lésion qu’avec son couple. Un filtre oublié ou une sélection trop courte fait disparaître d’un fichier des lignes dont d’autres fichiers dépendent.',
      en: 'A pair counts only with its patient, a lesion only with its pair. A filter left on or a selection too short makes rows disappear on which other files depend.',
    },
    example: toldWarning(
      rowsLeftAlone(onLine(1), 12, 'pairs'),
      {
        fr: 'patients.csv, remplacé par un fichier où manquent des patients qui ont 12 couples',
        en: 'patients.csv, replaced by a file that lacks patients who have 12 pairs',
      },
      { fr: 'le fichier avec tous ses patients', en: 'the file with all its patients' },
    ),
  },
  REPEATED_ROW: {
    title: { fr: 'Une ligne est deux fois dans le fichier', en: 'A row is in the file twice' },
    why: {
      fr: 'Un patient, un couple et lecteur, une lésion n’a qu’une ligne. De deux lignes différentes, rien ne dit laquelle est la bonne.',
      en: 'A patient, a pair and reader, a lesion has one row only. Of two different rows nothing says which is right.',
    },
    example: fileExample(
      'patients.csv',
      PATIENT,
      ['EXAMPLE-1;M;oui;pancreas;absent'],
      ['EXAMPLE-2;M;oui;pancreas;absent'],
    ),
  },
  ROW_IN_OTHER_FILE: {
    title: {
      fr: 'Une ligne est déjà dans un autre fichier du centre',
      en: 'A row is in another of the centre’s files already',
    },
    why: {
      fr: 'Tous les fichiers d’un centre s’ajoutent ; le plus ancien garde la ligne. Pour remplacer des données, envoyez le fichier corrigé sous le nom de l’ancien, ou supprimez l’ancien.',
      en: 'All of a centre’s files add up; the older one keeps the row. To replace data, send the mended file under the old one’s name, or delete the old one.',
    },
    example: () => ({
      wrong: { 'a.csv': PATIENT, 'b.csv': [...OTHER_PATIENT, 'EXAMPLE-1;F;oui;colon;absent'] },
      mended: { 'a.csv': PATIENT, 'b.csv': OTHER_PATIENT },
    }),
  },
  EXAMPLE_ROW: {
    title: { fr: 'Une ligne d’exemple est restée', en: 'An example row was left' },
    why: {
      fr: 'Les modèles ont deux lignes d’exemple, à remplacer par les vôtres. Un fichier qui les garde est lu comme les autres, et l’étude aurait un patient qui n’existe pas.',
      en: 'Templates have two example rows, to be written over with your own. A file that keeps them is read like any other, and the study would have a patient who does not exist.',
    },
    example: fileExample(
      'patients.csv',
      [PATIENTS_HEADER],
      ['EXAMPLE-1;F;oui;colon;absent'],
      ['0017;F;oui;colon;absent'],
    ),
  },
  PATIENT_NOT_SENT: {
    title: { fr: 'Un couple sans son patient', en: 'A pair without its patient' },
    why: {
      fr: 'La ligne est enregistrée et attend : elle ne compte qu’avec un patient de ce pseudonyme. Des zéros perdus (1 pour 001) ou une majuscule en sont souvent la cause.',
      en: 'The row is recorded and waits: it counts only with a patient of that pseudonym. Lost zeros (1 for 001) or a capital are often the cause.',
    },
    example: () => ({
      wrong: { 'pairs.csv': PAIR, 'patients.csv': OTHER_PATIENT },
      mended: { 'pairs.csv': PAIR, 'patients.csv': PATIENT },
    }),
  },
  PAIR_NOT_SENT: {
    title: { fr: 'Une lésion sans son couple', en: 'A lesion without its pair' },
    why: {
      fr: 'La ligne est enregistrée et attend : elle ne compte qu’avec le couple du même patient, du même numéro et du même lecteur.',
      en: 'The row is recorded and waits: it counts only with the pair of the same patient, number and reader.',
    },
    example: () => ({
      wrong: { 'lesions.csv': [LESIONS_HEADER, 'EXAMPLE-1;2;1;right;60'], 'pairs.csv': PAIR },
      mended: { 'lesions.csv': [LESIONS_HEADER, 'EXAMPLE-1;1;1;right;60'], 'pairs.csv': PAIR },
    }),
  },
};
