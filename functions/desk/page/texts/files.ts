import type { DeskFile } from '#shared/desk/centre-api.ts';
import { type Bilingual, counted, sameInBoth, withDetail } from '#shared/language.ts';

/** What is said of a centre's files, the templates and the pooled report. */
export const FILES = {
  title: { fr: 'Vos fichiers', en: 'Your files' },
  none: { fr: 'Votre centre n’a encore rien envoyé.', en: 'Your centre has sent nothing yet.' },
  annotated: { fr: 'Fichier annoté', en: 'Annotated file' },
  annotatedWorkbook: { fr: 'Annoté, en Excel', en: 'Annotated, as Excel' },
  download: { fr: 'Télécharger', en: 'Download' },
  withdraw: { fr: 'Retirer…', en: 'Withdraw…' },
  withdrawTitle: { fr: 'Retirer ce fichier ?', en: 'Withdraw this file?' },
  cancel: { fr: 'Annuler', en: 'Cancel' },
  withdrawNow: { fr: 'Retirer', en: 'Withdraw' },
  withdrawMeaning: {
    fr: 'Ses lignes ne compteront plus dans l’étude, et le résultat sera calculé à nouveau. Ses versions restent archivées ; vous pourrez l’envoyer à nouveau.',
    en: 'Its rows will no longer count in the study, and the result will be computed again. Its versions stay archived; you may send it again.',
  },
  withdrawn: { fr: 'Le fichier est retiré.', en: 'The file is withdrawn.' },
  details: { fr: 'Ce que l’étude en dit', en: 'What the study says of it' },
  history: { fr: 'Versions', en: 'Versions' },
  reading: { fr: 'Lecture du rapport…', en: 'Reading the report…' },
  noReport: { fr: 'Il n’y a pas encore de rapport.', en: 'There is no report yet.' },
  sent: { fr: 'envoyé', en: 'sent' },
  withdrawnEvent: { fr: 'retiré', en: 'withdrawn' },
  stillInForce: {
    fr: 'une version antérieure continue de compter',
    en: 'an earlier version goes on counting',
  },
  leftOut: { fr: 'Pourquoi les autres n’entrent pas', en: 'Why the others do not enter' },
  templates: { fr: 'Modèles', en: 'Templates' },
  templatesIntro: {
    fr: 'Un classeur Excel par tableau, avec des listes déroulantes, le dictionnaire des colonnes, et des lignes d’exemple à remplacer par les vôtres.',
    en: 'An Excel workbook for each table, with drop-down lists, the dictionary of its columns, and example rows to write over.',
  },
  asCsv: { fr: 'En CSV, pour Excel en français', en: 'As CSV, for Excel in French' },
  forPrograms: {
    fr: 'En CSV, pour les programmes (virgules, point décimal)',
    en: 'As CSV, for programs (commas, decimal point)',
  },
  dictionary: { fr: 'Dictionnaire des colonnes', en: 'Dictionary of the columns' },
  optional: { fr: 'facultatif', en: 'optional' },
  report: { fr: 'Rapport de l’étude', en: 'Report of the study' },
  openReport: { fr: 'Ouvrir le rapport', en: 'Open the report' },
  newWindow: { fr: '(nouvel onglet)', en: '(new tab)' },
  noResult: { fr: 'Aucun résultat n’est encore publié.', en: 'No result is published yet.' },
  noPage: {
    fr: 'Le rapport du dernier résultat est en train d’être écrit : revenez dans quelques minutes.',
    en: 'The report of the latest result is being written: come back in some minutes.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const STATES: Readonly<Record<DeskFile['state'], Bilingual>> = {
  examining: { fr: 'En cours d’examen', en: 'Being examined' },
  accepted: { fr: 'Accepté', en: 'Accepted' },
  refused: { fr: 'Refusé', en: 'Refused' },
  withdrawn: { fr: 'Retiré', en: 'Withdrawn' },
};

export const reportOf = (day: Bilingual): Bilingual => ({
  fr: `Tous les centres réunis, résultat du ${day.fr}.`,
  en: `All centres together, result of ${day.en}.`,
});

export const versions = (count: number): Bilingual =>
  counted(count, { fr: 'version', en: 'version' }, { fr: 'versions', en: 'versions' });

/** The accessible name of a button that stands beside others like it. */
export const aboutFile = (action: Bilingual, name: string): Bilingual => withDetail(action, sameInBoth(name));
