import { centresTable } from '#shared/analyses/centres/table.ts';
import { pairedComparer } from '#shared/analyses/comparison/paired-comparison.ts';
import { countTests, countTestsTable } from '#shared/analyses/counts/count-tests.ts';
import { detectionRatesTable } from '#shared/analyses/counts/detection-rates.ts';
import { notOnDiffusionTable } from '#shared/analyses/counts/not-on-diffusion.ts';
import { primaryComparisonTable } from '#shared/analyses/counts/primary-comparison.ts';
import { protocolsTable } from '#shared/analyses/counts/protocols.ts';
import { sideTestsTable } from '#shared/analyses/counts/side-tests.ts';
import { countsTable } from '#shared/analyses/counts/table.ts';
import { agreementTable } from '#shared/analyses/measures/agreement.ts';
import { measureHistogramsTable } from '#shared/analyses/measures/measure-histograms.ts';
import { measureTests, measureTestsTable } from '#shared/analyses/measures/measure-tests.ts';
import { measuresTable } from '#shared/analyses/measures/table.ts';
import { omnibusTable } from '#shared/analyses/robustness/omnibus.ts';
import { sensitivityTable } from '#shared/analyses/robustness/sensitivity.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import type { ComputedTable } from '#shared/publication/result-table.ts';
import { withoutSignificance } from '#shared/publication/without-significance.ts';
import type { Study } from '#shared/study/study.ts';
import { type LookedThrough, lookThrough } from './look-through.ts';

/** Every table that the study publishes, in the order of reading. */
export const studyTables = (study: Study, settings: StudySettings): readonly ComputedTable[] =>
  tablesOf(lookThrough(study, settings), settings);

/** The same of a study that was looked through: the tests of its columns, and the tables that were made then, each in its place. */
export function tablesOf(found: LookedThrough, settings: StudySettings): readonly ComputedTable[] {
  const { counts, measures, measuresOnAny } = found;
  const comparePaired = pairedComparer();
  const testsOfCounts = countTests(counts, comparePaired);
  const testsOfMeasures = measureTests(measures, comparePaired);
  const tables = [
    found.flow,
    found.population,
    found.populationSets,
    found.missing,
    countsTable(counts),
    notOnDiffusionTable(counts),
    detectionRatesTable(counts),
    protocolsTable(counts),
    omnibusTable(counts, measures),
    primaryComparisonTable(counts, comparePaired),
    countTestsTable(testsOfCounts),
    found.subgroups,
    sideTestsTable(counts, comparePaired),
    found.dose,
    measuresTable(measures),
    measureHistogramsTable(measures),
    measureTestsTable(testsOfMeasures),
    sensitivityTable({
      counts,
      countTests: testsOfCounts,
      measures,
      measureTests: testsOfMeasures,
      measuresOnAny,
    }),
    agreementTable(measures),
    found.recist,
    found.recistAgreement,
    found.recistReaders,
    found.readers,
    found.readerCharacteristics,
    centresTable(found, settings),
    found.quality,
    found.points,
    ...found.visibility,
  ];
  return settings.significanceShown ? tables : withoutSignificance(tables);
}
