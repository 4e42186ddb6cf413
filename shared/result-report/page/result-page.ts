import type { ResultTable } from '#shared/publication/result-table.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';

/** What is shown beside what every report shows. */
export interface PageOptions {
  /** Each file by centre, name and version: for coordinators only. */
  readonly withFiles?: boolean;
}

/** The page of a result, as HTML: which tables it has. */
export const resultPage = ({ manifest, tables }: PublishedResult, { withFiles }: PageOptions = {}): string =>
  [
    '<!doctype html>',
    `<html lang="fr"><head><meta charset="utf-8"><title>${manifest.id}</title></head><body>`,
    `<h1>${manifest.id}</h1><ul>${tables.map(listed).join('')}</ul>`,
    ...(withFiles
      ? [`<ul>${manifest.inputs.map(({ key }) => `<li>${escaped(key)}</li>`).join('')}</ul>`]
      : []),
    '</body></html>\n',
  ].join('\n');

const listed = ({ name, title }: ResultTable): string =>
  `<li>${name} : ${escaped(title.fr)} / <span lang="en">${escaped(title.en)}</span></li>`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
