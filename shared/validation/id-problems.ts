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
