import type { BilingualPassage } from '#shared/result-report/passage.ts';
import { hasPoints } from '#shared/result-report/published-points.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { settingIn } from './setting-values.ts';
import { en, fr, joined } from './wording.ts';

/**
 * What this page reveals, for the IT officer of a hospital that shows it.
 *
 * @param options - `withFiles`: the page lists each centre's files
 */
export function revealed(result: PublishedResult, { withFiles = false } = {}): BilingualPassage {
  const fewest = settingIn(result, 'fewestPatientsShown');
  return joined(
    {
      fr: fr`Cette page est un seul fichier : elle n’appelle aucun réseau, n’exécute aucun programme et ne dépose aucun témoin (cookie).`,
      en: en`This page is one file: it calls no network, runs no program and sets no cookie.`,
    },
    withFiles ? FILES_LISTED : NO_FILE_NAMED,
    {
      fr: fr`Un centre n’y figure sous son nom que pour les analyses où il a au moins ${fewest} patients ; les autres y sont réunis. Des nombres plus petits peuvent y figurer pour l’ensemble des centres (un motif d’exclusion, un site du primitif), et ce sont peut-être ceux d’une seule personne.`,
      en: en`A centre is named only in analyses in which it has at least ${fewest} patients; the others are put together. Smaller numbers may stand for all centres together (a reason for exclusion, a primary site), and may be those of one person.`,
    },
    points(result),
  );
}

const NO_FILE_NAMED = {
  fr: fr`Elle ne contient que ce que l’étude publie, pour tous les centres ensemble : ni nom, ni pseudonyme, ni date d’examen ou de naissance, ni nom de fichier ; un lecteur n’y est qu’un numéro de son centre.`,
  en: en`It holds only what the study publishes, of all centres together: no name, no pseudonym, no date of a scan or of birth, no name of a file; a reader is but a number of the centre.`,
};

const FILES_LISTED = {
  fr: fr`Elle énumère en bas les fichiers de chaque centre, avec leur nom et leur nombre de lignes : elle est pour les coordinateurs seulement, et ne doit pas être transmise. Le reste est ce que l’étude publie, pour tous les centres ensemble : ni nom, ni pseudonyme, ni date d’examen ou de naissance ; un lecteur n’y est qu’un numéro de son centre.`,
  en: en`At its end it lists each centre’s files, by name and number of rows: it is for coordinators only, and is not to be passed on. The rest is what the study publishes, of all centres together: no name, no pseudonym, no date of a scan or of birth; a reader is but a number of the centre.`,
};

const points = (result: PublishedResult): BilingualPassage =>
  hasPoints(result, ['count', 'diameter', 'best_change', 'last_change'])
    ? {
        fr: fr`Les nombres de chaque couple, les diamètres de chaque lésion et l’évolution de chaque patient y sont publiés sous des numéros tirés pour ce résultat, sans centre, date, âge ni sexe. Ce sont des données pseudonymes et non anonymes : qui connaît d’autres chiffres d’un patient peut y trouver sa ligne, et le centre d’une ligne peut se calculer. Un réglage de l’étude, pointsPublished, permet de ne pas les publier.`,
        en: en`The numbers of each pair, the diameters of each lesion and the course of each patient are published under numbers drawn for this result, without centre, date, age or sex. They are pseudonymous, not anonymous: whoever knows other figures of a patient may find the row, and a row’s centre can be computed. A setting of the study, pointsPublished, keeps them back.`,
      }
    : {
        fr: fr`Aucune ligne n’y est celle d’une lésion ou d’un patient.`,
        en: en`No row in it is of one lesion or one patient.`,
      };
