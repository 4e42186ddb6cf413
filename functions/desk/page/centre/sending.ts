import { useEffect } from 'preact/hooks';
import { element, part } from '../html.ts';
import { useSay } from '../language.ts';
import { ASKING } from '../texts/asking.ts';
import { SENDING } from '../texts/sending.ts';
import { isReady } from './draft.ts';
import { DraftCard } from './draft-card.ts';
import { DropZone } from './drop-zone.ts';
import { OF_ALL, type SendingOf, useDrafts } from './use-drafts.ts';

/** Where files are dropped, checked, mended and sent. */
export function Sending(given: SendingOf) {
  const say = useSay();
  const drafts = useDrafts(given);
  const ready = drafts.drafts.filter(isReady);
  const sendAll = async () => {
    // One after the other: of two files, the one that was sent first is the older.
    for (const draft of ready) await drafts.send(draft);
  };
  const isSending = drafts.drafts.some(({ progress }) => progress.is === 'sending');
  useEffect(() => {
    if (!isSending) return undefined;
    // The browser asks before the page is left.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isSending]);
  const known = (given.files.known ?? []).filter(({ state }) => state !== 'withdrawn');
  return element(
    'section',
    { class: 'part', 'aria-labelledby': 'sending' },
    element('h2', { id: 'sending' }, say(SENDING.title)),
    element('p', null, say(SENDING.intro)),
    part(DropZone, { add: (files) => void drafts.add(files) }),
    drafts.errors.map(({ name, why }) =>
      element(
        'div',
        { class: 'note bad', role: 'alert' },
        element('p', null, name === OF_ALL ? null : element('strong', null, `${name} `), say(why)),
        name === OF_ALL &&
          element('button', { type: 'button', onClick: drafts.checkAgain }, say(ASKING.tryAgain)),
      ),
    ),
    drafts.drafts.map((draft) =>
      part(DraftCard, { key: String(draft.id), draft, drafts, names: known.map(({ name }) => name) }),
    ),
    ready.length > 1 &&
      element(
        'div',
        { class: 'buttons' },
        element(
          'button',
          { type: 'button', class: 'main', onClick: () => void sendAll() },
          say(SENDING.sendAll),
        ),
      ),
    drafts.isChecking && element('p', { class: 'muted' }, say(SENDING.checking)),
  );
}
