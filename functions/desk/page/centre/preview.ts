import type { CheckedView } from '#shared/desk/findings.ts';
import { visible } from '#shared/typography.ts';
import { element } from '../html.ts';
import { useSay } from '../language.ts';
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
    element(
      'div',
      { class: 'scroll preview', tabIndex: 0, role: 'region', 'aria-label': say(SENDING.preview) },
      element(
        'table',
        null,
        element('caption', null, say(SENDING.previewCaption)),
        element(
          'thead',
          null,
          element(
            'tr',
            null,
            header.map((cell) => element('th', { scope: 'col' }, visible(cell))),
          ),
        ),
        element(
          'tbody',
          null,
          lines.map((cells) =>
            element(
              'tr',
              null,
              cells.map((cell) => element('td', null, visible(cell))),
            ),
          ),
        ),
      ),
    ),
  );
}
