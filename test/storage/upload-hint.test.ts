import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hintedKeys, hintMessage, UnreadableHint } from '#shared/storage/upload-hint.ts';

const notification = (...keys: readonly string[]) =>
  JSON.stringify({
    Records: keys.map((key) => ({
      eventName: 'ObjectCreated:Put',
      s3: { bucket: {}, object: { key, size: 1 } },
    })),
  });

describe('a notification of S3', () => {
  it('points to keys that it writes as in a form', () => {
    expect(
      hintedKeys(notification('uploads/rouen/Pairs+2021+%2B+f%C3%A9vrier.csv', 'uploads/lille/100%25.csv')),
    ).toEqual(['uploads/rouen/Pairs 2021 + février.csv', 'uploads/lille/100%.csv']);
  });

  it('that only tests the connection points nowhere', () => {
    const test = { Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'study' };
    expect(hintedKeys(JSON.stringify(test))).toEqual([]);
    expect(hintedKeys(notification())).toEqual([]);
  });

  it.each([
    '',
    'uploads/rouen/pairs.csv',
    '{"Records":[]',
    'null',
    '[]',
    '{}',
    '{"Records":[{"s3":{}}]}',
    '{"Event":"other"}',
    notification('100%'),
  ])('is not %j', (message) => {
    expect(() => hintedKeys(message)).toThrow(UnreadableHint);
  });

  it.each([
    ['{', 'the message is no JSON'],
    ['{}', 'the message is no notification of S3'],
    [notification('100%'), 'the key of the notification is not URL-encoded'],
  ])('is not %s, and the log says why', (message, reason) => {
    expect(() => hintedKeys(message)).toThrow(
      expect.objectContaining({ name: 'UnreadableHint', message: reason }),
    );
  });
});

describe('a hint', () => {
  it('for any key is read as one of S3 is', () => {
    const key = fc.string({
      unit: fc.oneof(fc.constantFrom(...'+% /#&é€\n', '😀'), fc.constantFrom(...'aZ0.-_')),
    });
    fc.assert(
      fc.property(key, (each) => {
        expect(hintedKeys(hintMessage(each))).toEqual([each]);
      }),
    );
  });
});
