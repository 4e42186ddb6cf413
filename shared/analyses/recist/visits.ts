import { tenths } from '#shared/analyses/measures/measured-lesions.ts';
import type { CalendarDay } from '#shared/calendar.ts';
import type { Modality, SequenceName } from '#shared/protocol/sequences.ts';
import type { Side } from '#shared/protocol/sides.ts';
import type { Reading } from '#shared/study/study.ts';
import type { LesionRow } from '#shared/tables/lesions.ts';
import type { CountColumn, PairRow } from '#shared/tables/pairs.ts';
import { countOn, type RecistMethod } from './methods.ts';

/*
 * Time (Eisenhauer 2009, 4.4.1: a response is of a time point). A visit is one scan of one modality.
 */

/** A lesion of a visit and the side on which it lies. */
export interface VisitLesion {
  readonly lesion: number;
  readonly side: Side;
  /** In order of pair: more than one where the same scan stands in several pairs. */
  readonly rows: readonly LesionRow[];
}

/** One scan of a modality as one reader read it. */
export interface Visit {
  readonly day: CalendarDay;
  /** In order of pair, as the rows of a lesion are. */
  readonly readings: readonly Reading[];
  /** In order of number. */
  readonly lesions: readonly VisitLesion[];
}

/** The day of a pair's scan on a modality: its own, whatever the other scan's, and whatever the pair's number. */
export const scanDay = ({ ct_date, mri_date }: PairRow, modality: Modality): CalendarDay =>
  modality === 'ct' ? ct_date : mri_date;

/**
 * Each modality's visits in order of its own days. The same scan in two pairs is one visit; a pair whose scans are in no
 * other is a visit of the same lesions on both, put together once.
 */
export function visitsByModality(readings: readonly Reading[]): Readonly<Record<Modality, readonly Visit[]>> {
  const alone = new Map(readings.map((reading) => [reading, lesionsOf([reading])]));
  const on = (modality: Modality) =>
    [...Map.groupBy(readings, ({ pair }) => scanDay(pair, modality))]
      .map(([day, own]) => {
        const [first, ...others] = own;
        const lesions = first !== undefined && others.length === 0 ? alone.get(first) : undefined;
        return { day, readings: own, lesions: lesions ?? lesionsOf(own) };
      })
      .toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return { mri: on('mri'), ct: on('ct') };
}

function lesionsOf(readings: readonly Reading[]): readonly VisitLesion[] {
  const rows = readings.flatMap(({ lesions }) => lesions);
  return [...Map.groupBy(rows, ({ lesion }) => lesion)]
    .flatMap(([lesion, own]) => {
      const [first] = own;
      return first === undefined ? [] : [{ lesion, side: first.side, rows: own }];
    })
    .toSorted((a, b) => a.lesion - b.lesion);
}

/** Of a scan that stands in two pairs, what the first says; where it says nothing, what the next one says. */
function firstSaid<T>(sources: readonly T[], said: (source: T) => number | null): number | null {
  for (const source of sources) {
    const value = said(source);
    if (value !== null) return value;
  }
  return null;
}

const diameterOf = ({ rows }: VisitLesion, sequence: SequenceName): number | null =>
  firstSaid(rows, (row) => tenths(row, sequence));

/** A lesion's diameter on a sequence in tenths of a millimetre; null without a row, and where its cell is blank. */
export function diameterAt(visit: Visit, lesion: number, sequence: SequenceName): number | null {
  const found = visit.lesions.find((candidate) => candidate.lesion === lesion);
  return found === undefined ? null : diameterOf(found, sequence);
}

/** How many lesions a visit counts; null where they could not be counted. */
export const countAt = (visit: Visit, column: CountColumn): number | null =>
  firstSaid(visit.readings, ({ pair }) => pair[column]);

/** How many lesions a method counts at a visit, right and left; null where a side is not known. */
export function wholeCount(visit: Visit, method: RecistMethod): number | null {
  const [right, left] = [countAt(visit, countOn(method, 'right')), countAt(visit, countOn(method, 'left'))];
  return right === null || left === null ? null : right + left;
}

/** The lesions that at least one of some sequences shows at a visit, by number. */
export const shownAt = (visit: Visit, sequences: readonly SequenceName[]): readonly VisitLesion[] =>
  visit.lesions.filter((lesion) => sequences.some((sequence) => (diameterOf(lesion, sequence) ?? 0) > 0));
