import type { Bilingual } from '#shared/language.ts';
import { type InManyRows, inColumns, inManyRows } from './in-many-rows.ts';
import { type DependentTable, leftAlone } from './left-alone.ts';
import { problemKind } from './problem.ts';

/** What is doubtful in a file that is accepted all the same. */

export const optionalColumnAbsent = problemKind('COLUMN_ABSENT', (columns: string) => ({
  fr: `Colonnes facultatives absentes, donc non connues pour toutes les lignes : ${columns}. Ajoutez celles que vous connaissez.`,
  en: `Optional columns absent, so not known for every row: ${columns}. Add those that you know.`,
}));

export const inclusionColumnAbsent = problemKind('INCLUSION_COLUMN_ABSENT', (column: string) => ({
  fr: `La colonne ${column} manque : sans elle, aucun patient de ce fichier ne peut entrer dans l’étude. Ajoutez-la.`,
  en: `Column ${column} is absent: without it no patient of this file can enter the study. Add it.`,
}));

export const rowsLeftAlone = problemKind('ROWS_LEFT_ALONE', (rows: number, table: DependentTable) => ({
  fr: `${leftAlone(rows, table).fr}, car il manque à ce fichier des lignes que la version d’avant avait : ce qui en dépend ne compte plus. Remettez ces lignes, ou, si c’est voulu, retirez aussi des autres fichiers ce qui en dépend.`,
  en: `${leftAlone(rows, table).en}, for this file lacks rows that the version before had: what depends on them counts no more. Write these rows again, or, if it is meant, delete what depends on them from the other files too.`,
}));

export const diametersRounded = problemKind('DIAMETERS_ROUNDED', (millimetres: number, line: number) => ({
  fr: `Tous les diamètres sont en millimètres entiers, alors que la version d’avant avait des décimales (${String(millimetres).replace('.', ',')} à la ligne ${line}). Vérifiez qu’un tableur ne les a pas arrondis, et écrivez ce qui a été mesuré.`,
  en: `All diameters are whole millimetres, though the version before had decimals (${millimetres} on line ${line}). Check that a spreadsheet has not rounded them, and write what was measured.`,
}));

export const totalEqualsOneSequence = problemKind(
  'TOTAL_EQUALS_ONE_SEQUENCE',
  (where: string | InManyRows) =>
    typeof where === 'string'
      ? {
          fr: `Ce total n’est atteint que par ${where} : vérifiez qu’il compte bien les lésions distinctes de toutes les séquences.`,
          en: `This total is reached by ${where} only: check that it counts the distinct lesions of all sequences.`,
        }
      : {
          fr: `${inManyRows(where).fr} ont un total qu’une seule séquence atteint${inColumns(where)} : vérifiez que les totaux comptent bien les lésions distinctes de toutes les séquences.`,
          en: `${inManyRows(where).en} have a total that one sequence alone reaches${inColumns(where)}: check that totals count the distinct lesions of all sequences.`,
        },
);

export const boardDateOutsidePeriod = problemKind('BOARD_DATE_OUTSIDE_PERIOD', (period: Bilingual) => ({
  fr: `Cette date de RCP est hors de la période de l’étude (${period.fr}) : le patient ne comptera pas. Vérifiez-la.`,
  en: `This board date is outside the study’s period (${period.en}): the patient will not count. Check it.`,
}));

export const intervalTooLong = problemKind('INTERVAL_TOO_LONG', (ctDate: string, months: number) => ({
  fr: `La TDM de ce couple est du ${ctDate}, à ${months} mois ou plus de l’IRM : le couple ne comptera pas. Vérifiez les deux dates.`,
  en: `The CT of this pair is of ${ctDate}, ${months} ${months === 1 ? 'month' : 'months'} or more from the MRI: the pair will not count. Check both dates.`,
}));

export const diametersUnlike = problemKind('DIAMETERS_UNLIKE', (times: number) => ({
  fr: `Ce diamètre est plus de ${times} fois un autre diamètre de la même lésion. Vérifiez les deux.`,
  en: `This diameter is more than ${times} times another diameter of the same lesion. Check both.`,
}));

export const gradeDisagrees = problemKind('GRADE_DISAGREES', (derived: string) => ({
  fr: `Le grade déclaré diffère de celui que donnent différenciation, Ki67 et mitoses (OMS 2019 : ${derived}). Vérifiez-les.`,
  en: `The declared grade differs from the one that differentiation, Ki67 and mitoses give (WHO 2019: ${derived}). Check them.`,
}));

