/** How the intervals by redrawn patients are drawn. */
export const BOOTSTRAP = {
  /** The year of the thesis; any fixed number serves, so that the same files give the same limits. */
  seed: 2022,
  replicates: 2000,
  /** Above this many patients the drawing would take minutes, and its limits would be those of CR2. */
  mostPatients: 2000,
} as const;
