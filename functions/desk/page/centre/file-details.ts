import { useCallback, useState } from 'preact/hooks';
import type { DeskFile } from '#shared/desk/centre-api.ts';
import type { DeskApi } from '../api-client.ts';
import { element, part } from '../html.ts';
import { useSay } from '../language.ts';
import { Awaited } from '../parts/awaited.ts';
import { useAnswer } from '../parts/use-answer.ts';
import { aboutFile, FILES } from '../texts/files.ts';
import { sizeText, timeText } from '../times.ts';
import { reportOn } from './await-verdict.ts';
import { VerdictView } from './verdict-view.ts';

interface OfFile {
  readonly api: DeskApi;
  readonly file: DeskFile;
}

/** The report on a file, read when it is opened, and again when there is another. */
export function FileDetails({ api, file }: OfFile) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  return element(
    'details',
    {
      onToggle: ({ currentTarget }: { readonly currentTarget: HTMLDetailsElement }) =>
        setOpen(currentTarget.open),
    },
    element('summary', { 'aria-label': say(aboutFile(FILES.details, file.name)) }, say(FILES.details)),
    isOpen && part(FileReport, { key: `${file.newest?.versionId} ${file.verdictAt}`, api, file }),
  );
}

function FileReport({ api, file }: OfFile) {
  const say = useSay();
  const answer = useAnswer(useCallback(() => reportOn(api, file), []));
  const report = answer.value;
  return element(
    'div',
    null,
    part(Awaited, { answer }),
    report === null && element('p', null, say(FILES.noReport)),
    report && part(VerdictView, { report }),
  );
}

/** All that ever happened under a file's name. */
export function FileHistory({ file: { name, history } }: { readonly file: DeskFile }) {
  const say = useSay();
  return element(
    'details',
    null,
    element(
      'summary',
      { 'aria-label': say(aboutFile(FILES.history, name)) },
      `${say(FILES.history)} (${history.length})`,
    ),
    element(
      'ul',
      null,
      history.map(({ what, at, bytes }) =>
        element(
          'li',
          null,
          `${say(timeText(at))} · ${say(what === 'sent' ? FILES.sent : FILES.withdrawnEvent)}`,
          bytes === null ? null : ` · ${say(sizeText(bytes))}`,
        ),
      ),
    ),
  );
}
