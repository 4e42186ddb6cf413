import type { Bilingual } from '#shared/language.ts';
import { CLEARED } from '#shared/publication/cleared-result.ts';
import { element } from '../html.ts';
import { useSay } from '../language.ts';
import { COORDINATOR } from '../texts/coordinator.ts';
import { timeText } from '../times.ts';
import { type ListedResult, shortId } from './listed-result.ts';

interface Choice {
  readonly label: Bilingual;
  readonly results: readonly ListedResult[];
  readonly chosen: string;
  readonly choose: (id: string) => void;
}

/** One of the results, by its day. */
export function ResultChoice({ label, results, chosen, choose }: Choice) {
  const say = useSay();
  return element(
    'label',
    { class: 'field' },
    element('span', null, say(label)),
    element(
      'select',
      {
        onChange: ({ currentTarget }: { readonly currentTarget: HTMLSelectElement }) =>
          choose(currentTarget.value),
      },
      results.map(({ id, computedAt, latest, cleared, frozen }) =>
        element(
          'option',
          { value: id, selected: id === chosen },
          [
            say(timeText(computedAt)),
            shortId(id),
            ...(latest ? [say(COORDINATOR.latest)] : []),
            ...(cleared ? [say(CLEARED)] : []),
            ...frozen,
          ].join(' · '),
        ),
      ),
    ),
  );
}
