import type { Bilingual } from '#shared/language.ts';

/** An item of a list that a paper is held against, and what answers it. */
export interface ChecklistItem {
  /** `10a` */
  readonly item: string;
  readonly asks: Bilingual;
  /** With `{names}` of tables, columns, codes, settings and files, and `[links](SETTINGS.md)` from the folder `docs`. */
  readonly answeredBy: Bilingual;
  /** What answers it besides, where centres list their lesions one by one; null where that adds nothing. */
  readonly whereListed: Bilingual | null;
}

export interface Checklist {
  readonly name: 'STARD' | 'GRRAS';
  readonly title: Bilingual;
  /** Source, and how it is to be read. */
  readonly introduction: Bilingual;
  readonly items: readonly ChecklistItem[];
}

/** Items from a text in each language, a line each: `item | what it asks for | what answers it | and where lesions are listed`. */
export function itemsFrom(french: string, english: string): readonly ChecklistItem[] {
  const [fr, en] = [linesOf(french), linesOf(english)];
  return fr.map(([item, asks, answer, listed], position) => {
    const [sameItem, asksInEnglish, answerInEnglish, listedInEnglish] = en[position] ?? ['', '', '', ''];
    if (item !== sameItem) throw new Error(`item ${item} is ${sameItem || 'not there'} in English`);
    return {
      item,
      asks: { fr: asks, en: asksInEnglish },
      answeredBy: { fr: answer, en: answerInEnglish },
      whereListed: listed === '' ? null : { fr: listed, en: listedInEnglish },
    };
  });
}

const linesOf = (text: string): readonly (readonly [string, string, string, string])[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [item = '', asks = '', answer = '', listed = ''] = line.split('|').map((cell) => cell.trim());
      return [item, asks, answer, listed];
    });

const LISTED: Bilingual = {
  fr: ' ; où les lésions sont listées une à une : ',
  en: '; where lesions are listed one by one: ',
};

/** What answers an item, also of a study whose centres list their lesions. */
export const answerWhereListed = ({ answeredBy, whereListed }: ChecklistItem): Bilingual =>
  whereListed === null
    ? answeredBy
    : {
        fr: `${answeredBy.fr}${LISTED.fr}${whereListed.fr}`,
        en: `${answeredBy.en}${LISTED.en}${whereListed.en}`,
      };

/** A part of an answer: plain words, the name of something, or a link from the folder `docs`. */
export type AnswerPart =
  | { readonly kind: 'words' | 'name'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly path: string };

export function answerParts(answer: string): readonly AnswerPart[] {
  return Array.from(answer.matchAll(/\{([^}]+)\}|\[([^\]]+)\]\(([^)]+)\)|[^{[]+/g), (found): AnswerPart => {
    const [words, name, link, path = ''] = found;
    if (name !== undefined) return { kind: 'name', text: name };
    if (link !== undefined) return { kind: 'link', text: link, path };
    return { kind: 'words', text: words };
  });
}
