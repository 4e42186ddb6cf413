import type { Bilingual } from '#shared/language.ts';
import { type InManyRows, inColumns, inManyRows } from './in-many-rows.ts';
import { problemKind } from './problem.ts';

/** What is doubtful where rows are laid beside others: of the same patient, of another table, of the study's period. */

export const scanUsedTwice = problemKind('SCAN_USED_TWICE', (pair: number) => ({
  fr: `Le couple ${pair} du même patient a un examen de la même date : est-ce le même examen dans deux couples ? Vérifiez les dates.`,
  en: `Pair ${pair} of the same patient has a scan of the same date: is one scan in two pairs? Check the dates.`,
}));

export const pairDatesRepeated = problemKind('PAIR_DATES_REPEATED', (pair: number) => ({
  fr: `Le couple ${pair} du même patient a les deux mêmes dates : est-ce deux fois le même couple ? Supprimez l’un des deux, ou corrigez les dates.`,
  en: `Pair ${pair} of the same patient has the same two dates: is one pair here twice? Delete one of the two, or mend the dates.`,
}));

export const firstReaderAbsent = problemKind('FIRST_READER_ABSENT', (where?: InManyRows) =>
  where === undefined
    ? {
        fr: 'Le lecteur 1 n’a pas lu ce couple, qui ne compte donc dans aucun tableau principal. Envoyez sa lecture, ou écrivez 1 si ce lecteur est le seul.',
        en: 'Reader 1 has not read this pair, so it counts in no main table. Send that reading, or write 1 if this reader is the only one.',
      }
    : {
        fr: `${inManyRows(where).fr} ont un couple que le lecteur 1 n’a pas lu, et qui ne compte donc dans aucun tableau principal. Envoyez ses lectures, ou écrivez 1 si ce lecteur est le seul.`,
        en: `${inManyRows(where).en} have a pair that reader 1 has not read, so that it counts in no main table. Send those readings, or write 1 if this reader is the only one.`,
      },
);

const isBilingual = (said: Bilingual | InManyRows): said is Bilingual => Object.hasOwn(said, 'fr');

export const scanOutsidePeriod = problemKind('SCAN_OUTSIDE_PERIOD', (said: Bilingual | InManyRows) =>
  isBilingual(said)
    ? {
        fr: `Cet examen est hors de la période de l’étude (${said.fr}). Le couple compte quand même : vérifiez l’année.`,
        en: `This scan is outside the study’s period (${said.en}). The pair counts all the same: check the year.`,
      }
    : {
        fr: `${inManyRows(said).fr} ont un examen hors de la période de l’étude${inColumns(said)}. Ces couples comptent quand même : vérifiez les années.`,
        en: `${inManyRows(said).en} have a scan outside the study’s period${inColumns(said)}. These pairs count all the same: check the years.`,
      },
);

export const noMetastasisCounted = problemKind('NO_METASTASIS_COUNTED', () => ({
  fr: 'Ce patient a des métastases visibles sur les images, mais tous ses nombres de métastases sont à 0. Vérifiez les nombres, ou metastases_on_images.',
  en: 'This patient has metastases visible on the images, but all the numbers of metastases are 0. Check the numbers, or metastases_on_images.',
}));

export const measuredBeyondCounted = problemKind(
  'MEASURED_BEYOND_COUNTED',
  (column: string, counted: number, measured: number) => ({
    fr: `${column} compte moins de métastases (${counted}) que les lésions qui y sont mesurées (${measured}). Vérifiez le nombre, ou le côté et les diamètres des lésions.`,
    en: `${column} counts fewer metastases (${counted}) than the lesions that are measured there (${measured}). Check the number, or the side and diameters of the lesions.`,
  }),
);

export const measuredTooFew = problemKind(
  'MEASURED_TOO_FEW',
  (expected: number | InManyRows, measured?: number) =>
    typeof expected === 'object'
      ? {
          fr: `${inManyRows(expected).fr} ont moins de lésions mesurées que les nombres n’en permettent. C’est juste si les autres sont trop petites : vérifiez-le.`,
          en: `${inManyRows(expected).en} have fewer lesions measured than the numbers allow. That is right if the others are too small: check it.`,
        }
      : {
          fr: `Lésions mesurées : ${measured} ; les nombres de métastases en permettent ${expected}. C’est juste si les autres sont trop petites : vérifiez-le.`,
          en: `Lesions measured: ${measured}; the numbers of metastases allow ${expected}. That is right if the others are too small: check it.`,
        },
);

export const measurableWithoutLesions = problemKind('MEASURABLE_WITHOUT_LESIONS', (where?: InManyRows) =>
  where === undefined
    ? {
        fr: 'Ce couple est dit mesurable, mais aucune lésion mesurée n’en a été envoyée. Envoyez-les, ou corrigez measurable.',
        en: 'This pair is said to be measurable, but no measured lesion of it was sent. Send them, or mend measurable.',
      }
    : {
        fr: `${inManyRows(where).fr} sont dites mesurables, sans qu’aucune lésion mesurée n’ait été envoyée. Envoyez-les, ou corrigez measurable.`,
        en: `${inManyRows(where).en} are said to be measurable, and no measured lesion of them was sent. Send them, or mend measurable.`,
      },
);

export const measuredThoughNotMeasurable = problemKind('MEASURED_THOUGH_NOT_MEASURABLE', (said: string) => ({
  fr: `measurable dit ${said}, mais des lésions mesurées disent le contraire : elles ne comptent pas. Vérifiez lequel des deux est juste.`,
  en: `measurable says ${said}, but measured lesions say the contrary: they do not count. Check which of the two is right.`,
}));

export const ctExamsBelowPairs = problemKind('CT_EXAMS_BELOW_PAIRS', (scans: number) => ({
  fr: `ct_exams compte toutes les TDM du patient, mais ses couples en ont ${scans} à des dates différentes. Vérifiez-le.`,
  en: `ct_exams counts all CT examinations of the patient, but the pairs have ${scans} of different dates. Check it.`,
}));
