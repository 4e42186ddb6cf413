/** A text that people read, in both languages of the study; French is shown first. */
export interface Bilingual {
  readonly fr: string;
  readonly en: string;
}

/** `title: detail`; French has a space before the colon. */
export const withDetail = (title: Bilingual, detail: Bilingual): Bilingual => ({
  fr: `${title.fr} : ${detail.fr}`,
  en: `${title.en}: ${detail.en}`,
});

/** What each code of a list stands for. */
export type Titles<Code extends string = string> = Readonly<Record<Code, Bilingual>>;

/** The codes of such a list, in its order. */
export const codesOf = <Code extends string>(titles: Titles<Code>): readonly Code[] =>
  Object.keys(titles).filter((key): key is Code => Object.hasOwn(titles, key));

/** Both languages on one line, as shown in terminals and in the annotated file. */
export function bothLanguages(text: Bilingual): string {
  return text.fr === text.en ? text.fr : `${text.fr} / ${text.en}`;
}

/** Whether a text may be one that `bothLanguages` made. */
export const isInBothLanguages = (text: string): boolean => text.includes(' / ');
