import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { analysisMethods } from './methods/analysis.ts';
import { listedLesionMethods } from './methods/listed-lesions.ts';
import { patientMethods } from './methods/patients.ts';
import { readingMethods } from './methods/reading.ts';
import { softwareMethods } from './methods/software.ts';
import { joined } from './wording.ts';

/** A paragraph ready for a paper: who, what was read, how it was compared, with what, and within which limits. */
export const methods = (result: PublishedResult): BilingualPassage =>
  joined(
    ...patientMethods(result),
    ...readingMethods(result),
    ...analysisMethods(result),
    ...listedLesionMethods(result),
    ...softwareMethods(result),
  );
