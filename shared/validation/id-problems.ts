import type { Bilingual } from '#shared/language.ts';
import { problemKind } from './problem.ts';

/** What may be wrong with a pseudonym. */

export const idAlike = problemKind('ID_ALIKE', (id: string, line: number) => ({
  fr: `Ce pseudonyme ne diffère de « ${id} », ligne ${line}, que par des zéros, des majuscules, - ou _. Un tableur efface les zéros du début : mettez la colonne au format Texte, puis écrivez le même patient partout de même.`,
  en: `This pseudonym differs from "${id}", line ${line}, only by zeros, capitals, - or _. A spreadsheet drops leading zeros: make the column text, then write the same patient the same way everywhere.`,
}));

export const idAlikeInOtherFile = problemKind(
  'ID_ALIKE_IN_OTHER_FILE',
  (id: string, file: string, line: number) => ({
    fr: `Ce pseudonyme ne diffère de « ${id} », ${file}, ligne ${line}, que par des zéros, des majuscules, - ou _. Un tableur efface les zéros du début : mettez la colonne au format Texte, puis écrivez le même patient partout de même. S’il a vraiment un autre nom, retirez d’abord les autres fichiers du centre.`,
    en: `This pseudonym differs from "${id}", ${file}, line ${line}, only by zeros, capitals, - or _. A spreadsheet drops leading zeros: make the column text, then write the same patient the same way everywhere. If the patient is really renamed, delete the centre’s other files first.`,
  }),
);

export const idAlikeBefore = problemKind('ID_ALIKE_BEFORE', (id: string, line: number) => ({
  fr: `Ce pseudonyme ne diffère de « ${id} », ligne ${line} de la version que ce fichier remplace, que par des zéros, des majuscules, - ou _. Un tableur efface les zéros du début : mettez la colonne au format Texte, puis écrivez le patient comme avant. S’il a vraiment un autre nom, supprimez d’abord du dossier les fichiers du centre où il est, celui-ci compris.`,
  en: `This pseudonym differs from "${id}", line ${line} of the version that this file replaces, only by zeros, capitals, - or _. A spreadsheet drops leading zeros: make the column text, then write the patient as before. If the patient is really renamed, first delete from the folder the centre’s files that name him or her, this one too.`,
}));

export const idIdentifies = problemKind('ID_IDENTIFIES', (shape: Bilingual) => ({
  fr: `Ce pseudonyme a la forme ${shape.fr} : il dirait qui est le patient. Donnez à chaque patient un numéro à vous, gardez la correspondance au centre, et demandez à un administrateur d’effacer ce dépôt.`,
  en: `This pseudonym has the shape of ${shape.en}: it would tell who the patient is. Write a number of your own for each patient, keep the key at the centre, and ask an administrator to erase this upload.`,
}));

/** What is doubtful in one that is accepted all the same. */

export const idLikeName = problemKind('ID_LIKE_NAME', () => ({
  fr: 'Ce pseudonyme ressemble à un nom de personne. Si c’en est un, remplacez-le par un numéro à vous, et demandez à un administrateur d’effacer ce dépôt.',
  en: 'This pseudonym looks like a person’s name. If it is one, write a number of your own, and ask an administrator to erase this upload.',
}));

export const idsLikeHospitalNumbers = problemKind('IDS_LIKE_HOSPITAL_NUMBERS', () => ({
  fr: 'Tous les pseudonymes ont 8 chiffres ou plus, comme les numéros de dossier d’un hôpital. Si c’en sont, remplacez-les par des numéros à vous, et demandez à un administrateur d’effacer ce dépôt.',
  en: 'All pseudonyms have 8 digits or more, like a hospital’s record numbers. If they are, write numbers of your own, and ask an administrator to erase this upload.',
}));
