import type { CheckedView } from '#shared/desk/findings.ts';
import { visible } from '#shared/typography.ts';
import { element, part } from '../html.ts';
import { useSay } from '../language.ts';
import { ScrolledTable } from '../parts/scrolled-table.ts';
import { SENDING } from '../texts/sending.ts';

/** The first lines of a file, as they will be sent. */
export function Preview({ view: { preview } }: { readonly view: CheckedView }) {
  const say = useSay();
  const [header, ...lines] = preview;
  if (header === undefined) return null;
  return element(
    'details',
    null,
    element('summary', null, say(SENDING.preview)),
    part(ScrolledTable, {
      label: say(SENDING.preview),
      caption: say(SENDING.previewCaption),
      look: 'scroll preview',
      headings: header.map(visible),
      rows: lines.map((cells) =>
        element(
          'tr',
          null,
          cells.map((cell) => element('td', null, visible(cell))),
        ),
      ),
    }),
  );
}
