import { centreGroups, includedByCentre } from '#shared/analyses/centres/centre-groups.ts';
import { centresTable } from '#shared/analyses/centres/table.ts';
import { pairedComparer } from '#shared/analyses/comparison/paired-comparison.ts';
import { countColumns } from '#shared/analyses/counts/count-columns.ts';
import { countTests, countTestsTable } from '#shared/analyses/counts/count-tests.ts';
import { countedPairs } from '#shared/analyses/counts/counted-pairs.ts';
import { detectionRatesTable } from '#shared/analyses/counts/detection-rates.ts';
import { notOnDiffusionTable } from '#shared/analyses/counts/not-on-diffusion.ts';
import { primaryComparisonTable } from '#shared/analyses/counts/primary-comparison.ts';
import { protocolsTable } from '#shared/analyses/counts/protocols.ts';
import { sideTestsTable } from '#shared/analyses/counts/side-tests.ts';
import { countsTable } from '#shared/analyses/counts/table.ts';
import { doseTable } from '#shared/analyses/dose/table.ts';
import { flowTable } from '#shared/analyses/flow/table.ts';
import { agreementTable } from '#shared/analyses/measures/agreement.ts';
import { measureColumns } from '#shared/analyses/measures/measure-columns.ts';
import { measureHistogramsTable } from '#shared/analyses/measures/measure-histograms.ts';
import { measureTests, measureTestsTable } from '#shared/analyses/measures/measure-tests.ts';
import { lesionsMeasuredOnAny, measuredLesions } from '#shared/analyses/measures/measured-lesions.ts';
import { measuresTable } from '#shared/analyses/measures/table.ts';
import { pointsTable } from '#shared/analyses/points/table.ts';
import { missingTable } from '#shared/analyses/population/missing.ts';
import { populationSetsTable, populationTable } from '#shared/analyses/population/table.ts';
import { qualityChecks } from '#shared/analyses/quality/checks.ts';
import { qualityTable } from '#shared/analyses/quality/table.ts';
import { readerCharacteristicsTable } from '#shared/analyses/readers/characteristics.ts';
import { readerPairs } from '#shared/analyses/readers/reader-pairs.ts';
import { recistReadersTable } from '#shared/analyses/readers/recist-readers.ts';
import { readersTable } from '#shared/analyses/readers/table.ts';
import { assessCourses, recistCourses } from '#shared/analyses/recist/courses.ts';
import { recistAgreementTable } from '#shared/analyses/recist/recist-agreement.ts';
import { recistTable } from '#shared/analyses/recist/table.ts';
import { omnibusTable } from '#shared/analyses/robustness/omnibus.ts';
import { sensitivityTable } from '#shared/analyses/robustness/sensitivity.ts';
import { subgroupsTable } from '#shared/analyses/subgroups/table.ts';
import { visibilityTables } from '#shared/analyses/visibility/tables.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import type { ComputedTable } from '#shared/publication/result-table.ts';
import { withoutSignificance } from '#shared/publication/without-significance.ts';
import { includedPatients } from '#shared/study/eligibility.ts';
import type { Study } from '#shared/study/study.ts';

/** Every table that the study publishes, in the order of reading. */
export function studyTables(study: Study, settings: StudySettings): readonly ComputedTable[] {
  const included = includedPatients(study, settings);
  const counted = countedPairs(included);
  const measured = measuredLesions(included, settings);
  const counts = countColumns(counted);
  const measures = measureColumns(measured);
  const comparePaired = pairedComparer();
  const testsOfCounts = countTests(counts, comparePaired);
  const testsOfMeasures = measureTests(measures, comparePaired);
  const courses = recistCourses(included);
  const readBy = readerPairs(included);
  const assessed = assessCourses(courses, settings);
  const groups = centreGroups(includedByCentre(study, included), settings);
  const tables = [
    flowTable(study, settings),
    populationTable(included, counted, measured),
    populationSetsTable(included, counted, measured),
    missingTable(included, counted, measured),
    countsTable(counts),
    notOnDiffusionTable(counts),
    detectionRatesTable(counts),
    protocolsTable(counts),
    omnibusTable(counts, measures),
    primaryComparisonTable(counts, comparePaired),
    countTestsTable(testsOfCounts),
    subgroupsTable(counted, counts, settings),
    sideTestsTable(counts, comparePaired),
    doseTable(included, counted),
    measuresTable(measures),
    measureHistogramsTable(measures),
    measureTestsTable(testsOfMeasures),
    sensitivityTable({
      counts,
      countTests: testsOfCounts,
      measures,
      measureTests: testsOfMeasures,
      measuresOnAny: measureColumns(lesionsMeasuredOnAny(included, settings)),
    }),
    agreementTable(measures),
    recistTable(assessed),
    recistAgreementTable(assessed, settings),
    recistReadersTable(readBy, settings),
    readersTable(readBy, settings),
    readerCharacteristicsTable(study, included),
    centresTable({ pairs: counted, counts, lesions: measured, measures }, settings),
    qualityTable(
      study,
      qualityChecks({ study, included, pairs: counted, lesions: measured, courses }, settings),
      groups,
      settings,
    ),
    pointsTable({ counts, measures, courses: assessed }, settings),
    ...visibilityTables(included, settings),
  ];
  return settings.significanceShown ? tables : withoutSignificance(tables);
}
