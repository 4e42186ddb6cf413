import type { Bilingual } from '#shared/language.ts';
import { element } from '../html.ts';
import { useSay } from '../language.ts';
import { ASKING } from '../texts/asking.ts';

interface Refusal {
  readonly title: Bilingual;
  readonly why: readonly Bilingual[];
  readonly retry?: () => void;
}

/** Why the page shows nothing, and what to do. */
export function Refused({ title, why, retry }: Refusal) {
  const say = useSay();
  return element(
    'section',
    { role: 'status' },
    element('h2', null, say(title)),
    why.map((text) => element('p', null, say(text))),
    retry && element('button', { type: 'button', onClick: retry }, say(ASKING.tryAgain)),
  );
}
