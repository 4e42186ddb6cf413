import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { centreGroups, includedByCentre } from '#shared/study/centre-groups.ts';
import { countColumns } from '#shared/study/count-columns.ts';
import { countedPairs } from '#shared/study/counted-pairs.ts';
import { includedPatients } from '#shared/study/eligibility.ts';
import { measureColumns } from '#shared/study/measure-columns.ts';
import { measuredLesions } from '#shared/study/measured-lesions.ts';
import { qualityChecks } from '#shared/study/quality-checks.ts';
import { readerPairs } from '#shared/study/reader-pairs.ts';
import { recistCourses } from '#shared/study/recist-courses.ts';
import { assessCourses } from '#shared/study/recist-follow-ups.ts';
import type { Study } from '#shared/study/study.ts';
import { agreementTable } from './agreement.ts';
import { centresTable } from './centres.ts';
import { countTestsTable } from './count-tests.ts';
import { countsTable } from './counts.ts';
import { tableAsCsv } from './csv.ts';
import { detectionRatesTable } from './detection-rates.ts';
import { flowTable } from './flow.ts';
import { measureHistogramsTable } from './measure-histograms.ts';
import { measureTestsTable } from './measure-tests.ts';
import { measuresTable } from './measures.ts';
import { notOnDiffusionTable } from './not-on-diffusion.ts';
import { omnibusTable } from './omnibus.ts';
import { populationTable } from './population.ts';
import { qualityTable } from './quality.ts';
import { readersTable } from './readers.ts';
import { recistTable } from './recist.ts';
import { recistAgreementTable } from './recist-agreement.ts';
import type { ResultTable } from './result-table.ts';
import { sensitivityTable } from './sensitivity.ts';
import { sideTestsTable } from './side-tests.ts';
import { VOCABULARIES } from './vocabularies.ts';

/** Every table that the study publishes, in the order of reading. */
export function studyTables(study: Study, settings: StudySettings): readonly ResultTable[] {
  const included = includedPatients(study);
  const counted = countedPairs(study);
  const measured = measuredLesions(study);
  const counts = countColumns(counted);
  const measures = measureColumns(measured);
  const courses = recistCourses(measured);
  const assessed = assessCourses(courses);
  const groups = centreGroups(includedByCentre(study, included), settings);
  return [
    flowTable(study),
    populationTable(included, counted, measured),
    countsTable(counts),
    notOnDiffusionTable(counts),
    detectionRatesTable(counts),
    omnibusTable(counts, measures),
    countTestsTable(counts),
    sideTestsTable(counts),
    measuresTable(measures),
    measureHistogramsTable(measures),
    measureTestsTable(measures),
    sensitivityTable(counts, measures),
    agreementTable(measures),
    recistTable(assessed),
    recistAgreementTable(assessed),
    readersTable(readerPairs(included)),
    centresTable({ pairs: counted, counts, lesions: measured, measures }, settings),
    qualityTable(
      study,
      qualityChecks({ study, included, pairs: counted, lesions: measured, courses }),
      groups,
      settings,
    ),
  ];
}

export const TABLES_FILE = 'tables.json';

/** The published files by name: one CSV for each table, and all of them, with their codes' meanings, in `tables.json`. */
export function tableFiles(tables: readonly ResultTable[]): ReadonlyMap<string, string> {
  return new Map([
    ...tables.map((table) => [`${table.name}.csv`, tableAsCsv(table)] as const),
    [TABLES_FILE, `${JSON.stringify({ tables, vocabularies: VOCABULARIES }, null, 1)}\n`],
  ]);
}
