import { inWholeFile, onLine } from '#shared/validation/problem.ts';
import { tooManyLesions } from '#shared/validation/row-problems.ts';
import { diametersRounded } from '#shared/validation/warnings.ts';
import { type Explanations, fileExample, LESIONS_HEADER, toldWarning } from './explanation.ts';

export const LESION_EXPLANATIONS: Explanations = {
  NO_DIAMETER: {
    title: { fr: 'Une lésion sans aucun diamètre', en: 'A lesion without any diameter' },
    why: {
      fr: 'Une ligne est une lésion mesurée. Une cellule vide veut dire non visible ou non mesurable sur cette séquence ; « 0 », qu’il n’en reste rien.',
      en: 'A row is a measured lesion. A blank cell means not visible or not measurable on that sequence; "0" that nothing is left of it.',
    },
    example: fileExample(
      'lesions.csv',
      [LESIONS_HEADER],
      ['EXAMPLE-1;1;1;right;'],
      ['EXAMPLE-1;1;1;right;60'],
    ),
  },
  LESION_TOO_SMALL: {
    title: { fr: 'Une lésion trop petite pour être mesurée', en: 'A lesion too small to be measured' },
    why: {
      fr: 'Sous cette limite, un réglage de l’étude, l’épaisseur de coupe rend le diamètre incertain : une telle lésion se compte mais ne se mesure pas. Seule une lésion déjà mesurée sur un couple antérieur peut y descendre, ou disparaître (0), pour RECIST. Des centimètres écrits pour des millimètres donnent la même erreur.',
      en: 'Under this limit, a setting of the study, the slice thickness makes a diameter uncertain: such a lesion is counted but not measured. Only one that was measured on an earlier pair may fall under it, or be gone (0), for RECIST. Centimetres written for millimetres give the same error.',
    },
    example: ({ smallestLesionMillimetres: limit }) =>
      fileExample(
        'lesions.csv',
        [LESIONS_HEADER],
        [`EXAMPLE-1;1;1;right;${limit - 1},9`],
        [`EXAMPLE-1;1;1;right;${limit},9`],
      )(),
  },
  TOO_MANY_LESIONS: {
    title: { fr: 'Trop de lésions mesurées d’un couple', en: 'Too many lesions measured of a pair' },
    why: {
      fr: 'L’étude mesure les plus grandes lésions d’un couple, autant que ses réglages le disent, dans tous les fichiers du centre ensemble. Les autres se comptent dans le tableau pairs.',
      en: 'The study measures the largest lesions of a pair, as many as its settings say, in all the centre’s files together. The others are counted in the table pairs.',
    },
    example: ({ mostLesionsMeasured: most }) => ({
      told: {
        wrong: {
          fr: `${most + 1} lignes pour un couple et un lecteur`,
          en: `${most + 1} rows for one pair and reader`,
        },
        mended: { fr: `les ${most} plus grandes`, en: `the ${most} largest` },
      },
      problem: tooManyLesions(inWholeFile, most),
    }),
  },
  DIAMETERS_UNLIKE: {
    title: {
      fr: 'Deux diamètres d’une lésion se ressemblent peu',
      en: 'Two diameters of a lesion are far apart',
    },
    why: {
      fr: 'D’une séquence à l’autre, une lésion change peu de taille. Une virgule oubliée (128 pour 12,8) en est souvent la cause.',
      en: 'From one sequence to the next a lesion hardly changes its size. A forgotten decimal comma (128 for 12,8) is often the cause.',
    },
    example: fileExample(
      'lesions.csv',
      [`${LESIONS_HEADER};ct_arterial_mm`],
      ['EXAMPLE-1;1;1;right;60;128'],
      ['EXAMPLE-1;1;1;right;60;62,8'],
    ),
  },
  DIAMETERS_ROUNDED: {
    title: { fr: 'Les diamètres ont perdu leurs décimales', en: 'The diameters have lost their decimals' },
    why: {
      fr: 'Un tableur dont le format est sans décimale enregistre ce qu’il affiche : 13 pour 12,8. L’accord entre séquences se mesure au dixième de millimètre.',
      en: 'A spreadsheet whose format has no decimals saves what it shows: 13 for 12.8. The agreement of sequences is measured in tenths of a millimetre.',
    },
    example: toldWarning(
      diametersRounded(onLine(1), 12.8, 2),
      { fr: '13, là où la version d’avant disait 12,8', en: '13, where the version before said 12.8' },
      { fr: '12,8', en: '12.8' },
    ),
  },
  SIDE_CHANGES: {
    title: {
      fr: 'Une lésion change de côté d’un couple à l’autre',
      en: 'A lesion changes side from one pair to the next',
    },
    why: {
      fr: 'Un numéro désigne la même lésion dans tous les couples du patient : c’est ainsi que l’étude la suit. L’un des numéros ou des côtés est faux.',
      en: 'A number means the same lesion in all of a patient’s pairs: that is how the study follows it. One of the numbers or sides is wrong.',
    },
    example: fileExample(
      'lesions.csv',
      [LESIONS_HEADER, 'EXAMPLE-1;1;1;right;60'],
      ['EXAMPLE-1;2;1;left;62'],
      ['EXAMPLE-1;2;1;right;62'],
    ),
  },
};
