import { useEffect, useState } from 'preact/hooks';
import type * as z from 'zod';
import { API, latestAnswerSchema } from '#shared/desk/api.ts';
import type { Bilingual } from '#shared/language.ts';
import { type DeskApi, errorText } from '../api-client.ts';
import { element } from '../html.ts';
import { useSay } from '../language.ts';
import { ASKING } from '../texts/asking.ts';
import { FILES, reportOf } from '../texts/files.ts';
import { dayText } from '../times.ts';

type Latest = z.infer<typeof latestAnswerSchema>['latest'];

/** @property asked - read anew whenever it changes */
export function LatestReport({ api, asked }: { readonly api: DeskApi; readonly asked: number }) {
  const say = useSay();
  const [latest, setLatest] = useState<Latest | undefined>();
  const [error, setError] = useState<Bilingual | undefined>();
  useEffect(() => {
    api(API.latest, latestAnswerSchema).then(
      (answer) => setLatest(answer.latest),
      (failure) => setError(errorText(failure)),
    );
  }, [api, asked]);
  const open = async () => {
    // Opened by the click itself, or the browser takes it for an advertisement.
    const tab = window.open('about:blank', '_blank');
    try {
      const { latest: now } = await api(API.latest, latestAnswerSchema);
      setLatest(now);
      if (tab === null || now?.page == null) return void tab?.close();
      tab.opener = null;
      tab.location.href = now.page.url;
    } catch (failure) {
      tab?.close();
      setError(errorText(failure));
    }
  };
  return element(
    'section',
    { class: 'part', 'aria-labelledby': 'report' },
    element('h2', { id: 'report' }, say(FILES.report)),
    error && element('p', { role: 'alert' }, say(error)),
    latest === undefined && error === undefined && element('p', null, say(ASKING.loading)),
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
