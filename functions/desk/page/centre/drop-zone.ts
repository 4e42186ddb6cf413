import { useState } from 'preact/hooks';
import { element } from '../html.ts';
import { useSay } from '../language.ts';
import { SENDING } from '../texts/sending.ts';

/** Takes files by mouse, keyboard or touch. */
export function DropZone({ add }: { readonly add: (files: readonly File[]) => void }) {
  const say = useSay();
  const [isOver, setOver] = useState(false);
  return element(
    'div',
    {
      class: isOver ? 'drop over' : 'drop',
      onDragOver: (event: DragEvent) => {
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        add([...(event.dataTransfer?.files ?? [])]);
      },
    },
    element('p', null, say(SENDING.dropHere)),
    element('input', {
      type: 'file',
      id: 'files',
      multiple: true,
      accept: '.csv,.tsv,.txt,.xlsx,text/csv',
      onChange: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
        add([...(currentTarget.files ?? [])]);
        // The same file may be chosen again after it was changed.
        currentTarget.value = '';
      },
    }),
    element('label', { for: 'files', class: 'button' }, say(SENDING.choose)),
  );
}
