import { centreGroups, includedByCentre } from '#shared/analyses/centres/centre-groups.ts';
import { centresOf } from '#shared/analyses/centres/centre-samples.ts';
import { countColumns } from '#shared/analyses/counts/count-columns.ts';
import { countedPairs } from '#shared/analyses/counts/counted-pairs.ts';
import { doseTable } from '#shared/analyses/dose/table.ts';
import { flowTable } from '#shared/analyses/flow/table.ts';
import { measureColumns } from '#shared/analyses/measures/measure-columns.ts';
import { lesionsMeasuredOnAny, measuredLesions } from '#shared/analyses/measures/measured-lesions.ts';
import { type CourseChanges, changesOf } from '#shared/analyses/points/change-rows.ts';
import { type PointSources, pointsTable } from '#shared/analyses/points/table.ts';
import { missingTable } from '#shared/analyses/population/missing.ts';
import { populationSetsTable, populationTable } from '#shared/analyses/population/table.ts';
import { qualityChecks } from '#shared/analyses/quality/checks.ts';
import { qualityTable } from '#shared/analyses/quality/table.ts';
import { readerCharacteristicsTable } from '#shared/analyses/readers/characteristics.ts';
import { readerPairs } from '#shared/analyses/readers/reader-pairs.ts';
import { recistReadersTable } from '#shared/analyses/readers/recist-readers.ts';
import { readersTable } from '#shared/analyses/readers/table.ts';
import { AgreementTally } from '#shared/analyses/recist/agreement-tally.ts';
import { assessedCourses } from '#shared/analyses/recist/courses.ts';
import { recistAgreementTable } from '#shared/analyses/recist/recist-agreement.ts';
import { RecistTally } from '#shared/analyses/recist/recist-tally.ts';
import { recistTable } from '#shared/analyses/recist/table.ts';
import { subgroupsTable } from '#shared/analyses/subgroups/table.ts';
import { visibilityTables } from '#shared/analyses/visibility/tables.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { type IncludedPatient, includedPatients } from '#shared/study/eligibility.ts';
import type { Study } from '#shared/study/study.ts';

export type LookedThrough = ReturnType<typeof lookThrough>;

/**
 * What is taken from a study: the columns that most tests are of, and the tables that look at its patients and rows
 * themselves. Nothing of it holds a patient or a row: those of a million pairs are some ten million objects, and each
 * garbage collection walks through all that is held; a column is one array, whatever its length.
 */
export function lookThrough(study: Study, settings: StudySettings) {
  const included = includedPatients(study, settings);
  const counted = countedPairs(included);
  const measured = measuredLesions(included, settings);
  const counts = countColumns(counted);
  const measures = measureColumns(measured);
  const { followed, ...tablesOfCourses } = lookThroughCourses(included, { counts, measures }, settings);
  const readBy = readerPairs(included);
  const groups = centreGroups(includedByCentre(study, included), settings);
  return {
    counts,
    pairCentres: centresOf(counted),
    measures,
    lesionCentres: centresOf(measured),
    measuresOnAny: measureColumns(lesionsMeasuredOnAny(included, settings)),
    flow: flowTable(study, settings),
    population: populationTable(included, counted, measured),
    populationSets: populationSetsTable(included, counted, measured),
    missing: missingTable(included, counted, measured),
    subgroups: subgroupsTable(counted, counts, settings),
    dose: doseTable(included, counted),
    ...tablesOfCourses,
    recistReaders: recistReadersTable(readBy, settings),
    readers: readersTable(readBy, settings),
    readerCharacteristics: readerCharacteristicsTable(study, included),
    quality: qualityTable(
      study,
      qualityChecks({ study, included, pairs: counted, lesions: measured, followed }, settings),
      groups,
      settings,
    ),
    visibility: visibilityTables(included, settings),
  };
}

/** One course after the other: what RECIST makes of all of them takes more memory than the study. */
function lookThroughCourses(
  included: readonly IncludedPatient[],
  columns: Pick<PointSources, 'counts' | 'measures'>,
  settings: StudySettings,
) {
  const followed: IncludedPatient[] = [];
  const responses = new RecistTally();
  const agreement = new AgreementTally(settings);
  const changes: CourseChanges[] = [];
  for (const assessed of assessedCourses(included, settings)) {
    followed.push(assessed.course.patient);
    responses.take(assessed);
    agreement.take(assessed);
    changes.push(changesOf(assessed));
  }
  return {
    followed,
    recist: recistTable(responses),
    recistAgreement: recistAgreementTable(agreement),
    points: pointsTable({ ...columns, changes }, settings),
  };
}
