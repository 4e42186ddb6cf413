import { freezableName, isIdPrefix, LATEST, SHORTEST_PREFIX } from '#shared/publication/frozen-result.ts';
import { CommandFailure } from './command.ts';
import { readFrozen } from './frozen-results.ts';
import { latestResult, nothingPublished } from './latest-results.ts';
import { resultIds } from './published-results.ts';
import type { StudyBucket } from './study-connection.ts';

/** How a result is named on the command line, for the help. */
export const RESULT_WORDS = {
  fr: `un résultat : son id (ou ses ${SHORTEST_PREFIX} premiers caractères au moins), un nom figé, ou ${LATEST}`,
  en: `a result: its id (or at least its first ${SHORTEST_PREFIX} characters), a frozen name, or ${LATEST}`,
};

/** The id of the result that a word means: an id or the unique beginning of one, a frozen name, or `latest`. */
export async function meantResult(bucket: StudyBucket, word: string): Promise<string> {
  if (word === LATEST) {
    const latest = await latestResult(bucket);
    if (latest === undefined) throw nothingPublished();
    return latest.id;
  }
  if (isIdPrefix(word)) {
    const [id, ...others] = await resultIds(bucket, word);
    if (id === undefined) throw unknown(word);
    if (others.length > 0) throw ambiguous(word, [id, ...others]);
    return id;
  }
  const frozen = freezableName(word) ? await readFrozen(bucket, word) : undefined;
  if (frozen === undefined) throw unknown(word);
  return frozen.id;
}

const unknown = (word: string): CommandFailure =>
  new CommandFailure({
    fr: `${word} ne désigne aucun résultat (un id, ses ${SHORTEST_PREFIX} premiers caractères au moins, un nom figé, ou ${LATEST}). Voyez : npm run ctmri -- results --list`,
    en: `${word} means no result (an id, at least its first ${SHORTEST_PREFIX} characters, a frozen name, or ${LATEST}). See: npm run ctmri -- results --list`,
  });

const ambiguous = (word: string, ids: readonly string[]): CommandFailure =>
  new CommandFailure({
    fr: `${word} peut désigner ${ids.length} résultats : ${ids.join(', ')}.`,
    en: `${word} may mean ${ids.length} results: ${ids.join(', ')}.`,
  });
