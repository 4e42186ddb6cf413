import { type Bilingual, counted } from '#shared/language.ts';

/** What is said where files are dropped, checked, mended and sent. */
export const SENDING = {
  title: { fr: 'Envoyer des fichiers', en: 'Send files' },
  intro: {
    fr: 'Déposez vos fichiers CSV ou Excel (.xlsx). Ils sont vérifiés ici, sur votre ordinateur, avec vos autres fichiers ; rien ne part avant que vous ne l’envoyiez.',
    en: 'Drop your CSV or Excel files (.xlsx). They are checked here, on your computer, beside your other files; nothing leaves before you send it.',
  },
  dropHere: { fr: 'Déposez les fichiers ici', en: 'Drop the files here' },
  choose: { fr: 'Choisir des fichiers', en: 'Choose files' },
  checking: { fr: 'Vérification…', en: 'Checking…' },
  unreadable: {
    fr: 'Ce fichier ne peut être lu. S’il est ouvert ailleurs ou protégé par un mot de passe, enregistrez-le à nouveau.',
    en: 'This file cannot be read. If it is open elsewhere or protected by a password, save it again.',
  },
  emptyWorkbook: {
    fr: 'Ce classeur n’a pas de feuille avec des données.',
    en: 'This workbook has no sheet with data.',
  },
  ready: { fr: 'Prêt à être envoyé', en: 'Ready to send' },
  toMend: { fr: 'À corriger avant l’envoi', en: 'To be mended before it can go' },
  sendAs: { fr: 'Envoyer comme', en: 'Send as' },
  newFile: { fr: 'nouveau fichier', en: 'new file' },
  replaces: { fr: 'remplace la version actuelle', en: 'replaces the current version' },
  send: { fr: 'Envoyer', en: 'Send' },
  sendAll: { fr: 'Tout envoyer', en: 'Send all' },
  close: { fr: 'Fermer', en: 'Close' },
  drop: { fr: 'Écarter', en: 'Set aside' },
  preview: { fr: 'Ce qui sera envoyé', en: 'What will be sent' },
  previewCaption: { fr: 'Premières lignes, telles qu’elles partiront', en: 'First lines, as they will go' },
  mend: { fr: 'Corriger', en: 'Mend' },
  mendAll: { fr: 'Corriger partout', en: 'Mend everywhere' },
  allCells: { fr: 'Toutes ces cellules', en: 'All these cells' },
  warningsTitle: {
    fr: 'À vérifier ; le fichier peut partir tel quel',
    en: 'To check; the file may go as it is',
  },
  sending: { fr: 'Envoi en cours', en: 'Sending' },
  interrupted: { fr: 'L’envoi s’est interrompu', en: 'The sending was interrupted' },
  waiting: { fr: 'Envoyé. L’étude l’examine…', en: 'Sent. The study is examining it…' },
  waitingLong: {
    fr: 'L’étude n’a pas encore répondu. Le fichier est bien arrivé : vous pouvez fermer la page, le verdict y sera plus tard.',
    en: 'The study has not answered yet. The file has arrived: you may close the page, the verdict will be here later.',
  },
  accepted: { fr: 'Accepté par l’étude', en: 'Accepted by the study' },
  refused: { fr: 'Refusé par l’étude', en: 'Refused by the study' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const PROBLEM: Bilingual = { fr: 'problème', en: 'problem' };
const PROBLEMS: Bilingual = { fr: 'problèmes', en: 'problems' };
const POINT: Bilingual = { fr: 'point à vérifier', en: 'point to check' };
const POINTS: Bilingual = { fr: 'points à vérifier', en: 'points to check' };

export const problems = (count: number): Bilingual => counted(count, PROBLEM, PROBLEMS);
export const warnings = (count: number): Bilingual => counted(count, POINT, POINTS);
export const rows = (count: number): Bilingual =>
  counted(count, { fr: 'ligne', en: 'row' }, { fr: 'lignes', en: 'rows' });

/** What a screen reader hears when files were checked. */
export const checkedText = (accepted: number, refused: number): Bilingual => {
  const good = counted(
    accepted,
    { fr: 'fichier prêt', en: 'file ready' },
    { fr: 'fichiers prêts', en: 'files ready' },
  );
  const bad = counted(
    refused,
    { fr: 'fichier à corriger', en: 'file to mend' },
    { fr: 'fichiers à corriger', en: 'files to mend' },
  );
  return { fr: `${good.fr}, ${bad.fr}`, en: `${good.en}, ${bad.en}` };
};

/** The label of a cell's field. */
export const cellLabel = (line: number, column: string, row: string): Bilingual => ({
  fr: `Ligne ${line}, ${column}${row === '' ? '' : ` (${row})`}`,
  en: `Line ${line}, ${column}${row === '' ? '' : ` (${row})`}`,
});

export const others = (count: number): Bilingual => {
  const more = counted(count, { fr: 'autre', en: 'more' }, { fr: 'autres', en: 'more' });
  return { fr: `… et ${more.fr}`, en: `… and ${more.en}` };
};

export const moreCells = (count: number): Bilingual => {
  const more = counted(
    count,
    { fr: 'autre cellule', en: 'more cell' },
    { fr: 'autres cellules', en: 'more cells' },
  );
  return { fr: `Montrer ${more.fr}`, en: `Show ${more.en}` };
};

export const fileTooLarge = (megabytes: number): Bilingual => ({
  fr: `Ce fichier dépasse ${megabytes} Mo.`,
  en: `This file is larger than ${megabytes} MB.`,
});

export const percent = (share: number): Bilingual => {
  const value = Math.floor(share * 100);
  return { fr: `${value} %`, en: `${value}%` };
};
