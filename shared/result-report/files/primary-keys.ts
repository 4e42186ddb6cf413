/**
 * Which columns name a row, of the tables where none of these is ever blank. In the others a row that speaks of several things
 * has no word in some of them.
 */
export const PRIMARY_KEYS: Readonly<Record<string, readonly string[]>> = {
  population: ['characteristic', 'level', 'of'],
  'population-sets': ['set', 'characteristic', 'level'],
  missing: ['set', 'table', 'column'],
  dose: ['measure', 'level'],
  subgroups: ['factor', 'level'],
  counts: ['side', 'sequence'],
  'not-on-diffusion': ['side'],
  'primary-comparison': ['side', 'first', 'second'],
  'count-tests': ['side', 'first', 'second'],
  'side-tests': ['sequence'],
  'detection-rates': ['side', 'sequence', 'against'],
  protocols: ['side', 'modality', 'protocol'],
  measures: ['sequence', 'per'],
  'measure-histograms': ['sequence', 'from'],
  'measure-tests': ['first', 'second'],
  agreement: ['first', 'second'],
  recist: ['method', 'time_point'],
  'recist-agreement': ['first', 'second', 'targets', 'time_point'],
  'reader-characteristics': ['characteristic', 'level'],
  'listed-protocols': ['side', 'modality', 'protocol'],
  'lesion-tests': ['group', 'family', 'first', 'second'],
};
