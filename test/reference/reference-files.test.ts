import { expect, it } from 'vitest';
import { adapters } from './adapters.ts';
import { OWN_FILES, readReferenceFiles } from './fixtures.ts';
import { notCoveredKinds } from './not-covered.ts';

// A file that is missing would take its tests with it, and nobody would notice.
it('every kind of R’s values that the project knows has its file', () => {
  const kinds = readReferenceFiles(OWN_FILES).map(({ kind }) => kind);
  expect(kinds.toSorted()).toEqual([...Object.keys(adapters), ...notCoveredKinds].toSorted());
});
