import { describe, expect, it } from 'vitest';
import { compareInputs } from '#shared/publication/comparison/compare-inputs.ts';
import { compareSources } from '#shared/publication/comparison/compare-results.ts';
import { compareTerms } from '#shared/publication/comparison/compare-terms.ts';
import { inputOf, manifestFor } from './manifests.ts';

describe('the files of two results', () => {
  it('are added, replaced and removed by key, in its order', () => {
    const changes = compareInputs(
      [inputOf('rouen/a.csv'), inputOf('rouen/b.csv'), inputOf('rouen/c.csv')],
      [inputOf('rouen/c.csv', { versionId: 'v2' }), inputOf('caen/d.csv'), inputOf('rouen/a.csv')],
    );
    expect(changes.map(({ key, change }) => [key, change])).toEqual([
      ['uploads/caen/d.csv', 'added'],
      ['uploads/rouen/b.csv', 'removed'],
      ['uploads/rouen/c.csv', 'replaced'],
    ]);
    expect(changes.map(({ centre }) => centre)).toEqual(['caen', 'rouen', 'rouen']);
    expect(changes[2]).toMatchObject({
      before: { versionId: 'v1' },
      after: { versionId: 'v2' },
    });
    expect(changes[0]).toMatchObject({ before: null, after: { versionId: 'v1', sha256: 'digest', rows: 3 } });
  });

  it('are replaced where a version has the same name and another content', () => {
    const other = inputOf('rouen/a.csv', { sha256: 'other' });
    expect(compareInputs([inputOf('rouen/a.csv')], [other]).map(({ change }) => change)).toEqual([
      'replaced',
    ]);
  });

  it('do not differ by when they came into force', () => {
    expect(compareInputs([inputOf('rouen/a.csv')], [inputOf('rouen/a.csv', { at: 'later' })])).toEqual([]);
  });
});

describe('the terms of two results', () => {
  it('differ by name, those within others too; lists as a whole', () => {
    expect(
      compareTerms(
        { same: [1, { a: 1 }], period: { from: '2003', to: '2021' }, limits: [1, 2], gone: 1 },
        { limits: [1, 3], period: { from: '2003', to: null }, same: [1, { a: 1 }], come: false },
      ),
    ).toEqual([
      { term: 'come', before: null, after: false },
      { term: 'gone', before: 1, after: null },
      { term: 'limits', before: [1, 2], after: [1, 3] },
      { term: 'period.to', before: '2021', after: null },
    ]);
  });
});

describe('what two results were computed from', () => {
  it('differs by the files that each lacks, whatever the reason', () => {
    const lost = { centre: 'rouen', key: 'uploads/rouen/a.csv', reason: 'rows_lost' } as const;
    const lacking = manifestFor({ pending: [lost] });
    expect(compareSources(manifestFor(), lacking).pending).toEqual({ before: [], after: [lost] });
    const otherwise = manifestFor({ pending: [{ ...lost, reason: 'not_brought_in' }] });
    expect(compareSources(lacking, otherwise).pending).toBeNull();
    const another = manifestFor({ pending: [{ ...lost, key: 'uploads/rouen/b.csv' }] });
    expect(compareSources(lacking, another).pending).not.toBeNull();
  });

  it('is other code by its version, not by its commit', () => {
    const before = manifestFor({ codeVersion: '1.0.0+a', commit: 'a' });
    expect(compareSources(before, manifestFor({ codeVersion: '1.0.0+a', commit: 'b' })).code).toBeNull();
    expect(compareSources(before, manifestFor({ codeVersion: '1.0.0+b', commit: 'b' })).code).toEqual({
      before: { codeVersion: '1.0.0+a', commit: 'a' },
      after: { codeVersion: '1.0.0+b', commit: 'b' },
    });
  });
});
