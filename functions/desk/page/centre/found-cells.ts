import { useId, useState } from 'preact/hooks';
import type { MendedCell } from '#shared/desk/cells-of-file.ts';
import type { Finding, FoundCell } from '#shared/desk/findings.ts';
import { type Bilingual, withDetail } from '#shared/language.ts';
import { element, part } from '../html.ts';
import { useSay } from '../language.ts';
import { cellLabel, moreCells, SENDING } from '../texts/sending.ts';

interface Cells {
  readonly finding: Finding;
  readonly mend: (cells: readonly MendedCell[]) => void;
}

const SHOWN_AT_FIRST = 5;

/** The cells of a finding, each to be rewritten where it is; together where they say the same. */
export function FoundCells({ finding, mend }: Cells) {
  const say = useSay();
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  const { cells, column, lines } = finding;
  const hidden = cells.length - shown;
  const list = `choices-${finding.code}-${column}-${lines[0]}`;
  const rewrite = (rewritten: readonly FoundCell[], value: string) =>
    mend(rewritten.map(({ line }) => ({ line, column: column ?? '', value })));
  const [first] = cells;
  const areAlike = cells.length > 1 && cells.every(({ value }) => value === first?.value);
  return element(
    'div',
    null,
    finding.choices.length > 0 &&
      element(
        'datalist',
        { id: list },
        finding.choices.map(({ word, meaning }) => element('option', { value: word, label: say(meaning) })),
      ),
    areAlike &&
      first !== undefined &&
      part(CellForm, {
        label: SENDING.allCells,
        value: first.value,
        action: SENDING.mendAll,
        list,
        save: (value) => rewrite(cells, value),
      }),
    element(
      'ul',
      { class: 'cells' },
      cells.slice(0, areAlike && shown === SHOWN_AT_FIRST ? 0 : shown).map((cell) =>
        element(
          'li',
          { key: String(cell.line) },
          part(CellForm, {
            label: cellLabel(cell.line, column ?? '', cell.row),
            value: cell.value,
            action: SENDING.mend,
            list,
            save: (value) => rewrite([cell], value),
          }),
        ),
      ),
    ),
    hidden > 0 &&
      element(
        'button',
        { type: 'button', class: 'quiet', onClick: () => setShown(cells.length) },
        say(moreCells(hidden)),
      ),
  );
}

interface OneCell {
  readonly label: Bilingual;
  readonly value: string;
  readonly action: Bilingual;
  readonly list: string;
  readonly save: (value: string) => void;
}

function CellForm({ label, value, action, list, save }: OneCell) {
  const say = useSay();
  const id = useId();
  const [text, setText] = useState(value);
  return element(
    'form',
    {
      onSubmit: (event: SubmitEvent) => {
        event.preventDefault();
        save(text);
      },
    },
    element('label', { for: id }, say(label)),
    element('input', {
      type: 'text',
      id,
      value: text,
      list,
      autoComplete: 'off',
      spellCheck: false,
      onInput: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) =>
        setText(currentTarget.value),
    }),
    element('button', { type: 'submit', 'aria-label': say(withDetail(action, label)) }, say(action)),
  );
}
