import type { Bilingual } from '#shared/language.ts';
import { bilingual } from './bilingual-text.ts';
import { type Content, element } from './html.ts';

/** A part of the page, in the order of reading. */
export interface Section {
  /** Where links lead to. */
  readonly id: string;
  readonly title: Bilingual;
  readonly content: Content;
  /** Its tables are too wide for a page that stands upright. */
  readonly isWide?: boolean;
}

export const sectionElement = ({ id, title, content, isWide = false }: Section): Content =>
  element(
    'section',
    { id, class: isWide ? 'wide' : undefined, 'aria-labelledby': `${id}-title` },
    element('h2', { id: `${id}-title` }, bilingual(title)),
    content,
  );
