/** A cohort whose tables R makes from its CSV files. */
export interface ReferenceCohort {
  readonly name: string;
  /** From the root of the project; one folder for each centre. */
  readonly folder: string;
}

export const referenceCohorts: readonly ReferenceCohort[] = [
  { name: 'thesis', folder: 'test/cohort/thesis' },
];
