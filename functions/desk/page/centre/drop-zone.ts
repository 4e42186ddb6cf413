import { useEffect, useState } from 'preact/hooks';
import { element } from '../html.ts';
import { useSay } from '../language.ts';
import { SENDING } from '../texts/sending.ts';

/** Takes files by mouse, keyboard or touch; wherever on the page they are dropped, for a browser would open them. */
export function DropZone({ add }: { readonly add: (files: readonly File[]) => void }) {
  const say = useSay();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    };
    const left = ({ relatedTarget }: DragEvent) => relatedTarget === null && setOver(false);
    const dropped = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      add([...(event.dataTransfer?.files ?? [])]);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', left);
    addEventListener('drop', dropped);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', left);
      removeEventListener('drop', dropped);
    };
  }, [add]);
  return element(
    'div',
    { class: isOver ? 'drop over' : 'drop' },
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
