import type { AssessedCourse } from './courses.ts';
import { RECIST_METHODS, type RecistMethodName } from './methods.ts';
import { TimePointTally } from './time-point-tally.ts';
import { type TimePoint, timePoints } from './time-points.ts';

/** What a method says of all courses at a time point. */
export interface RecistRow {
  readonly method: RecistMethodName;
  readonly timePoint: TimePoint['name'];
  readonly tally: TimePointTally;
}

/** What every method says of all courses, added up course by course. */
export class RecistTally {
  /** Of each method, in order of the time points. */
  readonly #tallies = new Map(RECIST_METHODS.map(({ name }) => [name, [] as TimePointTally[]]));
  #longest = 0;

  take({ by }: AssessedCourse): void {
    for (const { method, visits, followUps } of by) {
      const tallies = this.#tallies.get(method.name);
      const length = visits.length - 1;
      if (tallies === undefined || length < 1) continue;
      this.#longest = Math.max(this.#longest, length);
      for (const [position, timePoint] of timePoints(length).entries()) {
        const tally = tallies[position] ?? new TimePointTally();
        tallies[position] = tally;
        tally.take(followUps && timePoint.of(followUps));
      }
    }
  }

  /** For every method, each time point that a course reaches on either modality. */
  rows(): readonly RecistRow[] {
    return [...this.#tallies].flatMap(([method, tallies]) =>
      timePoints(this.#longest).map(({ name }, position) => ({
        method,
        timePoint: name,
        tally: tallies[position] ?? new TimePointTally(),
      })),
    );
  }
}
