import type { CheckedView } from '#shared/desk/findings.ts';
import { distinctName, sendableName } from '#shared/desk/sendable-name.ts';
import type { Bilingual } from '#shared/language.ts';
import type { CentreFile } from '#shared/validation/examine-centre.ts';
import type { Verdict } from './await-verdict.ts';

/** How far a file is on its way. */
export type Progress =
  | { readonly is: 'here' }
  | { readonly is: 'sending'; readonly share: number }
  | { readonly is: 'failed'; readonly why: Bilingual }
  | { readonly is: 'waiting'; readonly forLong: boolean }
  | { readonly is: 'answered'; readonly verdict: Verdict };

/** A file that was dropped on the page. */
export interface Draft extends CentreFile {
  readonly id: number;
  /** The file that it came in, as its sender calls it. */
  readonly source: string;
  /** What the check found; undefined until it has. */
  readonly view: CheckedView | undefined;
  readonly progress: Progress;
}

/** Whether a file can still be changed: it has not gone, or did not arrive. */
export const isHere = ({ progress: { is } }: Draft): boolean => is === 'here' || is === 'failed';

export const isReady = (draft: Draft): boolean => isHere(draft) && draft.view?.verdict === 'accepted';

let made = 0;

/** Files as drafts, each under a name that can be sent and that no other draft has. */
export function draftsOf(
  source: string,
  files: readonly CentreFile[],
  present: readonly Draft[],
): readonly Draft[] {
  const taken = new Set(present.filter(isHere).map(({ name }) => name));
  return files.map(({ name, bytes }) => {
    const own = distinctName(sendableName(name), taken);
    taken.add(own);
    made += 1;
    return { id: made, source, name: own, bytes, view: undefined, progress: { is: 'here' } };
  });
}
