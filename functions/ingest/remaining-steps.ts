export type RemainingSteps = ReturnType<typeof remainingSteps>;

/**
 * The steps of an ingest on which its verdict does not depend: each is tried, whatever became of those before, so that the
 * sender gets the verdict; the first failure is thrown at the end, so that the message comes back for what is left.
 */
export function remainingSteps() {
  const failures: unknown[] = [];
  return {
    /** What the step answers; undefined where it fails. */
    async attempt<Answer>(step: () => Answer | Promise<Answer>): Promise<Answer | undefined> {
      try {
        return await step();
      } catch (error) {
        failures.push(error);
        return undefined;
      }
    },
    areDone: (): boolean => failures.length === 0,
    throwFailure(): void {
      if (failures.length > 0) throw failures[0];
    },
  };
}
