/**
 * How a step of ingest ended: `done`, or `overtaken` where the object, the centre's head or the report is no longer the one
 * that was read at its beginning. Whoever is overtaken begins again with what is there now.
 */
export type StepOutcome = 'done' | 'overtaken';
