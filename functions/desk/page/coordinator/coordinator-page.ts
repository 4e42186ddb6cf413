import type { DeskApi } from '../api-client.ts';
import { element, part } from '../html.ts';
import { LatestReport } from '../parts/latest-report.ts';
import { Results } from './results.ts';
import { StudyState } from './study-state.ts';

/** All that a coordinator sees: every centre's state, not their rows; the results. */
export const CoordinatorPage = ({ api }: { readonly api: DeskApi }) =>
  element(
    'div',
    null,
    part(StudyState, { api }),
    part(LatestReport, { api, asked: 0 }),
    part(Results, { api }),
  );
