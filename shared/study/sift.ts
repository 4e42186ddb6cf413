import type { PatientRow } from '#shared/tables/patients.ts';
import type { Reading, ScreenedPatient } from './study.ts';
import { those } from './those.ts';

interface Named<Reason extends string> {
  readonly reason: Reason;
}

/** Leaves out patients, with all their pairs. */
export interface PatientRule<Reason extends string = string> extends Named<Reason> {
  readonly excludes: (patient: PatientRow) => boolean;
}

/** Leaves out pairs, and with his last pair a patient. */
export interface PairRule<Reason extends string = string> extends Named<Reason> {
  /** Of the readings that a patient has left, those that stay. */
  readonly keeps: (readings: readonly Reading[]) => readonly Reading[];
}

/** Leaves out patients of whom nothing was sent that the study could look at; it speaks of no pair. */
export interface NothingSentRule<Reason extends string = string> extends Named<Reason> {
  readonly findsNothing: (screened: ScreenedPatient) => boolean;
}

export type Rule<Reason extends string = string> =
  | PatientRule<Reason>
  | PairRule<Reason>
  | NothingSentRule<Reason>;

/** A rule that decides on each reading without looking at the patient's others. */
export const eachThat =
  (stays: (reading: Reading) => boolean): PairRule['keeps'] =>
  (readings) =>
    those(readings, stays);

/** One for all patients of whom nothing is left out: an empty map takes as much memory as four rows. */
const NOTHING: ReadonlyMap<never, number> = new Map<never, number>();

export interface Sifted<Reason extends string> {
  /** The rule that left the patient out; undefined for a patient who stays. */
  readonly reason: Reason | undefined;
  readonly kept: readonly Reading[];
  /** How many readings each rule left out, one rule for a reading. */
  readonly leftOut: ReadonlyMap<Reason, number>;
}

/**
 * Puts a patient through rules, one after the other. Every pair is left out by the first rule that applies to it;
 * a patient by the first rule that excludes him or leaves him no pair. So after each rule the pairs that are left
 * are those of the patients who are left, and at every step patients and pairs add up.
 */
export function sift<Reason extends string>(
  rules: readonly Rule<Reason>[],
  screened: ScreenedPatient,
  readings: readonly Reading[],
): Sifted<Reason> {
  let leftOut: Map<Reason, number> | undefined;
  let left = readings;
  for (const rule of rules) {
    const excluded = excludes(rule, screened);
    const kept = 'keeps' in rule ? rule.keeps(left) : excluded ? [] : left;
    if (kept.length < left.length) {
      leftOut ??= new Map();
      leftOut.set(rule.reason, left.length - kept.length);
    }
    if (excluded || ('keeps' in rule && kept.length === 0)) {
      return { reason: rule.reason, kept: [], leftOut: leftOut ?? NOTHING };
    }
    left = kept;
  }
  return { reason: undefined, kept: left, leftOut: leftOut ?? NOTHING };
}

function excludes(rule: Rule, screened: ScreenedPatient): boolean {
  if ('excludes' in rule) return rule.excludes(screened.patient);
  return 'findsNothing' in rule && rule.findsNothing(screened);
}
