import { describe, expect, it } from 'vitest';
import { COMMANDS } from '#cdk/commands/commands.ts';
import { textOf } from '#test/docs/markdown.ts';
import { synthesise } from './synthesise.ts';

const [, french = '', english = '', provoked = ''] = textOf('docs/OPERATIONS.md').split(/^## /m);
const alarms = [...synthesise().resources].flatMap(([id, { Type }]) =>
  Type === 'AWS::CloudWatch::Alarm' ? [id.replace(/[0-9A-F]{8}$/, '')] : [],
);

/** The sections of one language, by their heading. */
const sectionsOf = (half: string): ReadonlyMap<string, string> =>
  new Map(
    half
      .split(/^### /m)
      .slice(1)
      .map((section) => [section.split('\n')[0] ?? '', section]),
  );

describe.each([
  ['fr', french, ['**Sens**', '**Regarder**', '**Faire**'], 5],
  ['en', english, ['**Means**', '**Look at**', '**Do**'], 5],
] as const)('the page of operation in %s', (_language, half, parts, procedures) => {
  const sections = sectionsOf(half);

  it('has a section for each alarm, then the procedures, and nothing else', () => {
    expect(alarms.length).toBeGreaterThan(10);
    expect([...sections.keys()].slice(0, -procedures).toSorted()).toEqual(alarms.toSorted());
  });

  it.each(alarms)('says of %s what it means, where to look, and what to do', (alarm) => {
    const section = sections.get(alarm) ?? '';
    const order = parts.map((part) => section.indexOf(part));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  it('names commands that there are', () => {
    const named = [...half.matchAll(/npm run ctmri -- (\w+)/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !COMMANDS.has(name))).toEqual([]);
  });
});

it('the page of operation says the same of each alarm in both languages, and how all were provoked', () => {
  const codes = (half: string) =>
    alarms.map((alarm) =>
      [...(sectionsOf(half).get(alarm) ?? '').matchAll(/`([^`]+)`/g)].map(([, code]) => code),
    );
  expect(codes(french)).toEqual(codes(english));
  expect(provoked).toContain('provoked-alarms.test.ts');
});
