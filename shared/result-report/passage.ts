import type { Bilingual } from '#shared/language.ts';
import type { PublishedCell } from './published-result.ts';

/** A value that stands in the manifest, such as a setting of the study, with the place where anybody can look it up. */
export interface SettingValue {
  /** The path in `manifest.json`: `protocol.longestIntervalMonths`. Of a list, `pending.rows_lost`: how many are of this kind. */
  readonly setting: string;
  readonly value: string | number;
  /** As people read it: its digits may stand on the page. */
  readonly shown: Bilingual;
}

/**
 * A text in one language whose every figure is a cell of a published table, or a value of the manifest: so that the page
 * can say where each stands, and a test can look each up.
 */
export type Passage = readonly PassagePart[];
export type PassagePart = string | PublishedCell | SettingValue;

export interface BilingualPassage {
  readonly fr: Passage;
  readonly en: Passage;
}

/** A template of a passage: passage`${row.cell('total')} métastases`. Passages within it are taken in. */
export const passage = (
  words: TemplateStringsArray | readonly string[],
  ...parts: readonly (PassagePart | Passage)[]
): Passage =>
  words
    .flatMap((word, position): Passage => {
      const part = parts[position];
      if (part === undefined) return [word];
      return isPassage(part) ? [word, ...part] : [word, part];
    })
    .filter((part) => part !== '');

const isPassage = (part: PassagePart | Passage): part is Passage => Array.isArray(part);

export const isCell = (part: PassagePart): part is PublishedCell =>
  typeof part !== 'string' && 'column' in part;

export const isSetting = (part: PassagePart): part is SettingValue =>
  typeof part !== 'string' && 'setting' in part;
