import { addDays } from '#shared/calendar.ts';
import { dayIn, FRENCH_SPREADSHEET } from '#shared/guidance/csv-dialect.ts';
import { type CountColumn, countColumn } from '#shared/tables/pairs.ts';
import { measuredTooFew } from '#shared/validation/cross-table-warnings.ts';
import { inWholeFile } from '#shared/validation/problem.ts';
import {
  type Example,
  type Explanations,
  fileExample,
  LESIONS_HEADER,
  PAIRS_HEADER,
  PATIENTS_HEADER,
} from './explanation.ts';

const PAIR = 'EXAMPLE-1;1;14/01/2021;19/01/2021;non;yes';
const TOTALS: readonly CountColumn[] = [
  countColumn('mri_total', 'right'),
  countColumn('mri_total', 'left'),
  countColumn('ct_total', 'right'),
  countColumn('ct_total', 'left'),
];

/** A pair and the lesions that were measured of it, as they are and as they should be. */
const pairAndLesions =
  (
    columns: readonly string[],
    wrong: readonly [pair: string, lesions: readonly string[]],
    mended: readonly [pair: string, lesions: readonly string[]],
  ) =>
  (): Example => {
    const files = ([pair, lesions]: readonly [string, readonly string[]]) => ({
      'lesions.csv': [LESIONS_HEADER, ...lesions],
      'pairs.csv': [[PAIRS_HEADER, ...columns].join(';'), `${PAIR};${pair}`],
    });
    return { wrong: files(wrong), mended: files(mended) };
  };

const lesion = (number: number) => `EXAMPLE-1;1;${number};right;60`;