export const carcinomaOfLowIndices = problemKind('CARCINOMA_OF_LOW_INDICES', () => ({
  fr: 'Tumeur dite peu différenciée, avec un Ki67 et des mitoses qui ne dépassent pas 20 : un carcinome neuroendocrine les dépasse presque toujours. Vérifiez la différenciation et les deux valeurs.',
  en: 'A tumour said to be poorly differentiated, with Ki67 and mitoses that do not exceed 20: a neuroendocrine carcinoma nearly always exceeds them. Check the differentiation and both values.',
}));

export const doseUnlikely = problemKind('DOSE_UNLIKELY', (from: number, to: number) => ({
  fr: `Une acquisition du foie délivre entre ${from} et ${to} mGy·cm. Vérifiez l’unité (ni Gy·cm ni µGy·m²), et que ce n’est pas le total de l’examen.`,
  en: `An acquisition of the liver delivers between ${from} and ${to} mGy·cm. Check the unit (neither Gy·cm nor µGy·m²), and that it is not the total of the examination.`,
}));

export const involvementDisagrees = problemKind('INVOLVEMENT_DISAGREES', () => ({
  fr: 'Une atteinte massive (countable = massive) occupe plus du quart du foie. Vérifiez liver_involvement, ou countable.',
  en: 'Massive involvement (countable = massive) takes more than a quarter of the liver. Check liver_involvement, or countable.',
}));

export const exampleRow = problemKind('EXAMPLE_ROW', () => ({
  fr: 'Cette ligne est un exemple du modèle, et compte comme les autres. Supprimez-la.',
  en: 'This row is an example of the template, and counts like any other. Delete it.',
}));

export const patientNotSent = problemKind('PATIENT_NOT_SENT', (where?: InManyRows) =>
  where === undefined
    ? {
        fr: 'Ce patient n’est dans aucun fichier patients accepté du centre : la ligne ne comptera qu’avec lui. Déposez-le, ou vérifiez le pseudonyme.',
        en: 'This patient is in no accepted patients file of the centre: the row will count only with him or her. Send that file, or check the pseudonym.',
      }
    : {
        fr: `${inManyRows(where).fr} ont un patient qui n’est dans aucun fichier patients accepté du centre : elles ne compteront qu’avec lui. Déposez ce fichier, ou vérifiez les pseudonymes.`,
        en: `${inManyRows(where).en} have a patient who is in no accepted patients file of the centre: they will count only with him or her. Send that file, or check the pseudonyms.`,
      },
);

export const pairNotSent = problemKind('PAIR_NOT_SENT', (where?: InManyRows) =>
  where === undefined
    ? {
        fr: 'Ce couple (et lecteur) n’est dans aucun fichier pairs accepté du centre : la lésion ne comptera qu’avec lui. Déposez-le, ou vérifiez les numéros.',
        en: 'This pair (and reader) is in no accepted pairs file of the centre: the lesion will count only with it. Send that file, or check the numbers.',
      }
    : {
        fr: `${inManyRows(where).fr} ont un couple (et lecteur) qui n’est dans aucun fichier pairs accepté du centre : ces lésions ne compteront qu’avec lui. Déposez ce fichier, ou vérifiez les numéros.`,
        en: `${inManyRows(where).en} have a pair (and reader) that is in no accepted pairs file of the centre: these lesions will count only with it. Send that file, or check the numbers.`,
      },
);

export const sideChanges = problemKind('SIDE_CHANGES', (line: number) => ({
  fr: `La même lésion du patient est de l’autre côté à la ligne ${line} : un numéro de lésion désigne la même lésion dans tous les couples. Vérifiez-le.`,
  en: `The same lesion of the patient is on the other side on line ${line}: a lesion number means the same lesion in every pair. Check it.`,
}));

export const readerNotDescribed = problemKind('READER_NOT_DESCRIBED', (reader: string) => ({
  fr: `Le lecteur ${reader} a lu des couples et n’est dans aucun fichier readers du centre : sa fonction et son expérience ne sont pas connues. Ajoutez-lui une ligne dans ce fichier, ou vérifiez le numéro.`,
  en: `Reader ${reader} has read pairs and is in no readers file of the centre: the role and experience are not known. Add a row to that file, or check the number.`,
}));

export const readersDatesDiffer = problemKind('READERS_DATES_DIFFER', (line: number) => ({
  fr: `Les dates de ce couple diffèrent de celles de l’autre lecteur, ligne ${line}. Vérifiez-les.`,
  en: `The dates of this pair differ from the other reader’s, line ${line}. Check them.`,
}));
