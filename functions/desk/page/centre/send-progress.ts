import { element, part } from '../html.ts';
import { useSay } from '../language.ts';
import { ASKING } from '../texts/asking.ts';
import { percent, SENDING } from '../texts/sending.ts';
import type { Progress } from './draft.ts';
import { VerdictView } from './verdict-view.ts';

interface Sent {
  readonly progress: Progress;
  readonly retry: () => void;
}

/** How far a file is on its way, and what the study says in the end. */
export function SendProgress({ progress, retry }: Sent) {
  const say = useSay();
  switch (progress.is) {
    case 'here':
      return null;
    case 'sending':
      return element(
        'p',
        null,
        element(
          'label',
          null,
          `${say(SENDING.sending)} `,
          element('progress', { value: progress.share, max: 1 }),
          ` ${say(percent(progress.share))}`,
        ),
      );
    case 'failed':
      return element(
        'div',
        { class: 'note bad', role: 'alert' },
        element('p', null, element('strong', null, `${say(SENDING.interrupted)}. `), say(progress.why)),
        element('button', { type: 'button', class: 'main', onClick: retry }, say(ASKING.tryAgain)),
      );
    case 'waiting':
      return element(
        'p',
        { class: 'state wait' },
        say(progress.forLong ? SENDING.waitingLong : SENDING.waiting),
      );
    case 'answered': {
      const { file, report } = progress.verdict;
      const isAccepted = file.state === 'accepted';
      return element(
        'div',
        { class: isAccepted ? 'note good' : 'note bad' },
        element(
          'p',
          { class: isAccepted ? 'state good' : 'state bad' },
          element('span', { 'aria-hidden': true }, isAccepted ? '✓' : '✗'),
          say(isAccepted ? SENDING.accepted : SENDING.refused),
        ),
        report && part(VerdictView, { report }),
      );
    }
  }
}
