import type { Figure } from '#shared/statistics/figure.ts';
import { missing } from '#shared/statistics/figure.ts';
import { RunningMean } from '#shared/statistics/running-mean.ts';
import type { FollowUp } from './assessment.ts';
import { AVERAGED_SUMS, type AveragedSum, isComplete } from './averaged-sums.ts';
import { COUNTED_KINDS, type CountedKind } from './counted-kinds.ts';

/** What a method says at a time point, added up patient by patient: no follow-up is kept. */
export class TimePointTally {
  /** With a target, and without one. */
  patients = 0;
  withoutTarget = 0;
  followUps = 0;
  /** Follow-ups with a complete sum, and the patients who have one. */
  sums = 0;
  patientsWithSum = 0;
  readonly #counts = new Map(COUNTED_KINDS.map((kind) => [kind, 0]));
  readonly #means = new Map(AVERAGED_SUMS.map((averaged) => [averaged, new RunningMean()]));

  /** @param followUps of one patient, those at the time point: one or more; null of one without a target. */
  take(followUps: readonly FollowUp[] | null): void {
    if (followUps === null) {
      this.withoutTarget += 1;
      return;
    }
    this.patients += 1;
    this.followUps += followUps.length;
    for (const [kind, count] of this.#counts) {
      this.#counts.set(kind, count + followUps.filter(kind.is).length);
    }
    const complete = followUps.filter(isComplete);
    if (complete.length === 0) return;
    this.sums += complete.length;
    this.patientsWithSum += 1;
    // Each patient's is the mean over his follow-ups.
    for (const [{ of }, mean] of this.#means) {
      mean.add(complete.reduce((sum, each) => sum + of(each), 0) / complete.length);
    }
  }

  count(kind: CountedKind): number {
    return this.#counts.get(kind) ?? 0;
  }

  /** The mean over patients; that of one patient would be his own course. */
  mean(averaged: AveragedSum): Figure {
    if (this.patientsWithSum === 1) return missing('too_few_patients');
    return this.#means.get(averaged)?.mean() ?? missing('no_observation');
  }
}
