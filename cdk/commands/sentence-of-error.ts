import { ToldFailure } from '#cdk/failure.ts';
import type { Bilingual } from '#shared/language.ts';

/** The names that S3, DynamoDB, SQS, Lambda and CloudFormation give to it. */
const REFUSED_BY_AWS =
  /^(?:AccessDenied|AccessDeniedException|Forbidden|NotAuthorized|UnauthorizedOperation)$/;

/** What DynamoDB and Lambda, S3 and SQS say of what the stack had made and is there no more. */
const GONE = /^(?:ResourceNotFoundException|NoSuchBucket|QueueDoesNotExist)$/;

/** What Node calls a connection that was refused, was cut, or leads nowhere. */
const CONNECTION_BROKEN =
  /^E(?:CONN(?:REFUSED|RESET|ABORTED)|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN)$/;

/** What to say where the study was found, and then no longer answered. */
function brokenConnection(error: unknown): Bilingual | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!CONNECTION_BROKEN.test(code)) return undefined;
  const emulator = process.env['AWS_ENDPOINT_URL'];
  return emulator === undefined
    ? {
        fr: `AWS ne répond plus (${code}) : vérifiez le réseau et recommencez ; ce qui est déposé l’est.`,
        en: `AWS no longer answers (${code}): look at the network and begin again; what was dropped was dropped.`,
      }
    : {
        fr: `${emulator} ne répond plus (${code}). Si c’est le LocalStack de cet ordinateur, il s’est arrêté, et ce qu’il tenait est perdu : npm start le relance, vide.`,
        en: `${emulator} no longer answers (${code}). If it is the LocalStack of this computer, it has stopped, and what it held is lost: npm start starts it again, empty.`,
      };
}

/** What a command says of an error that ended it, with what to do about it where that is known. */
export function sentenceOf(error: unknown): Bilingual {
  if (error instanceof ToldFailure) return error.sentence;
  if (error instanceof Error && REFUSED_BY_AWS.test(error.name)) {
    return {
      fr: `AWS refuse cela à ces identifiants : ${error.message}. docs/ACCESS.md dit qui peut quoi.`,
      en: `AWS refuses that to these credentials: ${error.message}. docs/ACCESS.md says who may do what.`,
    };
  }
  if (error instanceof Error && GONE.test(error.name)) {
    return {
      fr: `Une partie de l’étude n’est plus là, la table, une fonction, le compartiment ou une file (${error.message}) : docs/OPERATIONS.md, « Restaurer la table » et « Remettre la pile ».`,
      en: `A part of the study is gone, the table, a function, the bucket or a queue (${error.message}): docs/OPERATIONS.md, "Restore the table" and "Put the stack right".`,
    };
  }
  const broken = brokenConnection(error);
  if (broken !== undefined) return broken;
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    fr: `Échec : ${what} (CTMRI_DEBUG=1 montre où)`,
    en: `Failed: ${what} (CTMRI_DEBUG=1 shows where)`,
  };
}
