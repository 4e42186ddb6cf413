import type { Report } from '#shared/reports/report.ts';

/** Nothing is left to do: this is what the sender reads now; nothing where there never was a file to answer. */
export interface Answered {
  readonly report: Report | undefined;
}

/**
 * How a step of ingest ended: with an answer, or `overtaken` where the object, the centre's head or the report is no longer
 * the one that was read at its beginning. Whoever is overtaken begins again with what is there now.
 */
export type StepOutcome = Answered | 'overtaken';
