import { resultComputation } from '#shared/publication/result-computation.ts';
import { tableFiles } from '#shared/publication/table-files.ts';
import * as protocol from './protocol-terms.ts';

/**
 * The study's own computation: by its protocol, every table that it publishes. The tables are loaded when they are asked
 * for: a run that finds its result published starts without them.
 */
export const studyComputation = resultComputation(protocol, async (study, settings) => {
  const { studyTables } = await import('./study-tables.ts');
  return tableFiles(studyTables(study, settings));
});
