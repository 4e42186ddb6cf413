import { ACQUISITION_SETS } from '#shared/protocol/acquisition-sets.ts';
import { SEQUENCE_NAMES, type SequenceName } from '#shared/protocol/sequences.ts';

/*
 * What is counted on the drawing of twelve-lesions.ts, whose lesions are numbered here from 1 to 12 as they stand there,
 * line by line; the eighth is benign.
 */
const SEEN = [
  ...['YYYYYY', 'NYYNNN', 'NYNNNN', 'YYYYYY', 'YYYYNY', 'NNYYNN'],
  ...['NNNNYN', 'YNYNYY', 'YY--YY', 'YYNNNY', 'NNNNNN', 'YYYYYY'],
];
const PATIENT = [1, 1, 1, 2, 2, 3, 3, 3, 4, 5, 5, 6];
const PAIR = [1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1];
export const GROUPS: Readonly<Record<string, readonly number[]>> = {
  whole: [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12],
  right: [1, 2, 4, 5, 9, 11, 12],
  left: [3, 6, 7, 10],
  segment_II: [3, 10],
  segment_III: [6],
  segment_IVb: [7],
  segment_VI: [2, 12],
  segment_VII: [4, 5],
  segment_VIII: [1, 9],
  segment_not_known: [11],
  under_5: [3, 7],
  '5_9': [2, 6, 10],
  '10_19': [1, 9],
  '20_or_more': [4, 5, 12],
  size_not_known: [11],
};

/** What the letters say of a lesion on some sequences together. */
export function shows(lesion: number, members: readonly SequenceName[]): string {
  const letters = members.map((name) => SEEN[lesion - 1]?.[SEQUENCE_NAMES.indexOf(name)]);
  if (letters.includes('Y')) return 'Y';
  return letters.includes('-') ? '-' : 'N';
}
export const membersOf = (set: string | null): readonly SequenceName[] =>
  ACQUISITION_SETS.find(({ name }) => name === set)?.members ?? [];
export const patientsOf = (lesions: readonly number[]): number =>
  new Set(lesions.map((lesion) => PATIENT[lesion - 1])).size;

/** The lesions of one side of one pair, for each that has any. */
export const byPlace = (lesions: readonly number[]): readonly (readonly number[])[] => [
  ...Map.groupBy(lesions, (lesion) =>
    [PATIENT[lesion - 1], PAIR[lesion - 1], GROUPS['right']?.includes(lesion)].join(),
  ).values(),
];

/** Of each patient a sum over his lesions. */
export const byPatient = (lesions: readonly number[], value: (lesion: number) => number): readonly number[] =>
  [...Map.groupBy(lesions, (lesion) => PATIENT[lesion - 1]).values()].map((own) =>
    own.reduce((sum, lesion) => sum + value(lesion), 0),
  );
