import { describe, expect, it } from 'vitest';
import { RECIST_METHODS } from '#shared/analyses/recist/methods.ts';
import { writtenPatient } from '#test/study/written-patient.ts';
import { answersBy, writtenCourses } from './written-courses.ts';

/* Each line is a course and what RECIST says of it: how a line is read stands in `test/study/written-patient.ts`. */

type Line = readonly [course: string, answers: string];

/** The same on every method, as every sequence shows the same. */
const check = (lines: readonly Line[]) =>
  it.each(lines)('%s: %s', (course, answers) => {
    const courses = writtenCourses(writtenPatient(course));
    expect(RECIST_METHODS.map(({ name }) => [name, answersBy(courses, name)])).toEqual(
      RECIST_METHODS.map(({ name }) => [name, answers]),
    );
  });

describe('who is assessed: a target at the first of two scans', () => {
  check([
    ['1=30', 'no follow-up'],
    ['1=10 → 1=10', 'SD not growing'],
    ['1=9.9 → 1=30', 'no target'],
    ['(1+0) → 1=30 → 1=30', 'no target'],
    ['(not countable) → 1=30 → 1=30', 'no target'],
  ]);
});

describe('response and progression of the targets', () => {
  check([
    // 30 % down from baseline, and a tenth of a millimetre less.
    ['1=50 → 1=35', 'PR'],
    ['1=50 → 1=35.1', 'SD not growing'],
    // 20 % and 5 mm up.
    ['1=24 → 1=28.8', 'SD slow'],
    ['1=24 → 1=29', 'PD (growth, burden)'],
    ['1=25 → 1=30', 'PD (growth, burden)'],
    ['1=25 → 1=29.9', 'SD slow'],
    ['1=10 → 1=14.9', 'SD faster'],
    ['1=10 → 1=15', 'PD (growth, burden)'],
    ['1=100 → 1=119.9', 'SD slow'],
    ['1=100 → 1=120', 'PD (growth, burden)'],
    // From the nadir, even below the baseline.
    ['1=50 → 1=30 → 1=36', 'PR → PD (growth, burden)'],
    ['1=50 → 1=30 → 1=35.9', 'PR → SD slow'],
    ['1=50 → 1=30 → 1=34', 'PR → PR'],
    ['1=23 → 1=16.1', 'PR'],
    // Two targets at most, the largest; the third lesion counts with the others.
    ['1=12 2=40 3=30 → 1=16 2=40 3=30', 'SD not growing'],
    ['1=12 2=40 3=30 → 1=30 2=40 3=30', 'PD (burden)'],
  ]);
});

describe('a target without a diameter', () => {
  check([
    // Under 5 mm it counts what it has.
    ['1=12 → 1=3 → 1=7.9', 'PR → PR'],
    ['1=12 → 1=3 → 1=8', 'PR → PD (growth, burden)'],
    // Gone: a row with 0, a side on which nothing is counted, or nothing beyond what is measured.
    ['1=12 2=14 → 1=12 2=0', 'PR'],
    ['1=12 2=14 → 1=12 (1+0)', 'PR'],
    ['1=12 3=14 → 1=12 (1+0)', 'PR'],
    // The row decides, whatever is counted.
    ['1=12 3=14 → 1=12 3=0 (2+0)', 'PR'],
    // Present, too small to measure: no row or a blank though more are counted than measured.
    ['1=12 → (1+0)', 'PR, 5 mm'],
    ['1=12 → 1=? (1+0)', 'PR, 5 mm'],
    ['1=12 → (1+0) → 1=7', 'PR, 5 mm → PR'],
    ['1=12 → (1+0) → 1=9.9', 'PR, 5 mm → SD faster'],
    ['1=12 → (1+0) → 1=10', 'PR, 5 mm → PD (growth, burden)'],
    ['1=12 3=20 → 3=20 (2+0)', 'SD not growing, 5 mm'],
    ['1=13 3=15 → 1=13 (2+0)', 'PR, 5 mm'],
    // What the other side counts says nothing of this one.
    ['1=12 → (0+1)', 'PR'],
    // Four others are measured: there was room for it. Five others: it may only not be among the five largest.
    ['1=30 3=20 (5+0) → 3=20 5=19 7=18 9=17 (5+0)', 'PR, 5 mm'],
    ['1=30 3=20 (6+0) → 3=20 5=19 7=18 9=17 11=16 (6+0)', 'NE'],
    ['1=30 3=20 (6+0) → 3=20 5=19 7=18 9=17 11=16 (5+0)', 'PR'],
    // It could not be counted, or the reader says that it cannot be measured.
    ['1=20 → (not countable)', 'NE'],
    ['1=20 → 1=20 (not countable)', 'SD not growing'],
    ['1=20 → (1+0) blurred', 'NE'],
    ['1=20 → (not countable) → 1=20', 'NE → SD not growing'],
    // A target that is not evaluable leaves the nadir alone, and the others may decide without it.
    ['1=30 2=20 → 2=4 (not countable) → 1=30 2=20', 'NE → SD not growing'],
    ['1=20 2=20 → 1=50 (not countable)', 'PD (growth, burden)'],
  ]);
});

