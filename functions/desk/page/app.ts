import { useEffect, useState } from 'preact/hooks';
import { API, type Session, sessionSchema } from '#shared/desk/api.ts';
import type { Bilingual } from '#shared/language.ts';
import { type DeskApi, DeskError, deskApi, errorText, UNKNOWN_LINK } from './api-client.ts';
import { CentrePage } from './centre/centre-page.ts';
import type { Checker } from './check-client.ts';
import { CoordinatorPart } from './coordinator/coordinator-part.ts';
import { element, part } from './html.ts';
import { firstLanguage, keepLanguage, LanguageContext, type PageLanguage, sayIn } from './language.ts';
import { takeSecret } from './link-secret.ts';
import { Announcer } from './parts/announcer.ts';
import { Header } from './parts/header.ts';
import { Refused } from './parts/refused.ts';
import { ASKING } from './texts/asking.ts';
import { OPENING } from './texts/opening.ts';

type State =
  | { readonly is: 'loading' }
  | {
      readonly is: 'refused';
      readonly title: Bilingual;
      readonly why: readonly Bilingual[];
      readonly mayRetry: boolean;
    }
  | { readonly is: 'open'; readonly session: Session; readonly api: DeskApi };

/** The whole page: who the link is for, and what they may do. */
export function App({ check }: { readonly check: Checker }) {
  const [language, setLanguage] = useState<PageLanguage>(firstLanguage);
  const [state, setState] = useState<State>({ is: 'loading' });
  const open = () => void opened().then(setState);

  useEffect(() => {
    open();
    // Another link that is opened in the same tab changes only what follows the # sign.
    const another = () => location.hash !== '' && location.reload();
    addEventListener('hashchange', another);
    return () => removeEventListener('hashchange', another);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${sayIn(language)(OPENING.study)} · ${sayIn(language)(OPENING.desk)}`;
    keepLanguage(language);
  }, [language]);

  const session = state.is === 'open' ? state.session : undefined;
  return part(LanguageContext.Provider, {
    value: language,
    children: part(Announcer, {
      children: element(
        'div',
        { class: 'page' },
        element('a', { class: 'skip', href: '#content', onClick: toContent }, sayIn(language)(OPENING.skip)),
        part(Header, { session, language, setLanguage }),
        element('main', { id: 'content', tabIndex: -1 }, content(state, check, open)),
      ),
    }),
  });
}

/** What follows the # sign is a link's secret: a place on the page must not stand there. */
function toContent(event: Event): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

function content(state: State, check: Checker, open: () => void) {
  if (state.is === 'loading') return part(Refused, { title: ASKING.loading, why: [] });
  if (state.is === 'refused') {
    return part(Refused, { title: state.title, why: state.why, ...(state.mayRetry && { retry: open }) });
  }
  const { session, api } = state;
  return session.role === 'centre'
    ? part(CentrePage, { session, api, check })
    : part(CoordinatorPart, { api });
}

const secret = takeSecret();

async function opened(): Promise<State> {
  if (secret === '') {
    return { is: 'refused', title: OPENING.noLinkTitle, why: [OPENING.noLink], mayRetry: false };
  }
  const api = deskApi(secret);
  try {
    return { is: 'open', session: await api(API.session, sessionSchema), api };
  } catch (error) {
    const isWrong = error instanceof DeskError && error.code === UNKNOWN_LINK;
    return isWrong
      ? { is: 'refused', title: OPENING.wrongLinkTitle, why: [OPENING.wrongLinkWhy], mayRetry: false }
      : { is: 'refused', title: OPENING.failedTitle, why: [errorText(error)], mayRetry: true };
  }
}
