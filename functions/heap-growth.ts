import { setFlagsFromString } from 'node:v8';

/**
 * By how many per cent of what is held the heap may grow before V8 collects it as a whole. By itself it waits until a heap
 * of a gigabyte is almost three times as large, and keeps the pages for later.
 */
const GROWTH_PERCENT = 50;

/** For who computes a study: of a million pairs patients and rows are held until all is taken from them. */
export const limitHeapGrowth = (): void => setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
