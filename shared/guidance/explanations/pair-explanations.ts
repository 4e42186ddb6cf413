import { addDays, addMonths } from '#shared/calendar.ts';
import { dayIn, FRENCH_SPREADSHEET } from '#shared/guidance/csv-dialect.ts';
import { COUNT_COLUMNS } from '#shared/tables/pairs.ts';
import { inCell } from '#shared/validation/problem.ts';
import { dateToCome } from '#shared/validation/row-problems.ts';
import { type Explanations, fileExample, PAIRS_HEADER, toldExample } from './explanation.ts';

/** Of which the protocol is not complete, so that no count is required. */
const PAIR = 'EXAMPLE-1;1;14/01/2021;19/01/2021;non;yes';
const CT_RIGHT = `${PAIRS_HEADER};ct_arterial_right;ct_portal_right;ct_total_right`;
const total = (wrong: string, mended: string) =>
  fileExample('pairs.csv', [CT_RIGHT], [`${PAIR};2;3;${wrong}`], [`${PAIR};2;3;${mended}`]);

export const PAIR_EXPLANATIONS: Explanations = {
  COUNT_REQUIRED: {
    title: { fr: 'Un nombre de métastases manque', en: 'A number of metastases is missing' },
    why: {
      fr: 'Un couple complet et dénombrable se compte sur chaque séquence et de chaque côté. « 0 » dit que l’on a regardé et rien vu ; une cellule vide ne dit rien.',
      en: 'A complete and countable pair is counted on every sequence and side. "0" says that somebody looked and saw none; a blank cell says nothing.',
    },
    example: () => {
      const header = [PAIRS_HEADER, ...COUNT_COLUMNS.map(({ name }) => name)].join(';');
      const row = (first: string) =>
        ['EXAMPLE-1;1;14/01/2021;19/01/2021;oui;yes', first, ...COUNT_COLUMNS.slice(1).map(() => '0')].join(
          ';',
        );
      return fileExample('pairs.csv', [header], [row('')], [row('0')])();
    },
  },
  COUNT_FORBIDDEN: {
    title: { fr: 'Un nombre, là où l’on ne peut compter', en: 'A number where nothing can be counted' },
    why: {
      fr: '« massive » et « coalescent » veulent dire que les métastases ne se comptent pas : un nombre à côté contredit la ligne, et l’étude ne choisit pas entre les deux.',
      en: '"massive" and "coalescent" mean that the metastases cannot be counted: a number beside it contradicts the row, and the study does not choose between the two.',
    },
    example: fileExample(
      'pairs.csv',
      [`${PAIRS_HEADER};ct_total_right`],
      ['EXAMPLE-1;1;14/01/2021;19/01/2021;oui;massive;40'],
      ['EXAMPLE-1;1;14/01/2021;19/01/2021;oui;massive;'],
    ),
  },
  TOTAL_BELOW_SEQUENCE: {
    title: {
      fr: 'Un total est inférieur à l’une de ses séquences',
      en: 'A total is below one of its sequences',
    },
    why: {
      fr: 'Le total d’une modalité compte les lésions distinctes de toutes ses séquences : il en a au moins autant que chacune.',
      en: 'A modality’s total counts the distinct lesions of all its sequences: it has at least as many as each of them.',
    },
    example: total('2', '4'),
  },
  TOTAL_ABOVE_SUM: {
    title: {
      fr: 'Un total dépasse la somme de ses séquences',
      en: 'A total exceeds the sum of its sequences',
    },
    why: {
      fr: 'Chaque lésion du total a été vue sur une séquence au moins : il ne peut y en avoir plus que sur toutes les séquences ensemble.',
      en: 'Every lesion of the total was seen on at least one sequence: there cannot be more than on all sequences together.',
    },
    example: total('6', '4'),
  },
  TOTAL_EQUALS_ONE_SEQUENCE: {
    title: {
      fr: 'Un total n’est atteint que par une séquence',
      en: 'A total is reached by one sequence only',
    },
    why: {
      fr: 'C’est possible, si cette séquence montre toutes les lésions des autres. Ce peut être aussi une copie de la plus grande valeur au lieu d’un compte. Une liste complète des lésions du couple, avec autant de lésions, lève le doute.',
      en: 'It may be so, if that sequence shows every lesion of the others. It may also be a copy of the largest value instead of a count. A full list of the pair’s lesions, with as many of them, settles it.',
    },
    example: total('3', '4'),
  },
  PAIRS_OUT_OF_ORDER: {
    title: { fr: 'Les couples ne sont pas dans l’ordre du temps', en: 'The pairs are not in order of time' },
    why: {
      fr: 'Le premier couple d’un patient est le point de départ de son suivi. Un jour et un mois intervertis en sont souvent la cause.',
      en: 'A patient’s first pair is where his or her follow-up begins. A day and month exchanged are often the cause.',
    },
    example: fileExample(
      'pairs.csv',
      [PAIRS_HEADER, PAIR],
      ['EXAMPLE-1;2;14/07/2020;19/07/2020;non;yes'],
      ['EXAMPLE-1;2;14/07/2021;19/07/2021;non;yes'],
    ),
  },
  INTERVAL_TOO_LONG: {
    title: { fr: 'TDM et IRM sont trop éloignées', en: 'CT and MRI are too far apart' },
    why: {
      fr: 'Le couple est enregistré mais ne compte pas : entre les deux examens, le foie a pu changer. Une année ou un mois mal tapé en est souvent la cause.',
      en: 'The pair is recorded but does not count: between the two scans the liver may have changed. A year or month typed wrongly is often the cause.',
    },
    example: ({ longestIntervalMonths }) => {
      const ct = '2021-01-14';
      const row = (mri: string) => [
        `EXAMPLE-1;1;${dayIn(FRENCH_SPREADSHEET, ct)};${dayIn(FRENCH_SPREADSHEET, mri)};oui;massive`,
      ];
      const tooLate = addMonths(ct, longestIntervalMonths);
      return fileExample('pairs.csv', [PAIRS_HEADER], row(tooLate), row(addDays(ct, 5)))();
    },
  },
  READERS_DATES_DIFFER: {
    title: {
      fr: 'Deux lecteurs donnent d’autres dates au même couple',
      en: 'Two readers date the same pair differently',
    },
    why: {
      fr: 'Deux lecteurs d’un couple ont lu les mêmes examens. Des dates différentes font douter qu’il s’agisse du même couple.',
      en: 'Two readers of a pair have read the same scans. Different dates make one doubt that it is the same pair.',
    },
    example: fileExample(
      'pairs.csv',
      [`${PAIRS_HEADER};reader`, `${PAIR};1`],
      ['EXAMPLE-1;1;15/01/2021;19/01/2021;non;yes;2'],
      ['EXAMPLE-1;1;14/01/2021;19/01/2021;non;yes;2'],
    ),
  },
  READER_NOT_DESCRIBED: {
    title: {
      fr: 'Un lecteur n’est pas dans le fichier des lecteurs',
      en: 'A reader is not in the readers file',
    },
    why: {
      fr: 'Le fichier readers est facultatif : qui en dépose un y décrit tous ses lecteurs. Un numéro qui n’y est pas est souvent une faute de frappe, ou un lecteur arrivé depuis.',
      en: 'The readers file is optional: whoever sends one describes all readers in it. A number that is not in it is often mistyped, or a reader who came later.',
    },
    example: () => {
      const pairs = [`${PAIRS_HEADER};reader`, `${PAIR};1`, `${PAIR};2`];
      const readers = ['reader;role;years_of_experience', '1;radiologist;15'];
      return {
        wrong: { 'pairs.csv': pairs, 'readers.csv': readers },
        mended: { 'pairs.csv': pairs, 'readers.csv': [...readers, '2;resident;3'] },
      };
    },
  },
  DATE_AFTER_UPLOAD: {
    title: { fr: 'Une date est après le jour du dépôt', en: 'A date is after the day of the upload' },
    why: {
      fr: 'Personne n’avait encore passé cet examen quand le fichier a été déposé : une année mal tapée (2091 pour 2019) en est souvent la cause. Le jour est celui du dépôt, en temps universel.',
      en: 'Nobody had had this scan yet when the file was sent: a year typed wrongly (2091 for 2019) is often the cause. The day is that of the upload, in universal time.',
    },
    example: toldExample(
      dateToCome(inCell(2, 'ct_date', '03/06/2091'), '2026-11-02'),
      { fr: 'une TDM du 03/06/2091, déposée le 02/11/2026', en: 'a CT of 03/06/2091, sent on 02/11/2026' },
      { fr: 'la même, du 03/06/2019', en: 'the same, of 03/06/2019' },
    ),
  },
  DOSE_UNLIKELY: {
    title: { fr: 'Une dose invraisemblable', en: 'An unlikely dose' },
    why: {
      fr: 'Le produit dose-longueur est celui d’une seule acquisition, en mGy·cm. Certains appareils l’écrivent en Gy·cm (0,45) ou en µGy·m² ; un compte rendu donne souvent le total de l’examen.',
      en: 'The dose–length product is that of one acquisition, in mGy·cm. Some machines write it in Gy·cm (0,45) or in µGy·m²; a report often states the total of the examination.',
    },
    example: fileExample('pairs.csv', [`${PAIRS_HEADER};ct_dlp_portal`], [`${PAIR};0,45`], [`${PAIR};450`]),
  },
  INVOLVEMENT_DISAGREES: {
    title: { fr: 'Une atteinte massive d’un petit volume', en: 'Massive involvement of a small volume' },
    why: {
      fr: '« massive » dit que le foie est trop atteint pour que l’on compte, liver_involvement qu’un quart au plus en est pris : l’un des deux est faux.',
      en: '"massive" says that the liver is too involved to count, liver_involvement that a quarter of it at most is taken: one of the two is wrong.',
    },
    example: fileExample(
      'pairs.csv',
      [`${PAIRS_HEADER};liver_involvement`],
      ['EXAMPLE-1;1;14/01/2021;19/01/2021;oui;massive;10_25'],
      ['EXAMPLE-1;1;14/01/2021;19/01/2021;oui;massive;over_50'],
    ),
  },
};
