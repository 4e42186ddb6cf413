import { type Bilingual, sameInBoth } from '#shared/language.ts';
import { uploadKey } from '#shared/storage/bucket-keys.ts';
import type { ErasureTarget } from './erasure-target.ts';
import type { Findings } from './findings.ts';
import type { StoredVersion } from './stored-versions.ts';

/** What is to go, or is left: every version of an upload by its name, the rest by their number. */
export function* findingsText(found: Findings): Generator<Bilingual> {
  for (const [key, versions] of Map.groupBy(found.uploads, (version) => version.key)) {
    yield { fr: `${key} : ${versions.length} version(s)`, en: `${key}: ${versions.length} version(s)` };
    for (const { versionId, isMarker, isLatest } of versions) {
      const now = isLatest ? { fr: ', actuelle', en: ', current' } : { fr: '', en: '' };
      const marker = isMarker ? { fr: ', suppression', en: ', deletion' } : { fr: '', en: '' };
      yield { fr: `  ${versionId}${now.fr}${marker.fr}`, en: `  ${versionId}${now.en}${marker.en}` };
    }
  }
  for (const [key, { length }] of Map.groupBy(found.reports, (version) => version.key)) {
    yield { fr: `${key} : ${length} version(s)`, en: `${key}: ${length} version(s)` };
  }
  yield {
    fr: `base de données : ${found.rows.length} ligne(s), ${found.records.length} enregistrement(s)`,
    en: `database: ${found.rows.length} row(s), ${found.records.length} record(s)`,
  };
  for (const key of found.named)
    yield { fr: `${key} est encore cité par son centre`, en: `${key} is still named by its centre` };
  yield* versionsText(found.meanwhile, {
    fr: 'déposé pendant l’effacement, intact : relancez la commande pour l’effacer aussi',
    en: 'uploaded during the erasure, untouched: run the command again to erase it too',
  });
}

/** Versions into which nobody can look, and what to do about them. */
export const unsearchableText = ({ unsearchable }: Findings): Iterable<Bilingual> =>
  versionsText(unsearchable, {
    fr: 'illisible (PDF ou archive protégée) : regardez-le, et s’il contient le patient, effacez-le par --file',
    en: 'unreadable (PDF or protected archive): look at it, and if it holds the patient, erase it by --file',
  });

function* versionsText(versions: readonly StoredVersion[], what: Bilingual): Generator<Bilingual> {
  if (versions.length === 0) return;
  yield { fr: `${what.fr} :`, en: `${what.en}:` };
  for (const { key, versionId } of versions) yield sameInBoth(`  ${key} ${versionId}`);
}

/** What becomes of what was published, said before anything is done. */
export function* publishedText(frozen: readonly string[]): Generator<Bilingual> {
  yield {
    fr: 'Rien de ce qui est publié ou figé n’est réécrit : les tableaux sont des totaux, les manifestes nomment des fichiers et des versions. Un résultat calculé d’une version effacée ne pourra plus être recalculé.',
    en: 'Nothing that is published or frozen is rewritten: tables are totals, manifests name files and versions. A result computed from an erased version cannot be recomputed any more.',
  };
  yield frozen.length === 0
    ? { fr: 'Aucun résultat figé n’est concerné.', en: 'No frozen result is concerned.' }
    : {
        fr: `Résultats figés qui ne pourront plus être reproduits : ${frozen.join(', ')}`,
        en: `Frozen results that nobody can reproduce any more: ${frozen.join(', ')}`,
      };
}

export const PATIENT_PLAN: Bilingual = {
  fr: 'Les lignes de la base sont toutes celles des versions nommées : celles des autres patients y reviennent avec la version suivante. Là où la version actuelle contient le patient, une version sans ses lignes est déposée d’abord (ou le fichier supprimé, s’il n’en reste rien), et les rapports actuels de ces fichiers s’ajoutent aux anciens ; de deux fichiers du centre qui ont la même ligne, celui-ci devient alors le plus récent.',
  en: 'The rows in the database are all those of the versions named: those of other patients come back with the next version. Where the current version holds the patient, a version without their lines is put first (or the file deleted, if nothing is left of it), and the current reports on these files join the old ones; of two files of the centre with the same row, it is then the younger one.',
};

/** What no command can reach. */
export const OUT_OF_REACH: readonly Bilingual[] = [
  { fr: 'Ce que cette commande n’atteint pas :', en: 'What this command does not reach:' },
  {
    fr: '  les sauvegardes continues de DynamoDB : elles s’effacent d’elles-mêmes en 35 jours ; après une restauration, relancez la commande',
    en: '  the continuous backups of DynamoDB: they expire within 35 days; after a restore, run the command again',
  },
  {
    fr: '  une réplication ou une sauvegarde de S3, si vous en avez ajouté une : cette pile n’en a pas',
    en: '  a replication or backup of S3, if you added one: this stack has none',
  },
  {
    fr: '  ce que des personnes ont téléchargé, et l’historique des commandes de ce terminal',
    en: '  what people downloaded, and the history of commands of this terminal',
  },
  {
    fr: '  un nom de fichier qui serait celui d’un patient : les manifestes, les journaux et les files de messages ne contiennent rien d’autre que des noms de fichiers et des versions',
    en: '  a file’s name, if it is a patient’s: manifests, logs and message queues hold nothing but names of files and versions',
  },
];

/**
 * That there is nothing to erase; said on the operator's own terminal, where the name was typed.
 *
 * @param folders the centres that have files, now or in older versions: a name mistyped is no proof of anything
 */
export function nothingFound({ kind, centre, name }: ErasureTarget, folders: readonly string[]): Bilingual {
  if (!folders.includes(centre)) {
    const known = folders.join(', ');
    return {
      fr: `Aucune version d’aucun fichier dans ${uploadKey(centre, '')} : est-ce le bon centre ? Ceux qui ont des fichiers : ${known}.`,
      en: `No version of any file in ${uploadKey(centre, '')}: is it the right centre? Those with files: ${known}.`,
    };
  }
  return kind === 'file'
    ? {
        fr: `Rien du fichier ${name} du centre ${centre} : ni version, ni rapport, ni ligne.`,
        en: `Nothing of the file ${name} of the centre ${centre}: no version, no report, no row.`,
      }
    : {
        fr: `Rien du patient ${name} du centre ${centre} : aucune version d’un fichier ne le contient, aucun rapport, aucune ligne.`,
        en: `Nothing of the patient ${name} of the centre ${centre}: no version of a file holds them, no report, no row.`,
      };
}
