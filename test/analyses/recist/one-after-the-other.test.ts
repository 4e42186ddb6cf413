import { describe, expect, it } from 'vitest';
import { changesOf } from '#shared/analyses/points/change-rows.ts';
import { AgreementTally } from '#shared/analyses/recist/agreement-tally.ts';
import { type AssessedCourse, assessedCourses } from '#shared/analyses/recist/courses.ts';
import { RecistTally } from '#shared/analyses/recist/recist-tally.ts';
import { type IncludedPatient, includedPatients } from '#shared/study/eligibility.ts';
import { expectLetGo, notHeld } from '#test/analyses/let-go.ts';
import { studyOf } from '#test/analyses/study-columns.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { writtenPatient } from '#test/study/written-patient.ts';

const included = () =>
  includedPatients(
    studyOf(['1=30 → 1=20', '1=30 → 1=40', '1=30 → 1=30'].map((course) => writtenPatient(course))),
    SETTINGS,
  );

/* A million pairs have 300,000 courses: together they would take more memory than all that a study has sent. */
describe('the courses of a study', () => {
  it('are each assessed when it is asked for', () => {
    let looked = 0;
    function* patients(): Generator<IncludedPatient> {
      for (const patient of included()) {
        looked += 1;
        yield patient;
      }
    }
    const courses = assessedCourses(patients(), SETTINGS);
    expect(courses.next().done).toBe(false);
    expect(looked).toBe(1);
    expect([...courses]).toHaveLength(2);
  });

  it('are held by nothing that is taken from them', async () => {
    const taken = () => {
      const responses = new RecistTally();
      const agreement = new AgreementTally(SETTINGS);
      const courses = [...assessedCourses(included(), SETTINGS)];
      const changes = courses.map((course: AssessedCourse) => {
        responses.take(course);
        agreement.take(course);
        return changesOf(course);
      });
      const [course] = courses;
      const [method] = course?.by ?? [];
      const [followUp] = method?.followUps ?? [];
      if (course === undefined || method === undefined || followUp === undefined) {
        throw new Error('there is no course');
      }
      return { responses, agreement, changes, objects: notHeld({ course, method, followUp }) };
    };
    const { responses, agreement, changes, objects } = taken();
    await expectLetGo(objects);
    const [mri] = responses.rows();
    expect([mri?.tally.followUps, agreement.rows()[0]?.rated, changes.length]).toEqual([3, 3, 3]);
  });
});
