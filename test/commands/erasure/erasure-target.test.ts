import { describe, expect, it } from 'vitest';
import { targetOf } from '#cdk/commands/erasure/erasure-target.ts';

const target = (positionals: readonly string[], options: Readonly<Record<string, string>> = {}) =>
  targetOf({ positionals, options: new Map(Object.entries(options)) });

describe('what a call of erase means', () => {
  it.each([
    [['rouen', 'P12'], {}, 'patient', 'P12'],
    [['rouen', 'pairs.csv'], {}, 'file', 'pairs.csv'],
    [['rouen', 'Pairs.CSV'], {}, 'file', 'Pairs.CSV'],
    [['rouen'], { patient: 'P12' }, 'patient', 'P12'],
    [['rouen'], { file: 'P12' }, 'file', 'P12'],
    [['rouen'], { file: 'sub/book.xlsx' }, 'file', 'sub/book.xlsx'],
  ])('%j %j', (positionals, options, kind, name) => {
    expect(target(positionals, options)).toEqual({ kind, centre: 'rouen', name });
  });

  it.each([
    [[], {}],
    [['rouen'], {}],
    [['rouen', 'P1', 'P2'], {}],
    [['rouen', 'P1'], { patient: 'P2' }],
    [['rouen'], { patient: 'P1', file: 'a.csv' }],
    [['rouen'], { file: '' }],
    [['rouen'], { patient: 'pairs.csv' }],
    [['rouen', 'Jean Dupont'], {}],
  ])('%j %j is a wrong call', (positionals, options) => {
    expect(() => target(positionals, options)).toThrow(expect.objectContaining({ exitCode: 2 }));
  });

  it('does not repeat what may be a name', () => {
    expect(() => target(['rouen', 'Jean Dupont'])).not.toThrow('Dupont');
  });

  it('is of a centre', () => {
    expect(() => target(['Rouen', 'P1'])).toThrow('cannot be the name of a centre');
  });
});
