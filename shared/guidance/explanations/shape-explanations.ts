import { onLine } from '#shared/validation/problem.ts';
import { looksCutOff } from '#shared/validation/shape-problems.ts';
import { type Explanations, fileExample, toldExample } from './explanation.ts';

const HEADER = 'patient_id,pair,lesion,side,ct_arterial_mm,ct_portal_mm,mri_portal_mm';

/** What the shape of a file gives away. */
export const SHAPE_EXPLANATIONS: Explanations = {
  LOOKS_CUT_OFF: {
    title: { fr: 'Le fichier semble coupé', en: 'The file looks cut off' },
    why: {
      fr: 'Un export ou un envoi interrompu laisse un fichier qui se lit jusqu’à l’endroit où il s’arrête : les patients qui suivent manqueraient sans un mot.',
      en: 'An interrupted export or upload leaves a file that can be read up to where it stops: the patients who follow would be missing without a word.',
    },
    example: toldExample(
      looksCutOff(onLine(3)),
      {
        fr: 'une dernière ligne qui s’arrête à « R002;F;36;22/10/2020 », sans fin de ligne',
        en: 'a last line that stops at "R002;F;36;22/10/2020", without a line end',
      },
      {
        fr: 'le même tableau, exporté de nouveau en entier',
        en: 'the same table, exported again as a whole',
      },
    ),
  },
  PERHAPS_HALF_NUMBERS: {
    title: {
      fr: 'Deux cellules sont peut-être un seul nombre',
      en: 'Two cells may be one number',
    },
    why: {
      fr: 'Dans un fichier à virgules, 12,8 sans guillemets devient 12 dans une colonne et 8 dans la suivante. Une ligne à qui il manque des cellules n’en a alors pas une de trop, et rien d’autre ne le montre.',
      en: 'In a comma-separated file, 12,8 without quotation marks becomes 12 in one column and 8 in the next. A row that lacks cells has then none too many, and nothing else shows it.',
    },
    example: fileExample(
      'lesions.csv',
      [HEADER],
      ['EXAMPLE-1,1,1,right,60,8'],
      ['EXAMPLE-1,1,1,right,60.8,,'],
    ),
  },
};
