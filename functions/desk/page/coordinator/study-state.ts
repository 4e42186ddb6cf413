import { useCallback } from 'preact/hooks';
import { API } from '#shared/desk/api.ts';
import { type StudyState as State, studySchema } from '#shared/desk/coordinator-api.ts';
import type { DeskApi } from '../api-client.ts';
import { element, part } from '../html.ts';
import { useSay } from '../language.ts';
import { Awaited } from '../parts/awaited.ts';
import { useAnswer } from '../parts/use-answer.ts';
import { behindText, COORDINATOR, pendingText, publishedText } from '../texts/coordinator.ts';
import { timeText } from '../times.ts';
import { CentreTable } from './centre-table.ts';
import { RefusedFiles } from './refused-files.ts';

/** Who has sent what and when, what is refused, and how fresh the published result is. */
export function StudyState({ api }: { readonly api: DeskApi }) {
  const say = useSay();
  const answer = useAnswer(useCallback(() => api(API.study, studySchema), [api]));
  return element(
    'section',
    { class: 'part', 'aria-labelledby': 'state' },
    element('h2', { id: 'state' }, say(COORDINATOR.state)),
    part(Awaited, { answer }),
    answer.value && [
      element('p', null, freshness(answer.value).map(say).join(' ')),
      part(CentreTable, { centres: answer.value.centres }),
      part(RefusedFiles, { centres: answer.value.centres }),
    ],
  );
}

function freshness({ published }: State) {
  if (published === null) return [COORDINATOR.noResult];
  const { publishedAt, behind, pending } = published;
  return [
    publishedText(timeText(publishedAt)),
    behindText(behind),
    ...pending.map(({ centre, files }) => pendingText(centre, files)),
  ];
}
