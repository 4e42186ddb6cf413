import { describe, expect, expectTypeOf, it } from 'vitest';
import { coded, codedList } from '#shared/publication/result-table.ts';
import { digit, entriesOf, numbered, vocabulary } from '#shared/publication/vocabulary.ts';

const title = { fr: 'x', en: 'x' };

describe('a vocabulary', () => {
  it('explains its codes in their order, a repeated one by its later title', () => {
    const { name, titles } = vocabulary('letters', [
      { code: 'b', title: { fr: 'bé', en: 'bee' } },
      { code: 'a', title },
      { code: 'b', title },
    ]);
    expect(name).toBe('letters');
    expect([...titles]).toEqual([
      ['b', title],
      ['a', title],
    ]);
  });

  it('numbers what has a number', () => {
    const readers = numbered('reader_', 'lecteur', 'reader');
    expect(readers.map(({ code }) => code)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `reader_${n}`));
    expect(readers[8]?.title).toEqual({ fr: 'lecteur 9', en: 'reader 9' });
    expect([1, 9].map(digit)).toEqual(['1', '9']);
    for (const number of [0, 10, 1.5]) expect(() => digit(number)).toThrow('one of 1 to 9');
  });

  it('is what a column of codes is read by: no other code compiles', () => {
    const letters = vocabulary('letters', entriesOf({ a: title, b: title }));
    expect(coded('x', title, letters, () => 'a').vocabulary).toBe(letters);
    expectTypeOf(coded<unknown, 'a' | 'b'>)
      .parameter(2)
      .toEqualTypeOf(letters);
    expectTypeOf(coded<unknown, 'a' | 'b'>)
      .parameter(3)
      .returns.toEqualTypeOf<'a' | 'b' | null>();
    expectTypeOf(codedList<unknown, 'a' | 'b'>)
      .parameter(3)
      .returns.toEqualTypeOf<readonly ('a' | 'b')[]>();
  });
});

describe('a column of codes', () => {
  const letters = vocabulary('letters', entriesOf({ a: title, b: title }));

  it('may hold several of them, or none', () => {
    const { value } = codedList<readonly ('a' | 'b')[], 'a' | 'b'>('x', title, letters, (codes) => codes);
    expect(value(['b', 'a'])).toBe('b a');
    expect(value([])).toBeNull();
  });
});
