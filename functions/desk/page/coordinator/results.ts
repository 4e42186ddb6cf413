import { useCallback, useState } from 'preact/hooks';
import { API } from '#shared/desk/api.ts';
import { resultsSchema } from '#shared/desk/coordinator-api.ts';
import { CLEARED } from '#shared/publication/cleared-result.ts';
import type { DeskApi } from '../api-client.ts';
import { element, part } from '../html.ts';
import { type Say, useSay } from '../language.ts';
import { Awaited } from '../parts/awaited.ts';
import { ScrolledTable } from '../parts/scrolled-table.ts';
import { useAnswer } from '../parts/use-answer.ts';
import { COORDINATOR } from '../texts/coordinator.ts';
import { timeText } from '../times.ts';
import { Comparison } from './comparison.ts';
import { Freezing } from './freezing.ts';
import { type ListedResult, shortId } from './listed-result.ts';

/** How many are listed until all are asked for. */
const LISTED = 10;

/** Every result, what differs between two, and a name for one that is published. */
export function Results({ api }: { readonly api: DeskApi }) {
  const say = useSay();
  const [isAll, setAll] = useState(false);
  const answer = useAnswer(useCallback(() => api(API.results, resultsSchema), [api]));
  const results = answer.value?.results;
  const listed = isAll ? results : results?.slice(0, LISTED);
  return element(
    'section',
    { class: 'part', 'aria-labelledby': 'results' },
    element('h2', { id: 'results' }, say(COORDINATOR.results)),
    part(Awaited, { answer }),
    results?.length === 0 && element('p', null, say(COORDINATOR.noResult)),
    results && results.length > 0 && resultTable(listed ?? [], say),
    results &&
      !isAll &&
      results.length > LISTED &&
      element('button', { type: 'button', onClick: () => setAll(true) }, `+ ${results.length - LISTED}`),
    results && results.length > 1 && part(Comparison, { api, results }),
    results && results.length > 0 && part(Freezing, { api, results, frozen: () => void answer.ask() }),
  );
}

const HEADINGS = ['result', 'computed', 'patients', 'files', 'code', 'names'] as const;

const resultTable = (results: readonly ListedResult[], say: Say) =>
  part(ScrolledTable, {
    label: say(COORDINATOR.resultsCaption),
    caption: say(COORDINATOR.resultsCaption),
    headings: HEADINGS.map((one) => say(COORDINATOR[one])),
    rows: results.map(({ id, computedAt, patients, files, codeVersion, frozen, latest, cleared }) =>
      element(
        'tr',
        { key: id },
        element(
          'th',
          { scope: 'row' },
          element('code', null, shortId(id)),
          latest ? ` (${say(COORDINATOR.latest)})` : null,
          cleared ? ` (${say(CLEARED)})` : null,
        ),
        element('td', null, say(timeText(computedAt))),
        element('td', { class: 'number' }, `${patients.included} / ${patients.screened}`),
        element('td', { class: 'number' }, files),
        element('td', null, element('code', null, codeVersion)),
        element('td', null, frozen.join(', ')),
      ),
    ),
  });
