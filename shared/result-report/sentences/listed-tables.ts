import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { hasTable } from './sources.ts';

/** The tables that a study has only where its centres list their lesions one by one. */
export const LISTED_TABLES = ['visibility', 'listed-protocols', 'lesion-tests', 'performance', 'froc'];

export const listsLesions = (result: PublishedResult): boolean =>
  LISTED_TABLES.some((table) => hasTable(result, table));
