import type { IllustratedResult } from '#shared/result-report/figures/drawn-figures.ts';
import { figureElement } from '#shared/result-report/page/figure-element.ts';
import type { Section } from '#shared/result-report/page/section.ts';
import { sourceTables } from '#shared/result-report/page/source-tables.ts';

/** Who was screened, who is in each analysis, and why the others are not: the thesis's Figure 11. */
export const flow = (result: IllustratedResult): Section => ({
  id: 'flow',
  title: { fr: 'Des dossiers examinés à l’analyse', en: 'From screening to analysis' },
  content: [figureElement(result, 'flow'), sourceTables(result, ['flow'])],
});
