import { type Explanations, fileExample, LESIONS_HEADER, PAIRS_HEADER } from './explanation.ts';

const ROW = 'EXAMPLE-1;1;1;right;60';
const SECOND_ROW = 'EXAMPLE-2;1;1;left;60';

/** One mistake in how a file was made, which would show as many. */
export const CAUSE_EXPLANATIONS: Explanations = {
  ROW_NAMES: {
    title: { fr: 'Une première colonne sans nom', en: 'A first column without a name' },
    why: {
      fr: 'R et pandas écrivent les numéros de leurs lignes devant le tableau. Ce ne sont pas des données, et chaque cellule serait lue une colonne trop loin.',
      en: 'R and pandas write the numbers of their rows before the table. These are no data, and each cell would be read one column too far.',
    },
    example: fileExample(
      'lesions.csv',
      [],
      [`;${LESIONS_HEADER}`, `1;${ROW}`, `2;${SECOND_ROW}`],
      [LESIONS_HEADER, ROW, SECOND_ROW],
    ),
  },
  TWO_SEPARATORS: {
    title: {
      fr: 'Un séparateur dans l’en-tête, un autre au-dessous',
      en: 'One separator above, another below',
    },
    why: {
      fr: 'L’en-tête a sans doute été copié d’un autre fichier. L’étude ne choisit pas entre deux séparateurs : une virgule peut aussi être décimale.',
      en: 'The header was probably copied from another file. The study does not choose between two separators: a comma may be decimal as well.',
    },
    example: fileExample(
      'lesions.csv',
      [],
      [LESIONS_HEADER.replaceAll(';', ','), ROW],
      [LESIONS_HEADER, ROW],
    ),
  },
  SECOND_HEADER: {
    title: { fr: 'Un second en-tête dans le fichier', en: 'A second header inside the file' },
    why: {
      fr: 'Deux fichiers ont été mis bout à bout. Sous l’en-tête d’un autre tableau, ou de colonnes dans un autre ordre, les lignes voudraient dire autre chose.',
      en: 'Two files were joined end to end. Under the header of another table, or of columns in another order, rows would mean something else.',
    },
    example: fileExample('lesions.csv', [LESIONS_HEADER, ROW], [LESIONS_HEADER, SECOND_ROW], [SECOND_ROW]),
  },
  MONTH_FIRST_DATES: {
    title: { fr: 'Une colonne de dates écrites mois/jour', en: 'A column of dates written month/day' },
    why: {
      fr: 'Un tableur réglé aux États-Unis écrit ainsi toutes ses dates. Celles dont le jour ne dépasse pas 12 se liraient sans erreur, mais un autre jour : corriger les seules impossibles laisserait les autres fausses.',
      en: 'A spreadsheet set to the United States writes all its dates so. Those whose day is at most 12 would be read without an error, but as another day: mending only the impossible ones would leave the others wrong.',
    },
    example: fileExample(
      'pairs.csv',
      [PAIRS_HEADER],
      ['EXAMPLE-1;1;01/14/2021;01/19/2021;non;yes', 'EXAMPLE-1;2;06/03/2021;06/07/2021;non;yes'],
      ['EXAMPLE-1;1;14/01/2021;19/01/2021;non;yes', 'EXAMPLE-1;2;03/06/2021;07/06/2021;non;yes'],
    ),
  },
  TWO_DIGIT_YEARS: {
    title: {
      fr: 'Une colonne de dates aux années sur deux chiffres',
      en: 'A column of dates with years of two digits',
    },
    why: {
      fr: 'LibreOffice montre ainsi, au départ, une date tapée dans une cellule, et enregistre les cellules comme il les montre. Le siècle n’est pas deviné : une date de 2019 et une de 1919 s’écriraient de même.',
      en: 'LibreOffice shows a date that is typed into a cell so unless told otherwise, and saves cells as it shows them. The century is not guessed: a date of 2019 and one of 1919 would be written alike.',
    },
    example: fileExample(
      'pairs.csv',
      [PAIRS_HEADER],
      ['EXAMPLE-1;1;14/01/21;19/01/21;non;yes', 'EXAMPLE-1;2;03/06/21;07/06/21;non;yes'],
      ['EXAMPLE-1;1;14/01/2021;19/01/2021;non;yes', 'EXAMPLE-1;2;03/06/2021;07/06/2021;non;yes'],
    ),
  },
  SPREADSHEET_DAYS: {
    title: { fr: 'Une colonne de dates en nombres de jours', en: 'A column of dates as numbers of days' },
    why: {
      fr: 'Un tableur compte les jours depuis 1900, ou depuis 1904 selon le classeur, et écrit ce nombre où la colonne n’a pas de format de date. Lequel des deux, le fichier ne le dit pas.',
      en: 'A spreadsheet counts days from 1900, or from 1904 in some workbooks, and writes that number where the column has no date format. Which of the two, the file does not say.',
    },
    example: fileExample(
      'pairs.csv',
      [PAIRS_HEADER],
      ['EXAMPLE-1;1;44210;44215;non;yes', 'EXAMPLE-1;2;44350;44354;non;yes'],
      ['EXAMPLE-1;1;2021-01-14;2021-01-19;non;yes', 'EXAMPLE-1;2;2021-06-03;2021-06-07;non;yes'],
    ),
  },
  FINER_THAN_TENTHS: {
    title: {
      fr: 'Une colonne de diamètres à plusieurs décimales',
      en: 'A column of diameters with several decimals',
    },
    why: {
      fr: 'Les diamètres sont en millimètres, au dixième. Deux décimales font penser à des centimètres : arrondir 6,05 donnerait 6,1 mm au lieu de 60,5 mm, donc rien n’est arrondi.',
      en: 'Diameters are in millimetres, to tenths. Two decimals look like centimetres: rounding 6.05 would give 6.1 mm in the place of 60.5 mm, so nothing is rounded.',
    },
    example: fileExample(
      'lesions.csv',
      [LESIONS_HEADER],
      ['EXAMPLE-1;1;1;right;6,05', 'EXAMPLE-2;1;1;left;7,25'],
      ['EXAMPLE-1;1;1;right;60,5', 'EXAMPLE-2;1;1;left;72,5'],
    ),
  },
  NOT_A_ROW: {
    title: { fr: 'Une note ou un total parmi les lignes', en: 'A note or a total among the rows' },
    why: {
      fr: 'Une légende sous le tableau, un total, un sous-titre : l’étude lit chaque ligne comme celle d’un patient, et n’en saute aucune, car une ligne sautée peut en être une à qui tout manque.',
      en: 'A legend under the table, a total, a subtitle: the study reads each line as a patient’s, and skips none, for a skipped line may be one that lacks everything.',
    },
    example: fileExample('lesions.csv', [LESIONS_HEADER, ROW], ['Total : 1;;;;60'], []),
  },
};
