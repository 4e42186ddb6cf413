import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  codeCommit,
  codeVersion,
  DECIDING_FOLDERS,
  ONLY_FOR_PEOPLE,
  PACKAGES_FOR_PEOPLE,
} from '#cdk/code-version.ts';
import { PROJECT, sourceFiles } from '#cdk/fingerprint.ts';
import { type Files, inProject, lockOf } from './made-project.ts';

const project = {
  'package.json': '{ "version": "1.2.3" }',
  'package-lock.json': lockOf({ 'node_modules/zod': { version: '1', integrity: 'a' } }),
  'shared/statistics/mean.ts': 'mean',
  'functions/statistics/handler.ts': 'handler',
  'functions/storage/rows.ts': 'rows',
  'functions/ingest/handler.ts': 'ingest',
  'README.md': 'read me',
};

const versionOf = (files: Files) => inProject(files, (root) => codeVersion(root));

describe('the version of the code', () => {
  const version = versionOf(project);

  it('is that of the package with a fingerprint of the source', () => {
    expect(version).toMatch(/^1\.2\.3\+[0-9a-f]{12}$/);
    expect(codeVersion()).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/);
  });

  it('is the same wherever the project lies, and in whatever order its files were made', () => {
    expect(versionOf(Object.fromEntries(Object.entries(project).toReversed()))).toBe(version);
  });

  it.each(['shared/statistics/mean.ts', 'functions/statistics/handler.ts', 'functions/storage/rows.ts'])(
    'changes with %s',
    (path) => {
      expect(versionOf({ ...project, [path]: 'other' })).not.toBe(version);
    },
  );

  it('changes when a file is renamed', () => {
    const { 'shared/statistics/mean.ts': mean, ...others } = project;
    expect(versionOf({ ...others, 'shared/statistics/average.ts': mean })).not.toBe(version);
  });

  it('changes when a line moves from one file to the next', () => {
    const one = versionOf({ ...project, 'shared/a.ts': 'first\nsecond\n', 'shared/b.ts': 'third\n' });
    const other = versionOf({ ...project, 'shared/a.ts': 'first\n', 'shared/b.ts': 'second\nthird\n' });
    expect(one).not.toBe(other);
  });

  it.each([
    ['another version of a package', { 'node_modules/zod': { version: '2', integrity: 'a' } }],
    ['another content of it', { 'node_modules/zod': { version: '1', integrity: 'b' } }],
    [
      'one more',
      { 'node_modules/zod': { version: '1', integrity: 'a' }, 'node_modules/jstat': { version: '1' } },
    ],
  ])('changes with %s', (_, packages) => {
    expect(versionOf({ ...project, 'package-lock.json': lockOf(packages) })).not.toBe(version);
  });

  it.each(['dev', 'devOptional'])('does not change with a package that only develops (%s)', (kind) => {
    const packages = {
      'node_modules/zod': { version: '1', integrity: 'a' },
      'node_modules/vitest': { version: '5', integrity: 'v', [kind]: true },
    };
    expect(versionOf({ ...project, 'package-lock.json': lockOf(packages) })).toBe(version);
  });

  describe('of a project that also makes pages', () => {
    const zod = { version: '1', integrity: 'a' };
    const withPages = (page: object, others: Readonly<Record<string, object>> = {}, needs: object = {}) =>
      versionOf({
        ...project,
        'package-lock.json': JSON.stringify({
          packages: {
            '': { dependencies: { zod: '1', preact: '11' } },
            'node_modules/zod': { ...zod, ...needs },
            'node_modules/preact': page,
            ...others,
          },
        }),
      });
    const page = { version: '11', dependencies: { scale: '1' } };
    const scale = { version: '1', integrity: 's' };

    it('does not change with what only pages are made by, and with what only that needs', () => {
      expect(withPages(page, { 'node_modules/scale': scale })).toBe(version);
      expect(withPages({ ...page, version: '12' }, { 'node_modules/scale': { version: '2' } })).toBe(version);
    });

    it('changes with what something else needs as well', () => {
      const needs = { dependencies: { scale: '1' } };
      const shared = withPages(page, { 'node_modules/scale': scale }, needs);
      expect(shared).not.toBe(version);
      expect(withPages(page, { 'node_modules/scale': { ...scale, version: '2' } }, needs)).not.toBe(shared);
    });

    it('does not change with what lies within a package for pages, where others have their own', () => {
      const needs = { dependencies: { scale: '1' } };
      const own = { 'node_modules/scale': scale, 'node_modules/preact/node_modules/scale': { version: '9' } };
      const other = { ...own, 'node_modules/preact/node_modules/scale': { version: '10' } };
      expect(withPages(page, own, needs)).toBe(withPages(page, other, needs));
      expect(withPages(page, own, needs)).not.toBe(version);
    });
  });

  const deciding = sourceFiles(PROJECT, DECIDING_FOLDERS).filter(
    (path) => path.endsWith('.ts') && !ONLY_FOR_PEOPLE.some((folder) => path.startsWith(folder)),
  );
  const textOf = (path: string) => readFileSync(join(PROJECT, path), 'utf8');

  it('is of no page: nothing that decides a result imports what pages are made by', () => {
    const importing = deciding.filter((path) =>
      [...PACKAGES_FOR_PEOPLE, '#shared/result-report/'].some((name) =>
        textOf(path).includes(`from '${name}`),
      ),
    );
    expect(deciding.length).toBeGreaterThan(200);
    expect(importing).toEqual([]);
  });

  it('knows every package that only pages are made by', () => {
    const packagesOf = (paths: readonly string[]) =>
      new Set(
        paths
          .filter((path) => path.endsWith('.ts'))
          .flatMap((path) => [...textOf(path).matchAll(/ from '((?:@[\w-]+\/)?[a-z][\w-]*)[/']/g)])
          .flatMap(([, name]) => name ?? []),
      );
    const ofPages = packagesOf(
      sourceFiles(PROJECT, ['functions/desk', 'functions/report', 'functions/mail', 'shared/result-report']),
    );
    const ofOthers = packagesOf([...deciding, ...sourceFiles(PROJECT, ['cdk', 'functions/ingest'])]);
    expect([...ofPages].filter((name) => !ofOthers.has(name)).toSorted()).toEqual(
      PACKAGES_FOR_PEOPLE.toSorted(),
    );
  });

  it.each([
    'README.md',
    'shared/statistics/README.md',
    'shared/reports/report-text.ts',
    'shared/guidance/template.ts',
    'shared/presentation/figures.ts',
    'functions/ingest/handler.ts',
    'shared/.editor-leftover',
  ])('does not change with %s', (path) => {
    expect(versionOf({ ...project, [path]: 'other' })).toBe(version);
  });
});

