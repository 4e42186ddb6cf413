import { element } from '../html.ts';
import { useSay } from '../language.ts';
import { ASKING } from '../texts/asking.ts';
import type { Answer } from './use-answer.ts';

/** What stands where an answer is waited for, or did not come. */
export function Awaited({ answer }: { readonly answer: Answer<unknown> }) {
  const say = useSay();
  const { value, error, ask } = answer;
  if (error !== undefined) {
    return element(
      'div',
      { class: 'note bad', role: 'alert' },
      element('p', null, say(error)),
      element('button', { type: 'button', onClick: () => void ask() }, say(ASKING.tryAgain)),
    );
  }
  return value === undefined ? element('p', null, say(ASKING.loading)) : null;
}
