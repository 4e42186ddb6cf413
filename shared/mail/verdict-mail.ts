import type { Bilingual } from '#shared/language.ts';
import { enteringText } from '#shared/reports/entering-text.ts';
import type { Report } from '#shared/reports/report.ts';
import { outcome, VERDICTS, warningsTitle } from '#shared/reports/report-text.ts';
import { TABLES } from '#shared/tables/tables.ts';
import { deskLines } from './desk-lines.ts';
import { findingLines } from './finding-lines.ts';
import { type Mail, mailOf, minuteText, NEW_PARAGRAPH } from './mail.ts';
import { isNamed, namedFile } from './named-file.ts';

/** Whom a verdict is told to, and where they find more. */
export interface Addressed {
  readonly centre: string;
  /** The address of the desk, without the secret of any link. */
  readonly desk: string;
}

/**
 * Tells a centre what became of one of its files: the verdict, how much is wrong or doubtful, the first kinds of it. It holds
 * no cell, no patient's id, no name of a file that somebody thought up, and nothing of another centre.
 */
export function verdictMail(report: Report, { centre, desk }: Addressed): Mail {
  const verdict = { fr: VERDICTS[report.verdict].fr, en: VERDICTS[report.verdict].en };
  const file = namedFile(report.file);
  const named = isNamed(report.file)
    ? `${file.fr} : ${verdict.fr} / ${verdict.en}`
    : bothNamed(file, verdict);
  return mailOf(`Étude TDM–IRM, ${centre} – ${named}`, [
    headline(report, centre, verdict),
    ...outcome({ ...report, entering: null }),
    ...entering(report),
    ...(isNamed(report.file) ? [] : [WHY_NOT_NAMED]),
    ...(report.warningCount > 0 ? [warningsTitle(report.warningCount)] : []),
    ...findingLines(report.problemGroups, report.problemCount),
    ...findingLines(report.warningGroups, report.warningCount),
    NEW_PARAGRAPH,
    report.verdict === 'refused' ? MEND_THERE : SEE_THERE,
    ...deskLines(desk),
  ]);
}

const bothNamed = (file: Bilingual, verdict: Bilingual) =>
  `${file.fr} : ${verdict.fr} / ${file.en}: ${verdict.en}`;

function headline({ file, table, at }: Report, centre: string, verdict: Bilingual): Bilingual {
  const [name, minute] = [namedFile(file), minuteText(at)];
  const of = table === null ? { fr: '', en: '' } : TABLES[table].title;
  const ofTable = { fr: of.fr && `, tableau « ${of.fr} »`, en: of.en && `, table “${of.en}”` };
  return {
    fr: `${verdict.fr} : ${name.fr} du centre ${centre}${ofTable.fr}, le ${minute.fr}`,
    en: `${verdict.en}: ${name.en} of the centre ${centre}${ofTable.en}, ${minute.en}`,
  };
}

/** How many enter the study. Why the others do not is said by the report: with few patients, a reason says who. */
function entering(report: Report): readonly Bilingual[] {
  const [first] = report.entering === null ? [] : enteringText(report.entering);
  return first === undefined ? [] : [first];
}

const WHY_NOT_NAMED: Bilingual = {
  fr: 'Son nom n’est pas celui d’un tableau, et n’est donc pas écrit ici : l’heure dit lequel c’est.',
  en: 'Its name is not that of a table, and is therefore not written here: the time says which it is.',
};
const MEND_THERE: Bilingual = {
  fr: 'La page de votre centre montre chaque cellule à corriger, et prend le fichier corrigé :',
  en: 'The page of your centre shows each cell to mend, and takes the mended file:',
};
const SEE_THERE: Bilingual = {
  fr: 'La page de votre centre en dit davantage :',
  en: 'The page of your centre says more:',
};
