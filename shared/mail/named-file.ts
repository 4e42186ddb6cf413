import type { Bilingual } from '#shared/language.ts';
import { TABLE_NAMES } from '#shared/tables/tables.ts';

/** `pairs.csv`, `pairs-2021.csv`: the name of a table, perhaps with a year. */
const OF_A_TABLE = new RegExp(`^(?:${TABLE_NAMES.join('|')})(?:[-_ ]20\\d\\d)?\\.(?:csv|tsv|txt)$`);

/**
 * How a mail names a file. People write into a file's name what they like, also a patient's; a mail goes through
 * others' servers and is kept there. So only a name that is a table's own stands in it; for any other, the moment of the
 * verdict, which stands in the mail too, says on the page of the centre which file is meant.
 *
 * @param key - of the upload: `uploads/rouen/pairs.csv`
 */
export function namedFile(key: string): Bilingual {
  const name = key.slice(key.lastIndexOf('/') + 1);
  return OF_A_TABLE.test(name) ? { fr: name, en: name } : { fr: 'un fichier', en: 'a file' };
}

/** Whether a mail says this file's name. */
export const isNamed = (key: string): boolean => OF_A_TABLE.test(key.slice(key.lastIndexOf('/') + 1));
