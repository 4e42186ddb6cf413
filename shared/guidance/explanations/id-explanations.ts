import { idAlikeBefore } from '#shared/validation/id-problems.ts';
import { type Explanations, fileExample, PAIRS_HEADER, PATIENTS_HEADER, toldExample } from './explanation.ts';

const pairOf = (id: string) => [PAIRS_HEADER, `${id};1;14/01/2021;19/01/2021;non;yes`];
const patientCalled = (id: string) => `${id};F;oui;colon;absent`;

/** What may be wrong with a pseudonym. */
export const ID_EXPLANATIONS: Explanations = {
  ID_ALIKE: {
    title: {
      fr: 'Deux pseudonymes ne diffèrent que par l’écriture',
      en: 'Two pseudonyms differ in their spelling only',
    },
    why: {
      fr: 'L’étude aurait deux patients au lieu d’un. Un tableur écrit 1 pour 001, une main NTE_01 pour nte-01 : l’étude ne devine pas lequel est le bon.',
      en: 'The study would have two patients instead of one. A spreadsheet writes 1 for 001, a hand NTE_01 for nte-01: the study does not guess which is right.',
    },
    example: fileExample(
      'patients.csv',
      [PATIENTS_HEADER, patientCalled('NTE-01')],
      [patientCalled('NTE_01')],
      [patientCalled('NTE-02')],
    ),
  },
  ID_ALIKE_IN_OTHER_FILE: {
    title: {
      fr: 'Un autre fichier écrit autrement ce pseudonyme',
      en: 'Another file spells this pseudonym otherwise',
    },
    why: {
      fr: 'Ouvrir un CSV dans un tableur suffit pour que 001 devienne 1 : les lignes ne trouveraient plus leur patient, ou en feraient un second. Le plus ancien fichier garde son écriture.',
      en: 'To open a CSV in a spreadsheet is enough to turn 001 into 1: the rows would no longer find their patient, or would make a second one. The older file keeps its spelling.',
    },
    example: () => ({
      wrong: { 'patients.csv': [PATIENTS_HEADER, patientCalled('001')], 'pairs.csv': pairOf('1') },
      mended: { 'patients.csv': [PATIENTS_HEADER, patientCalled('001')], 'pairs.csv': pairOf('001') },
    }),
  },
  ID_ALIKE_BEFORE: {
    title: {
      fr: 'Un pseudonyme s’écrit autrement qu’avant',
      en: 'A pseudonym is spelt otherwise than before',
    },
    why: {
      fr: 'Le fichier d’avant, ouvert dans un tableur et enregistré, a sans doute perdu ses zéros : ses patients ne seraient plus ceux des autres fichiers. La version d’avant continue de compter.',
      en: 'The file of before, opened in a spreadsheet and saved, has probably lost its zeros: its patients would no longer be those of the other files. The version of before goes on counting.',
    },
    example: toldExample(
      idAlikeBefore({ row: 2, column: 'patient_id', value: '1' }, '001', 2),
      { fr: '1, là où patients.csv disait 001', en: '1, where patients.csv said 001' },
      { fr: '001, la colonne étant au format Texte', en: '001, the column being text' },
    ),
  },
  ID_IDENTIFIES: {
    title: { fr: 'Un pseudonyme dit qui est le patient', en: 'A pseudonym tells who the patient is' },
    why: {
      fr: 'Un numéro de sécurité sociale, un numéro de téléphone ou une date de naissance n’entrent pas dans l’étude. Le fichier refusé reste parmi les versions du compartiment tant qu’un administrateur ne l’efface pas.',
      en: 'A social-security number, a phone number or a date of birth do not enter the study. The refused file stays among the bucket’s versions until an administrator erases it.',
    },
    example: fileExample(
      'patients.csv',
      [PATIENTS_HEADER],
      [patientCalled('1540375116001')],
      [patientCalled('017')],
    ),
  },
  ID_LIKE_NAME: {
    title: { fr: 'Un pseudonyme ressemble à un nom', en: 'A pseudonym looks like a name' },
    why: {
      fr: 'Deux mots sans chiffre sont souvent un nom et un prénom. Si c’est un code du centre, il n’y a rien à faire.',
      en: 'Two words without a digit are often a name and a first name. If it is a code of the centre, there is nothing to do.',
    },
    example: fileExample(
      'patients.csv',
      [PATIENTS_HEADER],
      [patientCalled('MARTIN-Jeanne')],
      [patientCalled('017')],
    ),
  },
  IDS_LIKE_HOSPITAL_NUMBERS: {
    title: {
      fr: 'Les pseudonymes ressemblent à des numéros de dossier',
      en: 'The pseudonyms look like record numbers',
    },
    why: {
      fr: 'Un numéro de dossier mène au patient dans tout l’hôpital : ce n’est pas un pseudonyme. Si les numéros sont de l’étude, il n’y a rien à faire.',
      en: 'A record number leads to the patient anywhere in the hospital: it is no pseudonym. If the numbers are the study’s own, there is nothing to do.',
    },
    example: fileExample(
      'patients.csv',
      [PATIENTS_HEADER],
      [patientCalled('80041277'), patientCalled('80051933')],
      [patientCalled('017'), patientCalled('018')],
    ),
  },
};
