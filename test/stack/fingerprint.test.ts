import { describe, expect, it } from 'vitest';
import { fingerprint, sourceFiles } from '#cdk/fingerprint.ts';
import { type Files, inProject } from './made-project.ts';

const of = (files: Files, paths = Object.keys(files)) => inProject(files, (root) => fingerprint(root, paths));

describe('a fingerprint of files', () => {
  it('does not depend on the order in which they are listed', () => {
    const files = { 'a.ts': 'first', 'b.ts': 'second', 'c/d.ts': 'third' };
    expect(of(files, Object.keys(files).toReversed())).toBe(of(files));
  });

  it('tells two files from one that holds both', () => {
    expect(of({ 'a.ts': 'first\nb.ts\nsecond\n' })).not.toBe(of({ 'a.ts': 'first\n', 'b.ts': 'second\n' }));
  });
});

describe('the source files of a folder', () => {
  it('are all in it, but hidden ones and what only people read', () => {
    const files = ['a/b.ts', 'a/c/d.json', 'a/.e', 'a/README.md', 'f.ts'];
    const project = Object.fromEntries(files.map((path) => [path, '']));
    const found = inProject(project, (root) => sourceFiles(root, ['a']));
    expect(found.toSorted()).toEqual(['a/b.ts', 'a/c/d.json']);
  });
});
