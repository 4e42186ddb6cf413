import { useRef, useState } from 'preact/hooks';
import { API } from '#shared/desk/api.ts';
import { type DeskFile, withdrawnSchema } from '#shared/desk/centre-api.ts';
import type { Bilingual } from '#shared/language.ts';
import { type DeskApi, errorText } from '../api-client.ts';
import { element } from '../html.ts';
import { useSay } from '../language.ts';
import { useAnnounce } from '../parts/announcer.ts';
import { aboutFile, FILES } from '../texts/files.ts';
import type { KnownFiles } from './use-files.ts';

interface Withdrawn {
  readonly api: DeskApi;
  readonly file: DeskFile;
  /** The one that is seen on the page: nobody withdraws what came meanwhile. */
  readonly version: string;
  readonly read: KnownFiles['read'];
}

/** Withdraws a file, after a question. */
export function Withdrawal({ api, file: { name }, version, read }: Withdrawn) {
  const say = useSay();
  const announce = useAnnounce();
  const dialog = useRef<HTMLDialogElement>(null);
  const [error, setError] = useState<Bilingual | undefined>();
  const title = `withdraw-${name}`;
  const withdraw = async () => {
    try {
      await api(API.file, withdrawnSchema, { method: 'DELETE', query: { name, version } });
      dialog.current?.close();
      announce(FILES.withdrawn);
      await read();
      document.getElementById('own-files')?.focus();
    } catch (failure) {
      setError(errorText(failure));
    }
  };
  return [
    element(
      'button',
      {
        type: 'button',
        key: 'ask',
        class: 'quiet',
        'aria-label': say(aboutFile(FILES.withdraw, name)),
        onClick: () => {
          setError(undefined);
          dialog.current?.showModal();
        },
      },
      say(FILES.withdraw),
    ),
    element(
      'dialog',
      { key: 'dialog', ref: dialog, 'aria-labelledby': title },
      element('h2', { id: title }, say(FILES.withdrawTitle)),
      element('p', null, element('strong', null, name)),
      element('p', null, say(FILES.withdrawMeaning)),
      error && element('p', { class: 'note bad', role: 'alert' }, say(error)),
      element(
        'div',
        { class: 'buttons' },
        element('button', { type: 'button', onClick: () => dialog.current?.close() }, say(FILES.cancel)),
        element(
          'button',
          { type: 'button', class: 'main', onClick: () => void withdraw() },
          say(FILES.withdrawNow),
        ),
      ),
    ),
  ];
}
