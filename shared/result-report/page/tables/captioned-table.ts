import type { Bilingual } from '#shared/language.ts';
import { bilingual } from '#shared/result-report/page/bilingual-text.ts';
import { type Attributes, type Content, element } from '#shared/result-report/page/html.ts';

interface Caption {
  /** Of the caption, which names the table. */
  readonly id: string;
  readonly caption: Bilingual;
}

/** A table under its caption, in a box that scrolls sideways where it is too wide, with the keyboard too. */
export const captionedTable = (
  { id, caption }: Caption,
  attributes: Attributes | null,
  ...content: Content[]
): Content =>
  element(
    'div',
    { class: 'scroll', tabindex: 0, role: 'group', 'aria-labelledby': id },
    element('table', attributes, element('caption', { id }, bilingual(caption)), ...content),
  );
