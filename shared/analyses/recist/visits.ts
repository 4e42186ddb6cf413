import { tenths } from '#shared/analyses/measures/measured-lesions.ts';
import type { CalendarDay } from '#shared/calendar.ts';
import type { Modality, SequenceName } from '#shared/protocol/sequences.ts';
import type { Side } from '#shared/protocol/sides.ts';
import type { Reading } from '#shared/study/study.ts';
import type { CountColumn, PairRow } from '#shared/tables/pairs.ts';
import { countOn, type RecistMethod } from './methods.ts';

/*
 * Time (Eisenhauer 2009, 4.4.1: a response is of a time point). A visit is one scan of one modality.
 */

/** One scan of a modality as one reader read it. */
export interface Visit {
  readonly day: CalendarDay;
  /** In order of pair: more than one where the same scan stands in several pairs. */
  readonly readings: readonly Reading[];
}

/** The day of a pair's scan on a modality: its own, whatever the other scan's, and whatever the pair's number. */
export const scanDay = ({ ct_date, mri_date }: PairRow, modality: Modality): CalendarDay =>
  modality === 'ct' ? ct_date : mri_date;

/** A modality's visits in order of its own days. The same scan in two pairs is one visit. */
export function visitsOf(readings: readonly Reading[], modality: Modality): readonly Visit[] {
  const byDay = Map.groupBy(readings, ({ pair }) => scanDay(pair, modality));
  return [...byDay]
    .map(([day, own]) => ({ day, readings: own }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** Of a scan that stands in two pairs, what the first says; where it says nothing, what the next one says. */
function firstSaid<V>(visit: Visit, said: (reading: Reading) => V | null | undefined): V | null {
  for (const reading of visit.readings) {
    const value = said(reading);
    if (value !== null && value !== undefined) return value;
  }
  return null;
}

/** A lesion's diameter on a sequence in tenths of a millimetre; null without a row, and where its cell is blank. */
export const diameterAt = (visit: Visit, lesion: number, sequence: SequenceName): number | null =>
  firstSaid(visit, ({ lesions }) => {
    const row = lesions.find((candidate) => candidate.lesion === lesion);
    return row && tenths(row, sequence);
  });

/** How many lesions a visit counts; null where they could not be counted. */
export const countAt = (visit: Visit, column: CountColumn): number | null =>
  firstSaid(visit, ({ pair }) => pair[column]);

/** How many lesions a method counts at a visit, right and left; null where a side is not known. */
export function wholeCount(visit: Visit, method: RecistMethod): number | null {
  const [right, left] = [countAt(visit, countOn(method, 'right')), countAt(visit, countOn(method, 'left'))];
  return right === null || left === null ? null : right + left;
}

/** A lesion of a visit and the side on which it lies. */
export interface SidedLesion {
  readonly lesion: number;
  readonly side: Side;
}

/** The lesions that at least one of some sequences shows at a visit, by number. */
export function shownAt(visit: Visit, sequences: readonly SequenceName[]): readonly SidedLesion[] {
  const sides = new Map<number, Side>();
  for (const { lesion, side } of visit.readings.flatMap(({ lesions }) => lesions)) {
    if (!sides.has(lesion)) sides.set(lesion, side);
  }
  return [...sides]
    .map(([lesion, side]) => ({ lesion, side }))
    .filter(({ lesion }) => sequences.some((sequence) => (diameterAt(visit, lesion, sequence) ?? 0) > 0))
    .toSorted((a, b) => a.lesion - b.lesion);
}
