import type { Bilingual } from '#shared/language.ts';
import { DATASET_TITLE } from '#shared/result-report/files/data-package.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { bilingual } from './bilingual-text.ts';
import { dayText } from './day-text.ts';
import { type Content, element } from './html.ts';
import type { Section } from './section.ts';

const STUDY: Bilingual = { fr: 'Étude RENATEN · rapport', en: 'RENATEN study · report' };

/** What the page is of, and its languages. */
export const header = ({ manifest }: PublishedResult): Content =>
  element(
    'header',
    null,
    element(
      'fieldset',
      { class: 'switch' },
      element('legend', null, 'Langue / Language'),
      language('in-french', 'fr', 'Français', true),
      language('in-english', 'en', 'English', false),
    ),
    element('p', { class: 'eyebrow' }, bilingual(STUDY)),
    element('h1', null, bilingual(DATASET_TITLE)),
    element(
      'p',
      { class: 'provenance' },
      bilingual({ fr: 'Résultat ', en: 'Result ' }),
      element('code', null, manifest.id),
      bilingual({ fr: ', calculé le ', en: ', computed ' }),
      element('time', { datetime: manifest.computedAt }, bilingual(dayText(manifest.computedAt))),
      '. ',
      element(
        'a',
        { href: '#provenance' },
        bilingual({ fr: 'D’où viennent ces chiffres', en: 'Where these figures come from' }),
      ),
    ),
  );

const language = (id: string, lang: string, name: string, checked: boolean): Content =>
  element('label', { lang }, element('input', { type: 'radio', name: 'language', id, checked }), name);

/** Links to the parts of the page. */
export const contents = (sections: readonly Section[]): Content =>
  element(
    'nav',
    { class: 'contents', 'aria-labelledby': 'contents' },
    element('h2', { id: 'contents' }, bilingual({ fr: 'Sommaire', en: 'Contents' })),
    element(
      'ol',
      null,
      sections.map(({ id, title }) =>
        element('li', null, element('a', { href: `#${id}` }, bilingual(title))),
      ),
    ),
  );
