import type { Session } from '#shared/desk/api.ts';
import { element } from '../html.ts';
import { PAGE_LANGUAGES, type PageLanguage, useSay } from '../language.ts';
import { COORDINATOR_TITLE, centreTitle, linkEnds, OPENING } from '../texts/opening.ts';
import { dayText } from '../times.ts';

interface HeaderOf {
  readonly session: Session | undefined;
  readonly language: PageLanguage;
  readonly setLanguage: (language: PageLanguage) => void;
}

const NAMES: Readonly<Record<PageLanguage, string>> = { fr: 'Français', en: 'English' };

/** Whose page it is, and in which language. */
export function Header({ session, language, setLanguage }: HeaderOf) {
  const say = useSay();
  const title =
    session === undefined
      ? OPENING.title
      : session.centre === null
        ? COORDINATOR_TITLE
        : centreTitle(session.centre);
  return element(
    'header',
    null,
    element(
      'div',
      { class: 'top' },
      element('p', { class: 'eyebrow' }, `${say(OPENING.study)} · ${say(OPENING.desk)}`),
      element(
        'fieldset',
        { class: 'switch' },
        element('legend', { class: 'unseen' }, 'Langue / Language'),
        PAGE_LANGUAGES.map((one) =>
          element(
            'label',
            { lang: one },
            element('input', {
              type: 'radio',
              name: 'language',
              value: one,
              checked: one === language,
              onChange: () => setLanguage(one),
            }),
            NAMES[one],
          ),
        ),
      ),
    ),
    element('h1', null, say(title)),
    session &&
      element(
        'p',
        { class: 'muted' },
        session.name === null ? null : `${session.name}. `,
        say(linkEnds(dayText(session.expires))),
      ),
  );
}
