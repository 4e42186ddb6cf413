/** A text that people read, in both languages of the study; French is shown first. */
export interface Bilingual {
  readonly fr: string;
  readonly en: string;
}

/** Both languages on one line, as shown in terminals and in the annotated file. */
export function bothLanguages(text: Bilingual): string {
  return text.fr === text.en ? text.fr : `${text.fr} / ${text.en}`;
}
