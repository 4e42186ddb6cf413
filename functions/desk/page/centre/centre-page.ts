import { useCallback, useState } from 'preact/hooks';
import type { Session } from '#shared/desk/api.ts';
import type { DeskApi } from '../api-client.ts';
import type { Checker } from '../check-client.ts';
import { element, part } from '../html.ts';
import { LatestReport } from '../parts/latest-report.ts';
import { Files } from './files.ts';
import { Sending } from './sending.ts';
import { Templates } from './templates.ts';
import { useFiles } from './use-files.ts';

interface Centre {
  readonly session: Session;
  readonly api: DeskApi;
  readonly check: Checker;
}

/** All that a centre does: sends, sees, takes templates, reads the pooled report. */
export function CentrePage({ session, api, check }: Centre) {
  const files = useFiles(api);
  const [published, setPublished] = useState(0);
  const settled = useCallback(() => setPublished((count) => count + 1), []);
  const isNew = files.known !== undefined && files.known.length === 0;
  const templates = part(Templates, { key: 'templates', session });
  return element(
    'div',
    null,
    isNew && templates,
    part(Sending, { key: 'sending', session, api, check, files, settled }),
    part(Files, { key: 'files', api, files }),
    !isNew && templates,
    part(LatestReport, { key: 'report', api, asked: published }),
  );
}
