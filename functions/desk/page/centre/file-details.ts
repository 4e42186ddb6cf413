import { useState } from 'preact/hooks';
import type { DeskFile } from '#shared/desk/centre-api.ts';
import type { Bilingual } from '#shared/language.ts';
import type { Report } from '#shared/reports/report.ts';
import { type DeskApi, errorText } from '../api-client.ts';
import { element, part } from '../html.ts';
import { useSay } from '../language.ts';
import { aboutFile, FILES } from '../texts/files.ts';
import { sizeText, timeText } from '../times.ts';
import { reportOn } from './await-verdict.ts';
import { VerdictView } from './verdict-view.ts';

/** The report on a file, read when it is opened. */
export function FileDetails({ api, file }: { readonly api: DeskApi; readonly file: DeskFile }) {
  const say = useSay();
  const [report, setReport] = useState<Report | null | undefined>();
  const [version, setVersion] = useState<string | undefined>();
  const [error, setError] = useState<Bilingual | undefined>();
  const asked = `${file.newest?.versionId} ${file.verdictAt}`;
  const read = ({ currentTarget }: { readonly currentTarget: HTMLDetailsElement }) => {
    if (!currentTarget.open || version === asked) return;
    setVersion(asked);
    setReport(undefined);
    reportOn(api, file).then(setReport, (failure) => setError(errorText(failure)));
  };
  return element(
    'details',
    { onToggle: read },
    element('summary', { 'aria-label': say(aboutFile(FILES.details, file.name)) }, say(FILES.details)),
    error && element('p', { role: 'alert' }, say(error)),
    report === undefined && error === undefined && element('p', null, say(FILES.reading)),
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
