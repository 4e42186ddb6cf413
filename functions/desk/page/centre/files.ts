import type { DeskApi } from '../api-client.ts';
import { element, part } from '../html.ts';
import { useSay } from '../language.ts';
import { Awaited } from '../parts/awaited.ts';
import { FILES } from '../texts/files.ts';
import { FileCard } from './file-card.ts';
import type { KnownFiles } from './use-files.ts';

/** The centre's files with their states. */
export function Files({ api, files }: { readonly api: DeskApi; readonly files: KnownFiles }) {
  const say = useSay();
  const { known, error, read } = files;
  return element(
    'section',
    { class: 'part', 'aria-labelledby': 'own-files' },
    element('h2', { id: 'own-files', tabIndex: -1 }, say(FILES.title)),
    part(Awaited, { answer: { value: known, error, ask: () => read().catch(() => undefined) } }),
    known?.length === 0 && element('p', null, say(FILES.none)),
    element(
      'ul',
      { class: 'files' },
      known?.map((file) => element('li', { key: file.name }, part(FileCard, { api, file, read }))),
    ),
  );
}
