import { addDays } from '#shared/calendar.ts';
import { dayIn, FRENCH_SPREADSHEET } from '#shared/guidance/csv-dialect.ts';
import { type Explanations, fileExample, PATIENTS_HEADER } from './explanation.ts';

const PATIENT = 'EXAMPLE-1;F;oui;colon;absent';

export const PATIENT_EXPLANATIONS: Explanations = {
  BOARD_DATE_OUTSIDE_PERIOD: {
    title: { fr: 'La RCP est hors de la période de l’étude', en: 'The board was outside the study’s period' },
    why: {
      fr: 'Le patient est enregistré mais ne compte dans aucun tableau. Une année mal tapée en est souvent la cause.',
      en: 'The patient is recorded but counts in no table. A year typed wrongly is often the cause.',
    },
    example: ({ boardPeriod: { from } }) => {
      const row = (day: string) => [`${PATIENT};${dayIn(FRENCH_SPREADSHEET, day)}`];
      const header = [`${PATIENTS_HEADER};board_date`];
      return fileExample('patients.csv', header, row(addDays(from, -1)), row(from))();
    },
  },
  GRADE_DISAGREES: {
    title: {
      fr: 'Le grade ne suit pas de Ki67 et mitoses',
      en: 'The grade does not follow from Ki67 and mitoses',
    },
    why: {
      fr: 'L’OMS 2019 donne G1 sous 3 % de Ki67 et 2 mitoses, G2 jusqu’à 20 de l’un ou de l’autre, G3 au-delà ; le plus élevé des deux décide. L’une des valeurs est peut-être d’un autre prélèvement.',
      en: 'WHO 2019 has G1 under 3 % of Ki67 and 2 mitoses, G2 up to 20 of either, G3 above; the worse of the two decides. One of the values may be of another sample.',
    },
    example: fileExample(
      'patients.csv',
      [`${PATIENTS_HEADER};ki67_percent;grade`],
      [`${PATIENT};12;G1`],
      [`${PATIENT};12;G2`],
    ),
  },
  CARCINOMA_OF_LOW_INDICES: {
    title: { fr: 'Un carcinome à Ki67 et mitoses bas', en: 'A carcinoma of low Ki67 and mitoses' },
    why: {
      fr: 'Peu différenciée, une tumeur est pour l’OMS 2019 un carcinome neuroendocrine, dont Ki67 et mitoses dépassent presque toujours 20. « Peu » écrit pour « bien », ou des valeurs d’un autre prélèvement, en sont souvent la cause.',
      en: 'Poorly differentiated, a tumour is to WHO 2019 a neuroendocrine carcinoma, whose Ki67 and mitoses nearly always exceed 20. "Poor" written for "well", or values of another sample, are often the cause.',
    },
    example: fileExample(
      'patients.csv',
      [`${PATIENTS_HEADER};differentiation;ki67_percent;mitoses_per_10_hpf`],
      [`${PATIENT};poor;12;4`],
      [`${PATIENT};well;12;4`],
    ),
  },
};
