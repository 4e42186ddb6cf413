import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const PROJECT = join(import.meta.dirname, '../..');

/** Made by commands, or other people's. */
const NOT_OURS = new Set(['node_modules', 'cdk.out', 'coverage', 'results']);

/** The project's Markdown files, by their path from its root. */
export const PAGES: readonly string[] = pagesIn('.');

function pagesIn(folder: string): readonly string[] {
  return readdirSync(join(PROJECT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isFile()) return entry.name.endsWith('.md') ? [path] : [];
    return entry.isDirectory() && !entry.name.startsWith('.') && !NOT_OURS.has(entry.name)
      ? pagesIn(path)
      : [];
  });
}

export const textOf = (page: string): string => readFileSync(join(PROJECT, page), 'utf8');

/** Without what stands between fences: commands and pictures, in which nothing is a link or a heading. */
const withoutFences = (text: string): string => text.replaceAll(/^\s*```[\s\S]*?^\s*```/gm, '');

/** Where the links of a page lead, as they are written. */
export const linksOf = (page: string): readonly string[] =>
  Array.from(withoutFences(textOf(page)).matchAll(/\]\(([^)\s]+)\)/g), ([, target = '']) => target);

/** The anchors that GitHub gives a page's headings. */
export const anchorsOf = (page: string): readonly string[] =>
  Array.from(withoutFences(textOf(page)).matchAll(/^#+ (.+)$/gm), ([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** The files and folders that a page names in backquotes; not those with a placeholder, such as `<name>` or `*`. */
export const pathsOf = (page: string): readonly string[] =>
  Array.from(
    withoutFences(textOf(page)).matchAll(/`((?:cdk|docs|functions|shared|test)\/[^`\s]*)`/g),
    ([, path = '']) => path,
  ).filter((path) => !/[<>*…]/.test(path));
