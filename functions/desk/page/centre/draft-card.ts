import { useEffect, useRef } from 'preact/hooks';
import type { Bilingual } from '#shared/language.ts';
import { changesText } from '#shared/reports/report-text.ts';
import { TABLES } from '#shared/tables/tables.ts';
import { element, part } from '../html.ts';
import { useSay } from '../language.ts';
import { sentence } from '../sentence.ts';
import { aboutFile } from '../texts/files.ts';
import { problems, rows, SENDING, warnings } from '../texts/sending.ts';
import { type Draft, isHere } from './draft.ts';
import { FindingList } from './finding-list.ts';
import { Preview } from './preview.ts';
import { SendProgress } from './send-progress.ts';
import type { Drafts } from './use-drafts.ts';

interface Card {
  readonly draft: Draft;
  readonly drafts: Drafts;
  /** Those of the centre's files. */
  readonly names: readonly string[];
}

/** One file on its way: what was found, where to mend it, and how far it is. */
export function DraftCard({ draft, drafts, names }: Card) {
  const say = useSay();
  const heading = useRef<HTMLElement>(null);
  const isChecked = draft.view !== undefined;
  const { view, progress } = draft;
  // The reader is led to what was found; later only where the cell that was mended is gone, and the reader with it.
  useEffect(() => heading.current?.focus(), []);
  const isMending = useRef(false);
  useEffect(() => {
    if (isMending.current && document.activeElement === document.body) heading.current?.focus();
    isMending.current = false;
  }, [view]);
  const canGo = view?.verdict === 'accepted';
  return element(
    'article',
    { class: 'card', 'aria-labelledby': `draft-${draft.id}`, 'aria-busy': !isChecked },
    element('h3', { id: `draft-${draft.id}`, tabIndex: -1, ref: heading }, draft.name),
    draft.source !== draft.name && element('p', { class: 'small' }, draft.source),
    isHere(draft) && element('p', null, stateOf(draft, say)),
    isHere(draft) && view?.changes && element('p', null, sentence(say(changesText(view.changes)))),
    isHere(draft) && part(NameChoice, { draft, drafts, names }),
    isHere(draft) &&
      view &&
      part(FindingList, {
        findings: view.findings,
        count: view.count,
        isRefused: view.verdict === 'refused',
        mend: (cells) => {
          isMending.current = true;
          void drafts.mend(draft, cells);
        },
      }),
    isHere(draft) && view && part(Preview, { view }),
    part(SendProgress, { progress, retry: () => void drafts.send(draft) }),
    isHere(draft) &&
      element(
        'div',
        { class: 'buttons' },
        progress.is === 'here' &&
          element(
            'button',
            {
              type: 'button',
              class: 'main',
              'aria-disabled': !canGo,
              disabled: !canGo,
              'aria-label': say(aboutFile(SENDING.send, draft.name)),
              onClick: () => void drafts.send(draft),
            },
            say(SENDING.send),
          ),
        dropButton(SENDING.drop),
      ),
    (progress.is === 'answered' || progress.is === 'waiting') &&
      element('div', { class: 'buttons' }, dropButton(SENDING.close)),
  );

  function dropButton(action: Bilingual) {
    return element(
      'button',
      {
        type: 'button',
        class: 'quiet',
        'aria-label': say(aboutFile(action, draft.name)),
        onClick: () => drafts.drop(draft.id),
      },
      say(action),
    );
  }
}

function stateOf({ view }: Draft, say: (text: Bilingual) => string) {
  if (view === undefined) return element('span', { class: 'state wait' }, say(SENDING.checking));
  const { verdict, table, count } = view;
  const about = [
    ...(table === null ? [] : [say(TABLES[table].title)]),
    ...(view.rows === null ? [] : [say(rows(view.rows))]),
  ].join(' · ');
  const found = verdict === 'refused' ? problems(count) : count > 0 ? warnings(count) : undefined;
  return [
    element(
      'span',
      { class: verdict === 'refused' ? 'state bad' : 'state good' },
      element('span', { 'aria-hidden': true }, verdict === 'refused' ? '✗' : '✓'),
      say(verdict === 'refused' ? SENDING.toMend : SENDING.ready),
    ),
    element(
      'span',
      { class: 'muted' },
      [about, ...(found ? [say(found)] : [])].map((text) => ` · ${text}`).join(''),
    ),
  ];
}

/** Under which name it goes: a new one, or that of a file of which it is a new version. */
function NameChoice({ draft, drafts, names }: Card) {
  const say = useSay();
  const isKnown = names.includes(draft.name);
  const taken = new Set(
    drafts.drafts.filter((one) => isHere(one) && one.id !== draft.id).map(({ name }) => name),
  );
  const option = (name: string, about: Bilingual) =>
    element('option', { value: name, selected: name === draft.name }, `${name} (${say(about)})`);
  return element(
    'label',
    { class: 'field' },
    element('span', null, say(SENDING.sendAs)),
    element(
      'select',
      {
        onChange: ({ currentTarget }: { readonly currentTarget: HTMLSelectElement }) =>
          drafts.rename(draft.id, currentTarget.value),
      },
      !isKnown && option(draft.name, SENDING.newFile),
      names.filter((name) => !taken.has(name)).map((name) => option(name, SENDING.replaces)),
    ),
  );
}
