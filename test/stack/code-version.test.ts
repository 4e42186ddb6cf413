import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { codeVersion } from '#cdk/code-version.ts';

const project = {
  'package.json': '{ "version": "1.2.3" }',
  'package-lock.json': '{}',
  'shared/statistics/mean.ts': 'mean',
  'functions/statistics/handler.ts': 'handler',
  'functions/storage/rows.ts': 'rows',
  'functions/ingest/handler.ts': 'ingest',
  'README.md': 'read me',
};

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function versionOf(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'ctmri-version-'));
  folders.push(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return codeVersion(root);
}

describe('the version of the code', () => {
  const version = versionOf(project);

  it('is that of the package with a fingerprint of the source', () => {
    expect(version).toMatch(/^1\.2\.3\+[0-9a-f]{12}$/);
    expect(codeVersion()).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/);
  });

  it('is the same wherever the project lies, and in whatever order its files were made', () => {
    expect(versionOf(Object.fromEntries(Object.entries(project).toReversed()))).toBe(version);
  });

  it.each([
    'shared/statistics/mean.ts',
    'functions/statistics/handler.ts',
    'functions/storage/rows.ts',
    'package-lock.json',
  ])('changes with %s', (path) => {
    expect(versionOf({ ...project, [path]: 'other' })).not.toBe(version);
  });

  it('changes when a file is renamed', () => {
    const { 'shared/statistics/mean.ts': mean, ...others } = project;
    expect(versionOf({ ...others, 'shared/statistics/average.ts': mean })).not.toBe(version);
  });

  it('changes when a line moves from one file to the next', () => {
    const one = versionOf({ ...project, 'shared/a.ts': 'first\nsecond\n', 'shared/b.ts': 'third\n' });
    const other = versionOf({ ...project, 'shared/a.ts': 'first\n', 'shared/b.ts': 'second\nthird\n' });
    expect(one).not.toBe(other);
  });

  it.each(['README.md', 'functions/ingest/handler.ts', 'shared/.editor-leftover'])(
    'does not change with %s',
    (path) => {
      expect(versionOf({ ...project, [path]: 'other' })).toBe(version);
    },
  );
});