export const CROSS_TABLE_EXPLANATIONS: Explanations = {
  SCAN_USED_TWICE: {
    title: { fr: 'Le même examen est dans deux couples', en: 'One scan is in two pairs' },
    why: {
      fr: 'Un couple est un examen de chaque modalité ; le même examen dans deux couples compterait deux fois. Pour RECIST, c’est une seule visite.',
      en: 'A pair is one scan of each modality; one scan in two pairs would count twice. To RECIST it is a single visit.',
    },
    example: fileExample(
      'pairs.csv',
      [PAIRS_HEADER, PAIR],
      ['EXAMPLE-1;2;14/01/2021;19/02/2021;non;yes'],
      ['EXAMPLE-1;2;14/02/2021;19/02/2021;non;yes'],
    ),
  },
  PAIR_DATES_REPEATED: {
    title: { fr: 'Deux couples ont les mêmes dates', en: 'Two pairs have the same dates' },
    why: {
      fr: 'Les deux examens sont ceux d’un autre couple du patient : une ligne copiée, dont il restait à changer les dates, en est souvent la cause.',
      en: 'Both scans are those of another pair of the patient: a row that was copied and whose dates were still to be changed is often the cause.',
    },
    example: fileExample(
      'pairs.csv',
      [PAIRS_HEADER, PAIR],
      ['EXAMPLE-1;2;14/01/2021;19/01/2021;non;yes'],
      ['EXAMPLE-1;2;14/06/2021;19/06/2021;non;yes'],
    ),
  },
  FIRST_READER_ABSENT: {
    title: { fr: 'Un couple sans lecture du lecteur 1', en: 'A pair without a reading by reader 1' },
    why: {
      fr: 'Les tableaux principaux sont ceux du lecteur 1 ; les autres lecteurs ne servent qu’à l’accord entre lecteurs. Une cellule vide dans reader veut dire 1.',
      en: 'The main tables are those of reader 1; other readers serve for the agreement between readers only. A blank cell of reader means 1.',
    },
    example: fileExample('pairs.csv', [`${PAIRS_HEADER};reader`], [`${PAIR};2`], [`${PAIR};1`, `${PAIR};2`]),
  },
  SCAN_OUTSIDE_PERIOD: {
    title: { fr: 'Un examen est hors de la période de l’étude', en: 'A scan is outside the study’s period' },
    why: {
      fr: 'La période est celle des RCP, et c’est sur elles que l’étude décide : un examen d’un peu avant ou d’un peu après est possible. Une année mal tapée est plus fréquente.',
      en: 'The period is that of the boards, and by these the study decides: a scan from a little before or after is possible. A year typed wrongly is more frequent.',
    },
    example: ({ boardPeriod: { from } }) => {
      const row = (day: string) => [
        `EXAMPLE-1;1;${dayIn(FRENCH_SPREADSHEET, day)};${dayIn(FRENCH_SPREADSHEET, from)};non;yes`,
      ];
      return fileExample('pairs.csv', [PAIRS_HEADER], row(addDays(from, -1)), row(from))();
    },
  },
  NO_METASTASIS_COUNTED: {
    title: { fr: 'Aucune métastase comptée chez un patient', en: 'No metastasis counted of a patient' },
    why: {
      fr: 'Le fichier patients dit que des métastases se voient sur les images, et aucun couple n’en compte une seule. Des colonnes remplies de 0 au lieu de rester vides en sont souvent la cause.',
      en: 'The patients file says that metastases are seen on the images, and no pair counts a single one. Columns filled with 0 instead of being left blank are often the cause.',
    },
    example: () => {
      const files = (counted: number) => ({
        'pairs.csv': [[PAIRS_HEADER, ...TOTALS].join(';'), `${PAIR};${counted};0;0;0`],
        'patients.csv': [`${PATIENTS_HEADER};metastases_on_images`, 'EXAMPLE-1;F;oui;colon;present;oui'],
      });
      return { wrong: files(0), mended: files(3) };
    },
  },
  MEASURED_BEYOND_COUNTED: {
    title: { fr: 'Plus de lésions mesurées que comptées', en: 'More lesions measured than counted' },
    why: {
      fr: 'Une lésion mesurée sur une séquence y est vue, donc comptée. Un côté interverti dans l’un des deux fichiers en est souvent la cause.',
      en: 'A lesion that is measured on a sequence is seen there, so it is counted. A side exchanged in one of the two files is often the cause.',
    },
    example: pairAndLesions(['ct_portal_right'], ['0', [lesion(1)]], ['1', [lesion(1)]]),
  },
  MEASURED_TOO_FEW: {
    title: { fr: 'Moins de lésions mesurées que possible', en: 'Fewer lesions measured than possible' },
    why: {
      fr: 'L’étude mesure les plus grandes lésions, autant que ses réglages le disent. Il y en a moins que de métastases comptées : c’est juste quand les autres sont sous la taille minimale, sinon des lignes manquent.',
      en: 'The study measures the largest lesions, as many as its settings say. There are fewer than metastases counted: right where the others are under the smallest size, else rows are missing.',
    },
    example: ({ mostLesionsMeasured }) =>
      mostLesionsMeasured === 1
        ? {
            told: {
              wrong: {
                fr: 'une lésion de moins que ne permet le compte',
                en: 'one lesion less than the counts allow',
              },
              mended: { fr: 'toutes les lésions assez grandes', en: 'all lesions that are large enough' },
            },
            problem: measuredTooFew(inWholeFile, 2, 1),
            isWarning: true,
          }
        : pairAndLesions(
            ['measurable', ...TOTALS],
            ['yes;2;0;2;0', [lesion(1)]],
            ['yes;2;0;2;0', [lesion(1), lesion(2)]],
          )(),
  },
  MEASURABLE_WITHOUT_LESIONS: {
    title: {
      fr: 'Un couple mesurable sans lésion mesurée',
      en: 'A measurable pair without a measured lesion',
    },
    why: {
      fr: 'Sans ligne dans un fichier lesions, le couple n’entre pas dans l’analyse des mesures. Tant que le centre n’a envoyé aucune lésion, rien n’est signalé.',
      en: 'Without a row in a lesions file the pair does not enter the analysis of measures. As long as the centre has sent no lesion at all, nothing is said.',
    },
    example: pairAndLesions(['measurable'], ['yes', ['EXAMPLE-2;1;1;right;60']], ['yes', [lesion(1)]]),
  },
  MEASURED_THOUGH_NOT_MEASURABLE: {
    title: {
      fr: 'Des lésions mesurées d’un couple non mesurable',
      en: 'Lesions measured of an unmeasurable pair',
    },
    why: {
      fr: 'measurable dit que rien n’a pu être mesuré (ou rien sur toutes les séquences), et le fichier lesions a des mesures. L’étude suit measurable.',
      en: 'measurable says that nothing could be measured (or nothing on every sequence), and the lesions file has measures. The study follows measurable.',
    },
    example: pairAndLesions(['measurable'], ['not_measurable', [lesion(1)]], ['yes', [lesion(1)]]),
  },
  CT_EXAMS_BELOW_PAIRS: {
    title: { fr: 'Moins de TDM que les couples n’en ont', en: 'Fewer CT examinations than the pairs have' },
    why: {
      fr: 'ct_exams compte toutes les TDM du patient depuis le diagnostic, quelle qu’en soit la raison ; celles des couples en sont.',
      en: 'ct_exams counts all CT examinations of the patient since diagnosis, whatever for; those of the pairs are among them.',
    },
    example: () => {
      const files = (exams: number) => ({
        'pairs.csv': [PAIRS_HEADER, PAIR, 'EXAMPLE-1;2;14/06/2021;19/06/2021;non;yes'],
        'patients.csv': [`${PATIENTS_HEADER};ct_exams`, `EXAMPLE-1;F;oui;colon;present;${exams}`],
      });
      return { wrong: files(1), mended: files(8) };
    },
  },
};
