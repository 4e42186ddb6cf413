import { useState } from 'preact/hooks';
import { API } from '#shared/desk/api.ts';
import { type Difference, differenceSchema } from '#shared/desk/coordinator-api.ts';
import type { Bilingual } from '#shared/language.ts';
import { type DeskApi, errorText } from '../api-client.ts';
import { element, part } from '../html.ts';
import { useSay } from '../language.ts';
import { COORDINATOR } from '../texts/coordinator.ts';
import { DifferenceView } from './difference-view.ts';
import type { ListedResult } from './listed-result.ts';
import { ResultChoice } from './result-choice.ts';

interface Compared {
  readonly api: DeskApi;
  readonly results: readonly ListedResult[];
}

/** Two results side by side. */
export function Comparison({ api, results }: Compared) {
  const say = useSay();
  const [from, setFrom] = useState(results[1]?.id ?? '');
  const [to, setTo] = useState(results[0]?.id ?? '');
  const [difference, setDifference] = useState<Difference | undefined>();
  const [error, setError] = useState<Bilingual | undefined>();
  const compare = async () => {
    try {
      setError(undefined);
      setDifference(await api(API.difference, differenceSchema, { query: { from, to } }));
    } catch (failure) {
      setDifference(undefined);
      setError(errorText(failure));
    }
  };
  return element(
    'div',
    null,
    element('h3', null, say(COORDINATOR.compare)),
    element(
      'div',
      { class: 'buttons' },
      part(ResultChoice, { label: COORDINATOR.before, results, chosen: from, choose: setFrom }),
      part(ResultChoice, { label: COORDINATOR.after, results, chosen: to, choose: setTo }),
      element('button', { type: 'button', onClick: () => void compare() }, say(COORDINATOR.compare)),
    ),
    error && element('p', { class: 'note bad', role: 'alert' }, say(error)),
    element('div', { 'aria-live': 'polite' }, difference && part(DifferenceView, { difference })),
  );
}
