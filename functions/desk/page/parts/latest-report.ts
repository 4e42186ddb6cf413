import { useCallback } from 'preact/hooks';
import { API, latestAnswerSchema } from '#shared/desk/api.ts';
import type { DeskApi } from '../api-client.ts';
import { element, part } from '../html.ts';
import { useSay } from '../language.ts';
import { FILES, reportOf } from '../texts/files.ts';
import { dayText } from '../times.ts';
import { Awaited } from './awaited.ts';
import { useAnswer } from './use-answer.ts';

/** @property asked - read anew whenever it changes */
export function LatestReport({ api, asked }: { readonly api: DeskApi; readonly asked: number }) {
  const say = useSay();
  const answer = useAnswer(useCallback(() => api(API.latest, latestAnswerSchema), [api, asked]));
  const latest = answer.value?.latest;
  const open = async () => {
    // Opened by the click itself, or the browser takes it for an advertisement.
    const tab = window.open('about:blank', '_blank');
    // An address is signed for some minutes: the one that came with the page may be none any more.
    const page = (await answer.ask())?.latest?.page;
    if (tab === null || page == null) return void tab?.close();
    tab.opener = null;
    tab.location.href = page.url;
  };
  return element(
    'section',
    { class: 'part', 'aria-labelledby': 'report' },
    element('h2', { id: 'report' }, say(FILES.report)),
    part(Awaited, { answer }),
    latest === null && element('p', null, say(FILES.noResult)),
    latest && element('p', null, say(reportOf(dayText(latest.publishedAt)))),
    latest?.page === null && element('p', null, say(FILES.noPage)),
    latest?.page &&
      element(
        'div',
        { class: 'buttons' },
        element(
          'button',
          { type: 'button', onClick: () => void open() },
          say(FILES.openReport),
          element('span', { class: 'small' }, say(FILES.newWindow)),
        ),
      ),
  );
}
