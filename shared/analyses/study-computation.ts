import { resultComputation } from '#shared/publication/result-computation.ts';
import { tableFiles } from '#shared/publication/table-files.ts';
import * as protocol from './protocol-terms.ts';
import { studyTables } from './study-tables.ts';

/** The study's own computation: by its protocol, every table that it publishes. */
export const studyComputation = resultComputation(protocol, (study, settings) =>
  tableFiles(studyTables(study, settings)),
);
