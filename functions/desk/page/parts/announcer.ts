import { type ComponentChildren, createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { Bilingual } from '#shared/language.ts';
import { element, part } from '../html.ts';
import { useSay } from '../language.ts';

type Announce = (text: Bilingual) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/** Says to a screen reader what has changed elsewhere than where the reader is. */
export const useAnnounce = (): Announce => useContext(AnnounceContext);

export function Announcer({ children }: { readonly children: ComponentChildren }) {
  const [text, setText] = useState<Bilingual | undefined>();
  const say = useSay();
  return part(AnnounceContext.Provider, {
    value: setText,
    children: [
      children,
      element('div', { class: 'unseen', 'aria-live': 'polite', role: 'status' }, text && say(text)),
    ],
  });
}
