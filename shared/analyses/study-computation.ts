import { resultComputation } from '#shared/publication/result-computation.ts';
import { tableFiles } from '#shared/publication/table-files.ts';
import * as protocol from './protocol-terms.ts';

/**
 * The study's own computation: by its protocol, every table that it publishes. The tables are loaded when they are asked
 * for: a run that finds its result published starts without them.
 */
export const studyComputation = resultComputation(protocol, async (study, settings) => {
  const [{ lookThrough }, { tablesOf }] = await Promise.all([
    import('./look-through.ts'),
    import('./study-tables.ts'),
  ]);
  const found = lookThrough(study, settings);
  return () => tableFiles(tablesOf(found, settings));
});
