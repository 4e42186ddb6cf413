/** A cohort whose tables R makes from its CSV files. */
export interface ReferenceCohort {
  readonly name: string;
  /** From the root of the project; one folder for each centre. */
  readonly folder: string;
}

/** The cohorts of the golden tables, but for thesis-fr, which is written as spreadsheets write: R reads plain CSV. */
export const referenceCohorts: readonly ReferenceCohort[] = [
  'thesis',
  'all-equal',
  'all-zeros',
  'clustered',
  'exclusions',
  'follow-ups',
  'one-pair',
  'one-patient',
  'readers',
  'small-centres',
  'two-patients',
].map((name) => ({ name, folder: `test/cohort/${name}` }));