describe('a new lesion', () => {
  check([
    ['1=40 → 1=40 2=6', 'PD (new lesion)'],
    ['1=40 → 1=40 3=6', 'PD (new lesion)'],
    // As many were counted there and not measured: not new. One more: new.
    ['1=30 (1+1) → 1=30 2=7 (1+1)', 'SD not growing'],
    ['1=40 (1+2) → 1=40 2=6 4=6 (1+2)', 'SD not growing'],
    ['1=40 (1+2) → 1=40 2=6 4=6 6=6 (1+3)', 'PD (new lesion)'],
    // What the other side counted is not there.
    ['1=40 (3+0) → 1=40 2=6 (1+1)', 'PD (new lesion)'],
    // An earlier visit is enough; what it counted is used up by what was measured since.
    ['1=40 → 1=40 (1+1) → 1=40 2=6 (1+1)', 'SD not growing, more counted → SD not growing'],
    ['1=40 (3+0) → 1=40 3=9 (3+0) → 1=40 3=9 5=8 (3+0)', 'SD not growing → SD not growing'],
    ['1=40 (3+0) → 1=40 3=9 (3+0) → 1=40 3=9 5=8 7=8 (4+0)', 'SD not growing → PD (new lesion)'],
    // It is new as long as it is there.
    ['1=40 → 1=40 2=6 → 1=40 2=6 → 1=40', 'PD (new lesion) → PD (new lesion) → SD not growing'],
    // A number that was seen before is none.
    ['1=40 2=6 → 1=40 → 1=40 2=6', 'SD not growing → SD not growing'],
    ['1=40 → 1=40 2=0 (1+0)', 'SD not growing'],
    // Nobody could count what was there before.
    ['1=40 (not countable) → 1=40 2=6', 'SD not growing, new unclear'],
    ['1=40 → 1=40 (not countable) → 1=40 2=6', 'SD not growing → SD not growing, new unclear, more counted'],
    ['1=40 (1+1) → 1=40 (not countable) → 1=40 2=6', 'SD not growing → SD not growing'],
    // A count that rises by itself.
    ['1=30 → 1=30 (9+0)', 'SD not growing, more counted'],
    ['1=30 (9+0) → 1=30 → 1=30 (9+0)', 'SD not growing → SD not growing'],
    ['1=30 → 1=36 (9+0)', 'PD (growth, burden)'],
  ]);
});

