import { type Explanations, fileExample, PAIRS_HEADER, PATIENTS_HEADER } from './explanation.ts';

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
};
