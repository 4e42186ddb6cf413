/** When single patients and lesions are published. */
export const POINTS = {
  /** Of fewer there are none; `fewestPatientsShown` can ask for more. */
  fewestPatients: 5,
  /** Above this many patients a figure of single points is a cloud, and its table too large to be read. */
  mostPatients: 2000,
} as const;
