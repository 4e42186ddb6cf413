import { centreGroups, includedByCentre } from '#shared/analyses/centres/centre-groups.ts';
import { centresTable } from '#shared/analyses/centres/table.ts';
import { countColumns } from '#shared/analyses/counts/count-columns.ts';
import { countedPairs } from '#shared/analyses/counts/counted-pairs.ts';
import { doseTable } from '#shared/analyses/dose/table.ts';
import { flowTable } from '#shared/analyses/flow/table.ts';
import { measureColumns } from '#shared/analyses/measures/measure-columns.ts';
import { lesionsMeasuredOnAny, measuredLesions } from '#shared/analyses/measures/measured-lesions.ts';
import { type PointSources, pointsTable } from '#shared/analyses/points/table.ts';
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
    measures,
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
    centres: centresTable({ pairs: counted, counts, lesions: measured, measures }, settings),
    quality: qualityTable(
      study,
      qualityChecks({ study, included, pairs: counted, lesions: measured, followed }, settings),
      groups,
      settings,
    ),
    visibility: visibilityTables(included, settings),
  };
}

/** In a function of its own: what RECIST makes of courses takes as much memory as the study, and is let go when it ends. */
function lookThroughCourses(
  included: readonly IncludedPatient[],
  columns: Pick<PointSources, 'counts' | 'measures'>,
  settings: StudySettings,
) {
  const courses = recistCourses(included);
  const assessed = assessCourses(courses, settings);
  return {
    followed: courses.map(({ patient }) => patient),
    recist: recistTable(assessed),
    recistAgreement: recistAgreementTable(assessed, settings),
    points: pointsTable({ ...columns, courses: assessed }, settings),
  };
}