describe('the sum of all measured lesions', () => {
  check([
    // 40 + 30 + 12 + 10 = 92 mm: 20 % more is 110.4.
    ['1=40 2=30 3=12 4=10 → 1=40 2=30 3=20 4=20.3', 'SD not growing'],
    ['1=40 2=30 3=12 4=10 → 1=40 2=30 3=20 4=20.4', 'PD (burden)'],
    // 5 mm as well as 20 %: 10 + 10 + 4 mm.
    ['1=10 2=10 3=4 → 1=10 2=10 3=8.9', 'SD not growing'],
    ['1=10 2=10 3=4 → 1=10 2=10 3=9', 'PD (burden)'],
    // Over its own nadir: 40 + 40 + 30, then 40 + 40 + 10.
    ['1=40 2=40 3=30 → 1=40 2=40 3=10 → 1=40 2=40 3=27', 'SD not growing → SD not growing'],
    ['1=40 2=40 3=30 → 1=40 2=40 3=10 → 1=40 2=40 3=28', 'SD not growing → PD (burden)'],
    // Counted and not measured: as large as the smallest that is, not 0.
    ['1=40 2=40 3=30 → 1=40 2=40 (2+1) → 1=40 2=40 3=30', 'SD not growing → SD not growing'],
    ['1=40 2=40 3=30 → 1=40 2=40 → 1=40 2=40 3=30 (2+1)', 'SD not growing → PD (burden)'],
    // But never larger than it was, so that what was not measured does not grow.
    ['1=40 2=40 3=10 → 1=40 2=40 (2+1)', 'SD not growing'],
    // As many as are counted: one of the two was gone.
    ['1=40 2=40 3=30 5=30 → 1=40 2=40 (2+1) → 1=40 2=40 3=30 5=30', 'SD not growing → PD (burden)'],
    ['1=40 2=40 3=30 5=30 → 1=40 2=40 (3+1) → 1=40 2=40 3=30 5=30', 'SD not growing → SD not growing'],
    // Of 30 and 20 mm, of which one is still counted, the larger: 110 mm, of which 130 is not 20 % more.
    ['1=40 2=40 3=30 5=20 → 1=40 2=40 (2+1) → 1=40 2=40 3=30 5=20', 'SD not growing → SD not growing'],
    // Where the others could not be counted there is no sum to compare with.
    ['1=40 2=40 3=10 → 1=40 2=40 (not countable) → 1=40 2=40 3=20', 'SD not growing → SD not growing'],
  ]);
});

describe('a complete response', () => {
  check([
    ['1=12 → (0+0)', 'CR'],
    ['1=12 → 1=0', 'CR'],
    // Only when no lesion is counted at all.
    ['1=12 → 1=0 (0+1)', 'PR'],
    ['1=12 → 1=0 (1+0)', 'PR'],
    ['1=30 2=20 3=12 → 3=6', 'PR'],
    ['1=12 → 1=0 (not countable)', 'PR'],
    // After it anything back is progression, in lesions or in counts, as long as it is there.
    ['1=30 3=25 5=8 → (0+0) → 5=8', 'CR → PD (burden, return)'],
    ['1=12 → (0+0) → 1=4', 'CR → PD (return)'],
    ['1=12 → (0+0) → (0+1) → (0+0)', 'CR → PD (return) → CR'],
    ['1=12 → (0+0) → (0+1) → (0+1)', 'CR → PD (return) → PD (return)'],
    ['1=12 → (0+0) → (0+0)', 'CR → CR'],
    ['1=12 → (0+0) → (not countable)', 'CR → NE'],
    // A partial response is none.
    ['1=12 → 1=0 (0+1) → 1=4 (1+0)', 'PR → PR'],
  ]);
});

describe('the reader’s own judgement', () => {
  check([
    ['1=20 → 1=10 non-target progression', 'PD (judgement)'],
    ['1=20 → 1=20 new lesion elsewhere', 'PD (judgement)'],
    ['1=20 → (not countable) new lesion elsewhere', 'PD (judgement)'],
    ['1=20 non-target progression → 1=20', 'SD not growing'],
  ]);
});

describe('stable disease', () => {
  check([
    ['1=20 → 1=20', 'SD not growing'],
    ['1=20 → 1=20.1', 'SD slow'],
    // 20 % in just a year, and in a day less.
    ['1=20 → day 365 1=24', 'SD slow'],
    ['1=20 → day 364 1=24', 'SD faster'],
    ['1=20 → day 730 1=24.9', 'SD slow'],
    // From the nadir and its day, even below the baseline.
    ['1=20 → day 100 1=16 → day 465 1=19.2', 'SD not growing → SD slow'],
    ['1=20 → day 101 1=16 → day 465 1=19.2', 'SD not growing → SD faster'],
    // The nadir's first day, where it is reached twice.
    ['1=20 → day 100 1=16 → day 200 1=16 → day 465 1=19.2', 'SD not growing → SD not growing → SD slow'],
    // What is progression is never slow as well.
    ['1=100 → day 730 1=120', 'PD (growth, burden)'],
  ]);
});
