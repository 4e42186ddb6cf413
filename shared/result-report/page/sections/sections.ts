import type { IllustratedResult } from '#shared/result-report/figures/drawn-figures.ts';
import type { PageOptions } from '#shared/result-report/page/page-options.ts';
import type { Section } from '#shared/result-report/page/section.ts';
import { answer } from './answer.ts';
import { centres } from './centres.ts';
import { checklists } from './checklists.ts';
import { comparisons } from './comparisons.ts';
import { doubtful } from './doubtful.ts';
import { flow } from './flow.ts';
import { fullTables } from './full-tables.ts';
import { lesionByLesion } from './lesion-by-lesion.ts';
import { lesions } from './lesions.ts';
import { measures } from './measures.ts';
import { methods } from './methods.ts';
import { primary } from './primary.ts';
import { protocols } from './protocols.ts';
import { provenance } from './provenance.ts';
import { readers } from './readers.ts';
import { recist } from './recist.ts';
import { who } from './who.ts';

/** The parts of the page in the order of reading. */
export const sectionsOf = (result: IllustratedResult, options: PageOptions): readonly Section[] => [
  answer(result),
  flow(result),
  who(result),
  lesions(result),
  primary(result),
  comparisons(result),
  protocols(result),
  ...lesionByLesion(result),
  measures(result),
  recist(result),
  readers(result),
  centres(result),
  doubtful(result),
  fullTables(result),
  methods(result),
  checklists(result),
  provenance(result, options),
];
