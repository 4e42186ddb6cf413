import { LONGEST_NAME, misnamed } from '#shared/validation/upload-place.ts';

const ENDING = '.csv';
/** Control characters, marks that turn the direction of a text, halves of characters. */
const UNSEEN = /\p{C}/u;
/** S3 puts the name of the sent file in the place of this. */
const PLACEHOLDER = '${';

/** Whether an object of a centre's folder may have this name, however it came there: it is one part of a key, and no way out. */
export const isObjectName = (name: string): boolean =>
  name !== '' && name !== '.' && name !== '..' && !name.includes('/') && name.length <= 1_000;

/** Whether the desk takes a file of this name: a CSV, in signs that everybody sees. */
export const isSendableName = (name: string): boolean =>
  isObjectName(name) &&
  misnamed(name) === null &&
  name.toLowerCase().endsWith(ENDING) &&
  [...name].length <= LONGEST_NAME + ENDING.length &&
  !UNSEEN.test(name) &&
  !name.includes('\\') &&
  !name.includes(PLACEHOLDER) &&
  name === name.trim();
