import type { Bilingual } from '#shared/language.ts';
import { RETRIES } from './retried-runs.ts';
import { UPLOAD_ATTEMPTS } from './upload-queue.ts';

/** Minutes; a centre expects its report within a few. */
export const LONGEST_UPLOAD_WAIT_MINUTES = 30;

/** A day, and two hours for a run that began late and was tried again. */
export const LONGEST_NIGHT_HOURS = 26;

/** A day and a half: a night may find the files of a busy hour unsettled, the next one must not. */
export const LONGEST_UNCONFIRMED_HOURS = 36;

/** What each alarm means for the centres and the study, then what to do. CloudWatch keeps 1,024 characters. */
export const alarmTexts = {
  uploadSetAside: {
    fr:
      `Un fichier déposé n’a pas pu être traité en ${UPLOAD_ATTEMPTS} essais : son centre n’a pas reçu de compte rendu et les tableaux ` +
      'sont calculés sans lui. Chercher l’erreur dans le journal de la fonction Ingest, la corriger, puis lancer « npm run ctmri -- ' +
      'redrive », qui renvoie à l’examen les fichiers mis de côté et les nomme : le faire deux fois est sans danger.',
    en:
      `An uploaded file could not be processed in ${UPLOAD_ATTEMPTS} attempts: its centre got no report and the tables are computed ` +
      'without it. Find the error in the log of the Ingest function, correct it, then run "npm run ctmri -- redrive", which sends ' +
      'the files set aside back to be examined and names them: doing so twice does no harm.',
  },
  uploadWaits: {
    fr:
      `Un fichier déposé attend depuis plus de ${LONGEST_UPLOAD_WAIT_MINUTES} minutes : son centre n’a pas encore son compte rendu. ` +
      'Rien n’est perdu. Si l’attente dure, regarder le journal de la fonction Ingest (erreurs, limitation par AWS).',
    en:
      `An uploaded file has been waiting for more than ${LONGEST_UPLOAD_WAIT_MINUTES} minutes: its centre has no report yet. ` +
      'Nothing is lost. If it lasts, look at the log of the Ingest function (errors, throttling by AWS).',
  },
  statisticsGaveUp: {
    fr:
      `Un calcul a été abandonné après ${RETRIES + 1} essais : les tableaux publiés restent les précédents, exacts mais sans les ` +
      'derniers fichiers. Chercher la cause dans le journal de la fonction Statistics, la corriger, puis lancer « npm run ctmri -- ' +
      'redrive --queue statistics » : il relance le calcul, et vide la file StatisticsFailures s’il réussit.',
    en:
      `A computation was given up after ${RETRIES + 1} attempts: the published tables are still the ones before, right but without ` +
      'the latest files. Find the cause in the log of the Statistics function, correct it, then run "npm run ctmri -- redrive ' +
      '--queue statistics": it runs the computation again, and empties the queue StatisticsFailures if that succeeds.',
  },
  statisticsFails: {
    fr:
      `Un calcul des tableaux a échoué et sera repris jusqu’à ${RETRIES} fois : les tableaux publiés restent les précédents. Sans autre ` +
      'alarme, la reprise a réussi et il n’y a rien à faire ; sinon, lire le journal de la fonction Statistics. « npm run ctmri -- ' +
      'recompute » refait le calcul sans attendre, et dit s’il réussit.',
    en:
      `A computation of the tables failed and is tried up to ${RETRIES} times more: the published tables are still the ones before. Without ` +
      'another alarm the retry succeeded and there is nothing to do; otherwise read the log of the Statistics function. "npm run ' +
      'ctmri -- recompute" does the computation again at once, and says whether it succeeds.',
  },
  reportGaveUp: {
    fr:
      `La page du dernier résultat n’a pas pu être faite en ${RETRIES + 1} essais : les tableaux publiés sont exacts, results/latest.html ` +
      'montre encore la page précédente. Chercher la cause dans le journal de la fonction Report, la corriger, puis lancer « npm run ' +
      'ctmri -- redrive --queue report » : il refait la page, et vide la file ReportFailures s’il réussit.',
    en:
      `The page of the latest result could not be made in ${RETRIES + 1} attempts: the published tables are right, results/latest.html ` +
      'still shows the page before. Find the cause in the log of the Report function, correct it, then run "npm run ctmri -- redrive ' +
      '--queue report": it makes the page again, and empties the queue ReportFailures if that succeeds.',
  },
  reportFails: {
    fr:
      `La page d’un résultat n’a pas pu être faite et sera reprise jusqu’à ${RETRIES} fois, puis toutes les heures : les tableaux publiés ` +
      'sont exacts. Sans autre alarme, la reprise a réussi et il n’y a rien à faire ; sinon, lire le journal de la fonction Report.',
    en:
      `The page of a result could not be made; it is tried up to ${RETRIES} times more, then every hour: the published tables are right. ` +
      'Without another alarm the retry succeeded and there is nothing to do; otherwise read the log of the Report function.',
  },
  publishedResultDiffers: {
    fr:
      'Un résultat publié n’était plus celui que redonnent ses propres fichiers. Le journal de la fonction Statistics nomme le ' +
      'résultat et les tableaux ; la nuit rétablit le dernier résultat. Ne pas citer les chiffres lus entre-temps ; chercher qui a ' +
      'écrit dans results/ (CloudTrail), et si rien ne l’explique comparer avec « npm run ctmri -- reproduce ».',
    en:
      'A published result was no longer what its own files give again. The log of the Statistics function names the result and ' +
      'the tables; the night sets the latest result right. Do not cite figures that were read meanwhile; find out who wrote to ' +
      'results/ (CloudTrail), and if nothing explains it, compare with "npm run ctmri -- reproduce".',
  },
  publishedWithPending: {
    fr:
      'Un résultat a été publié sans tous les fichiers : ceux qui manquent étaient attendus depuis une heure. « npm run ctmri -- ' +
      'status » dit lesquels, et le manifest.json du résultat les nomme (pending). Chercher dans le journal de la fonction Ingest ' +
      'pourquoi ils n’ont pas été traités, corriger, puis lancer « npm run ctmri -- redrive » si la file UploadDeadLetters en ' +
      'garde les messages, sinon « npm run ctmri -- recompute ». Le résultat complet prendra la place de celui-ci.',
    en:
      'A result was published without all files: the missing ones had been waited for for an hour. "npm run ctmri -- status" ' +
      'says which, and the manifest.json of the result names them (pending). Find in the log of the Ingest function why they ' +
      'were not processed, correct it, then run "npm run ctmri -- redrive" if the queue UploadDeadLetters has kept their ' +
      'messages, otherwise "npm run ctmri -- recompute". The complete result will take the place of this one.',
  },
  refusedByNewRules: {
    fr:
      'Un fichier qui avait été accepté est refusé par les règles déployées depuis : il ne compte plus dans l’étude, sauf par une ' +
      'version plus ancienne qu’elles acceptent. « npm run ctmri -- status » dit quels fichiers ; leur compte rendu dit pourquoi. ' +
      'Demander au centre de corriger le fichier et de le déposer à nouveau ; si c’est la règle qui se trompe, la corriger et ' +
      'déployer : le fichier sera examiné à nouveau.',
    en:
      'A file that had been accepted is refused by the rules deployed since: it no longer counts in the study, unless by an older ' +
      'version that they accept. "npm run ctmri -- status" says which files; the report of each says why. Ask the centre to ' +
      'correct the file and drop it again; if the rule is wrong, correct it and deploy: the file will be examined again.',
  },
  headDamaged: {
    fr:
      'Ce que la table savait d’un centre n’est plus lisible : le journal des fonctions Statistics et Ingest nomme le centre (head-damaged). ' +
      'Rien n’est perdu : ses fichiers sont relus depuis le compartiment, en quelques minutes, et aucun résultat n’est publié sans eux avant ' +
      'une heure. Si l’alarme dure, lancer « npm run ctmri -- recompute » ; chercher qui a écrit dans la table (CloudTrail).',
    en:
      'What the table knew of a centre cannot be read any more: the log of the functions Statistics and Ingest names the centre ' +
      '(head-damaged). Nothing is lost: its files are read again from the bucket, within minutes, and no result is published without ' +
      'them before an hour. If it lasts, run "npm run ctmri -- recompute"; find out who wrote to the table (CloudTrail).',
  },
  eventsLost: {
    fr:
      'La comparaison de la nuit a trouvé des fichiers dont personne n’avait été averti : S3 ou la file ont perdu leur message, ou un ' +
      'fichier vient d’être retiré. Ils sont redemandés d’eux-mêmes et comptent dans l’heure. Si cela se répète, vérifier la ' +
      'notification du compartiment et la politique de la file UploadQueue ; « npm run ctmri -- status » montre où en sont les fichiers.',
    en:
      'The night’s comparison found files that nobody had been told of: S3 or the queue lost their message, or a file was withdrawn ' +
      'just now. They are asked for by themselves and count within the hour. If it happens again, check the notification of the bucket ' +
      'and the policy of the queue UploadQueue; "npm run ctmri -- status" shows how the files stand.',
  },
  nightMissed: {
    fr:
      `Aucune exécution de la nuit ne s’est terminée depuis ${LONGEST_NIGHT_HOURS} heures : ce qui s’est perdu n’est pas retrouvé, ce qui a été ` +
      'modifié n’est pas vu. Les fichiers déposés sont traités comme d’habitude. Vérifier que la règle NightlySchedule est active, lire le ' +
      'journal de la fonction Statistics, puis lancer « npm run ctmri -- recompute », qui fait le travail de la nuit.',
    en:
      `No nightly run has ended for ${LONGEST_NIGHT_HOURS} hours: what was lost is not found, what was altered is not seen. Files that are sent are ` +
      'processed as usual. Check that the rule NightlySchedule is enabled, read the log of the Statistics function, then run "npm run ' +
      'ctmri -- recompute", which does the work of the night.',
  },
  resultStale: {
    fr:
      `Depuis ${LONGEST_UNCONFIRMED_HOURS} heures, aucun calcul n’a confirmé que le dernier résultat est celui des fichiers présents : ce qui est ` +
      'publié peut être d’avant-hier. « npm run ctmri -- status » dit quels fichiers sont attendus ; « npm run ctmri -- recompute » calcule ' +
      'maintenant, et dit ce qui manque. Lire aussi le journal de la fonction Statistics, lignes « run ».',
    en:
      `For ${LONGEST_UNCONFIRMED_HOURS} hours no computation has confirmed that the latest result is what the files that are there give: what is published ` +
      'may be of the day before yesterday. "npm run ctmri -- status" says which files are waited for; "npm run ctmri -- recompute" computes ' +
      'now, and says what is missing. Also read the log of the Statistics function, the lines "run".',
  },
  mailNotSent: {
    fr:
      'Un message à un centre, ou sur un résultat, n’a pas pu être remis à SNS : verdicts et tableaux sont exacts. Il sera envoyé la nuit ' +
      'prochaine, un résultat l’heure prochaine ; « npm run ctmri -- recompute » n’attend pas la nuit. Si cela dure, chercher ' +
      '« mail-not-sent » dans les journaux des fonctions Ingest et Report : l’erreur dit si le sujet SNS manque ou si sa clé est fermée.',
    en:
      'A message to a centre, or on a result, could not be handed to SNS: verdicts and tables are right. It is sent next night, that on a ' +
      'result next hour; "npm run ctmri -- recompute" does not wait for the night. If it lasts, look for "mail-not-sent" in the logs of ' +
      'the functions Ingest and Report: the error says whether the SNS topic is missing, or its key is closed.',
  },
  deskFails: {
    fr:
      'La page des centres n’a pas pu répondre à une demande : quelqu’un a lu « réessayez dans un instant ». Rien n’est perdu ni ' +
      'changé. Si cela dure, chercher « desk-failed » dans le journal de la fonction Desk. En attendant, les centres peuvent déposer ' +
      'par « npm run ctmri -- upload » ou dans leur dossier du compartiment.',
    en:
      'The page of the centres could not answer a request: somebody read "try again in a moment". Nothing is lost or changed. If it ' +
      'lasts, look for "desk-failed" in the log of the Desk function. Meanwhile centres can send files by "npm run ctmri -- upload", ' +
      'or drop them in their folder of the bucket.',
  },
  deskThrottled: {
    fr:
      'La page des centres refuse des demandes parce qu’il en vient trop à la fois : quelqu’un l’inonde, ou la limite de Lambda du ' +
      'compte est trop basse. Ni fichier ni tableau ne sont touchés. Si cela dure, faire placer un pare-feu devant la page ' +
      '(docs/DESK.md, « votre domaine devant »). « npm run ctmri -- invitations » dit quels liens sont valables.',
    en:
      'The page of the centres turns requests away because too many come at once: somebody floods it, or the account’s limit of Lambda ' +
      'is too low. No file and no table is touched. If it lasts, have a firewall put before the page (docs/DESK.md, "your domain in ' +
      'front"). "npm run ctmri -- invitations" says which links are good.',
  },
} satisfies Readonly<Record<string, Bilingual>>;
