import { describe, expect, it } from 'vitest';
import { PARTS, partOf } from '#shared/storage/row-parts.ts';

/** How pseudonyms are made: numbered, with or without zeros before, perhaps behind a centre or before a year. */
const IDS: Readonly<Record<string, (patient: number) => string>> = {
  numbered: (patient) => `P${patient}`,
  'of one length': (patient) => `RENATEN-${String(patient).padStart(6, '0')}`,
  'with a year behind': (patient) => `${patient}-2019`,
  'by sixteens': (patient) => `P${patient * 16}`,
  alone: (patient) => String(patient),
};

describe('rows are spread evenly over the parts', () => {
  it.each(Object.entries(IDS))('where ids are %s', (_, idOf) => {
    const patients = 8_000;
    const counts = PARTS.map(() => 0);
    for (let patient = 0; patient < patients; patient += 1) {
      const part = partOf(`${idOf(patient)}#1#1`, PARTS.length);
      counts[part] = (counts[part] ?? 0) + 1;
    }
    expect(Math.max(...counts)).toBeLessThan((1.5 * patients) / PARTS.length);
  });
});

it('rows of a patient stand in one part, whatever their table', () => {
  const keys = ['P17', 'P17#1#1', 'P17#2#1', 'P17#1#1#12'];
  expect(new Set(keys.map((key) => partOf(key, PARTS.length))).size).toBe(1);
});