describe('the commit of the code', () => {
  const git = (root: string, ...words: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...words], {
      cwd: root,
      encoding: 'utf8',
    }).trim();
  const inCommitted = (use: (root: string) => void) =>
    inProject(project, (root) => {
      git(root, 'init', '--quiet');
      git(root, 'add', '--all');
      git(root, 'commit', '--quiet', '--message=first');
      use(root);
    });

  it('is the last that changed what decides results, whatever came after it', () => {
    inCommitted((root) => {
      const first = git(root, 'rev-parse', 'HEAD');
      for (const path of ['README.md', 'shared/statistics/README.md', 'shared/reports/report-text.ts']) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), 'more to read');
        git(root, 'add', '--all');
        git(root, 'commit', '--quiet', `--message=${path}`);
        expect(codeCommit(root)).toBe(first);
      }
      writeFileSync(join(root, 'shared/statistics/mean.ts'), 'another mean');
      expect(codeCommit(root)).toBe(`${first}+changes`);
      git(root, 'commit', '--quiet', '--all', '--message=mean');
      expect(codeCommit(root)).toBe(git(root, 'rev-parse', 'HEAD'));
    });
  });

  it('is not known without a history', () => {
    inProject(project, (root) => {
      expect(codeCommit(root)).toBe('unknown');
      git(root, 'init', '--quiet');
      expect(codeCommit(root)).toBe('unknown');
    });
  });
});
