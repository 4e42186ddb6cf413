import { sameInBoth } from '#shared/language.ts';
import { MOST_FILES } from '#shared/storage/centre-head.ts';
import { tooManyFiles, unreadableFile } from '#shared/validation/file-problems.ts';
import { inWholeFile, type Problem } from '#shared/validation/problem.ts';
import { uploadAt } from '#shared/validation/upload-place.ts';
import { type Explanations, toldExample } from './explanation.ts';

/** What is wrong with a file at that key, in a study of one centre. */
function misplaced(key: string): Problem {
  const { misplaced: problem } = uploadAt(key, ['rouen']);
  if (problem === null) throw new Error(`a file may lie at ${key}`);
  return problem;
}

/** What may be wrong with where a file lies. */
export const PLACE_EXPLANATIONS: Explanations = {
  WRONG_PLACE: {
    title: { fr: 'Le fichier n’est pas à sa place', en: 'The file is in the wrong place' },
    why: {
      fr: 'Le dossier dit de quel centre sont les données, et le nom du fichier, lequel il remplace : ailleurs, ni l’un ni l’autre n’est connu.',
      en: 'The folder says which centre the data are of, and the file’s name which file it replaces: elsewhere neither is known.',
    },
    example: toldExample(
      misplaced('uploads/rouen/2021/pairs.csv'),
      sameInBoth('uploads/rouen/2021/pairs.csv'),
      sameInBoth('uploads/rouen/pairs-2021.csv'),
    ),
  },
  NOT_NAMED_CSV: {
    title: { fr: 'Le nom du fichier ne finit pas par .csv', en: 'The file’s name does not end in .csv' },
    why: {
      fr: 'Seul un fichier CSV se lit. Renommer un classeur n’en fait pas un CSV.',
      en: 'Only a CSV file is read. Renaming a workbook does not make it one.',
    },
    example: toldExample(
      misplaced('uploads/rouen/pairs.xlsx'),
      sameInBoth('uploads/rouen/pairs.xlsx'),
      sameInBoth('uploads/rouen/pairs.csv'),
    ),
  },
  UNKNOWN_CENTRE: {
    title: { fr: 'Le dossier n’est celui d’aucun centre', en: 'The folder is that of no centre' },
    why: {
      fr: 'Les centres de l’étude sont ceux de sa configuration, écrits exactement ainsi : une majuscule fait un autre dossier.',
      en: 'The study’s centres are those of its configuration, written exactly so: a capital makes another folder.',
    },
    example: toldExample(
      misplaced('uploads/Rouen/pairs.csv'),
      sameInBoth('uploads/Rouen/pairs.csv'),
      sameInBoth('uploads/rouen/pairs.csv'),
    ),
  },
  UNREADABLE_FILE: {
    title: { fr: 'Le fichier ne peut pas être lu', en: 'The file cannot be read' },
    why: {
      fr: 'Un fichier mis aux archives ne se lit qu’après des heures et à part, et un fichier chiffré avec une autre clé ne se lit pas du tout. L’étude chiffre tout avec sa propre clé : rien n’est à choisir.',
      en: 'A file in the archives can be read only after hours and by request, and one that another key encrypted not at all. The study encrypts everything with its own key: there is nothing to choose.',
    },
    example: toldExample(
      unreadableFile(inWholeFile, 'archived'),
      { fr: 'pairs.csv, envoyé dans la classe GLACIER', en: 'pairs.csv, sent to the class GLACIER' },
      { fr: 'pairs.csv, envoyé sans classe', en: 'pairs.csv, sent without a class' },
    ),
  },
  TOO_MANY_FILES: {
    title: { fr: 'Le centre a trop de fichiers', en: 'The centre has too many files' },
    why: {
      fr: 'Les fichiers d’un centre sont vérifiés ensemble, ce qui borne leur nombre ; ceux qui sont refusés comptent aussi. Un fichier corrigé s’envoie sous le nom de l’ancien.',
      en: 'A centre’s files are checked together, which bounds their number; refused ones count too. A mended file is sent under the old one’s name.',
    },
    example: toldExample(
      tooManyFiles(inWholeFile, MOST_FILES),
      {
        fr: 'pairs-1.csv, pairs-1-corrigé.csv, pairs-1-corrigé-2.csv …',
        en: 'pairs-1.csv, pairs-1-mended.csv, pairs-1-mended-2.csv …',
      },
      { fr: 'pairs-1.csv, à chaque fois', en: 'pairs-1.csv, every time' },
    ),
  },
};
