import type { Session } from '#shared/desk/api.ts';
import type { DeskApi } from '../api-client.ts';
import { element, part } from '../html.ts';
import { LatestReport } from '../parts/latest-report.ts';

/** All that a coordinator does. */
export function CoordinatorPart({ api }: { readonly session: Session; readonly api: DeskApi }) {
  return element('div', null, part(LatestReport, { api, asked: 0 }));
}
