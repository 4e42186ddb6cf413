import { useCallback } from 'preact/hooks';
import type { DeskApi } from '../api-client.ts';
import { part } from '../html.ts';
import { Awaited } from '../parts/awaited.ts';
import { useAnswer } from '../parts/use-answer.ts';

/** The coordinator's page, which no centre has to load. */
export function CoordinatorPart({ api }: { readonly api: DeskApi }) {
  const answer = useAnswer(useCallback(() => import('./coordinator-page.ts'), []));
  const loaded = answer.value;
  return loaded === undefined ? part(Awaited, { answer }) : part(loaded.CoordinatorPage, { api });
}
