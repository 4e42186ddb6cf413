import { useState } from 'preact/hooks';
import { API } from '#shared/desk/api.ts';
import type { Bilingual } from '#shared/language.ts';
import { frozenResultSchema } from '#shared/publication/frozen-result.ts';
import { type DeskApi, errorText } from '../api-client.ts';
import { element, part } from '../html.ts';
import { useSay } from '../language.ts';
import { COORDINATOR, frozenText } from '../texts/coordinator.ts';
import type { ListedResult } from './listed-result.ts';
import { ResultChoice } from './result-choice.ts';

interface Frozen {
  readonly api: DeskApi;
  readonly results: readonly ListedResult[];
  /** Told when one more is. */
  readonly frozen: () => void;
}

type Said = { readonly is: 'done' | 'failed'; readonly text: Bilingual };

/** Gives a result a name that changes no more. */
export function Freezing({ api, results, frozen }: Frozen) {
  const say = useSay();
  const [id, setId] = useState(results[0]?.id ?? '');
  const [name, setName] = useState('');
  const [why, setWhy] = useState('');
  const [said, setSaid] = useState<Said | undefined>();
  const freeze = async () => {
    try {
      const body = { id, name: name.trim(), why: why.trim() };
      await api(API.freeze, frozenResultSchema, { method: 'POST', body });
      setSaid({ is: 'done', text: frozenText(body.name) });
      setName('');
      setWhy('');
      frozen();
    } catch (failure) {
      setSaid({ is: 'failed', text: errorText(failure) });
    }
  };
  const field = (label: Bilingual, value: string, set: (value: string) => void, most: number) =>
    element(
      'label',
      { class: 'field' },
      element('span', null, say(label)),
      element('input', {
        type: 'text',
        value,
        required: true,
        maxLength: most,
        autoComplete: 'off',
        onInput: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) =>
          set(currentTarget.value),
      }),
    );
  return element(
    'form',
    {
      onSubmit: (event: SubmitEvent) => {
        event.preventDefault();
        void freeze();
      },
    },
    element('h3', null, say(COORDINATOR.freezeTitle)),
    element('p', null, say(COORDINATOR.freezeMeaning)),
    element(
      'div',
      { class: 'buttons' },
      part(ResultChoice, { label: COORDINATOR.result, results, chosen: id, choose: setId }),
      field(COORDINATOR.name, name, setName, 64),
      field(COORDINATOR.why, why, setWhy, 500),
      element('button', { type: 'submit' }, say(COORDINATOR.freeze)),
    ),
    said &&
      element('p', { class: said.is === 'done' ? 'note good' : 'note bad', role: 'alert' }, say(said.text)),
  );
}
