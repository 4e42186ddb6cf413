import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { centreList, readEnvironment } from '#functions/environment.ts';
import { errorName, logTo } from '#functions/log.ts';

describe('a line of the log', () => {
  it('is one JSON object: the event and its fields', () => {
    const lines: string[] = [];
    const log = logTo(
      (line) => void lines.push(line),
      () => new Date(0),
    );
    log('reconciled', { uploads: 3, changed: 0 });
    log('not-an-upload');
    expect(lines).toEqual(['{"event":"reconciled","uploads":3,"changed":0}', '{"event":"not-an-upload"}']);
  });

  it('names what was thrown and never quotes it', () => {
    expect(errorName(new TypeError('ZZ-secret-1'))).toBe('TypeError');
    expect(errorName('ZZ-secret-1')).toBe('string');
  });
});

describe('the list of centres', () => {
  it.each([
    ['beaujon,caen', ['beaujon', 'caen']],
    ['caen', ['caen']],
    ['', []],
  ])('%j has %j', (CENTRES, centres) => {
    expect(readEnvironment(z.object({ CENTRES: centreList }), { CENTRES })).toEqual({ CENTRES: centres });
  });
});
