import { type Content, element } from '../html.ts';

interface TableOf {
  /** What it is, for a screen reader. */
  readonly label: string;
  /** Shown above it; absent: nothing is. */
  readonly caption?: string;
  /** Of its frame. */
  readonly look?: 'scroll' | 'scroll preview';
  readonly headings: readonly string[];
  /** Its lines, each a `tr`. */
  readonly rows: readonly Content[];
}

/** A table that scrolls in its frame, by touch and by keyboard, where it is wider than the page. */
export const ScrolledTable = ({ label, caption, look = 'scroll', headings, rows }: TableOf) =>
  element(
    'div',
    { class: look, tabIndex: 0, role: 'region', 'aria-label': label },
    element(
      'table',
      null,
      caption !== undefined && element('caption', null, element('span', { class: 'caption' }, caption)),
      element(
        'thead',
        null,
        element(
          'tr',
          null,
          headings.map((heading) => element('th', { scope: 'col' }, heading)),
        ),
      ),
      element('tbody', null, rows),
    ),
  );
