import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { DeskApi } from '../api-client.ts';
import { element, part } from '../html.ts';
import { useSay } from '../language.ts';
import { ASKING } from '../texts/asking.ts';

type Page = ComponentType<{ readonly api: DeskApi }>;

/** The coordinator's page, which no centre has to load. */
export function CoordinatorPart({ api }: { readonly api: DeskApi }) {
  const say = useSay();
  const [page, setPage] = useState<{ readonly Page: Page } | undefined>();
  useEffect(() => {
    void import('./coordinator-page.ts').then(({ CoordinatorPage }) => setPage({ Page: CoordinatorPage }));
  }, []);
  return page === undefined ? element('p', null, say(ASKING.loading)) : part(page.Page, { api });
}
