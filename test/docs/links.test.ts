import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchorsOf, linksOf, PAGES, PROJECT, pathsOf } from './markdown.ts';

const LINKED = PAGES.filter((page) => linksOf(page).some((link) => !link.startsWith('http')));

describe('the links of', () => {
  it('the main pages are looked at', () => {
    expect(LINKED).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'docs/ARCHITECTURE.md']));
  });

  it.each(LINKED)('%s lead to a file that is there, and to a heading of it', (page) => {
    const broken = linksOf(page)
      .filter((link) => !/^(https?|mailto):/.test(link))
      .filter((link) => {
        const [path = '', anchor] = link.split('#');
        const target = path === '' ? join(PROJECT, page) : join(PROJECT, dirname(page), path);
        if (!existsSync(target)) return true;
        return anchor !== undefined && !anchorsOf(relative(PROJECT, target)).includes(anchor);
      });
    expect(broken).toEqual([]);
  });
});

describe('the paths in', () => {
  // The changelog speaks of what was.
  it.each(PAGES.filter((page) => page !== 'CHANGELOG.md' && pathsOf(page).length > 0))(
    '%s are those of files and folders',
    (page) => {
      expect(pathsOf(page).filter((path) => !existsSync(join(PROJECT, path)))).toEqual([]);
    },
  );
});
