/** The patients of the templates' example rows, who are nobody's. */
export const EXAMPLE_PATIENTS = ['EXAMPLE-1', 'EXAMPLE-2'] as const;

export const isExamplePatient = (patient: string): boolean =>
  EXAMPLE_PATIENTS.some((example) => example === patient);
