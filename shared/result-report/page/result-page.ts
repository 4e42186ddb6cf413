import { bothLanguages } from '#shared/language.ts';
import { type DrawnFigures, drawnFigures } from '#shared/result-report/figures/drawn-figures.ts';
import { DATASET_TITLE } from '#shared/result-report/files/data-package.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { bilingual } from './bilingual-text.ts';
import { element, htmlText, markup } from './html.ts';
import { contents, header } from './page-header.ts';
import type { PageOptions } from './page-options.ts';
import { sectionElement } from './section.ts';
import { sectionsOf } from './sections/sections.ts';
import { STYLE } from './style/style.ts';

/**
 * The report of a published result: one HTML file that needs neither network nor script, in both languages. The same
 * result gives the same bytes.
 *
 * @param figures - those of the result, where they are drawn already
 */
export function resultPage(
  result: PublishedResult,
  options: PageOptions = {},
  figures: DrawnFigures = drawnFigures(result),
): string {
  const sections = sectionsOf({ ...result, figures }, options);
  const page = element(
    'html',
    { lang: 'fr' },
    element(
      'head',
      null,
      element('meta', { charset: 'utf-8' }),
      element('title', null, bothLanguages(DATASET_TITLE)),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('meta', { name: 'robots', content: 'noindex' }),
      element('meta', { name: 'referrer', content: 'no-referrer' }),
      element('meta', {
        'http-equiv': 'Content-Security-Policy',
        content: "default-src 'none'; style-src 'unsafe-inline'",
      }),
      markup('style', {}, STYLE),
    ),
    element(
      'body',
      null,
      element(
        'a',
        { class: 'skip', href: '#main' },
        bilingual({ fr: 'Aller au contenu', en: 'Skip to the content' }),
      ),
      element(
        'div',
        { class: 'page' },
        header(result),
        contents(sections),
        element('main', { id: 'main' }, sections.map(sectionElement)),
        element('footer', null, element('code', null, result.manifest.id)),
      ),
    ),
  );
  return `<!doctype html>\n${htmlText(page)}\n`;
}
