import { type CountedName, type Modality, type SequenceName, TOTALS } from '#shared/protocol/sequences.ts';

/** The sequences of one that is counted, a sequence’s own or all of a total’s modality, and that modality. */
export function sequencesOf(name: CountedName): {
  readonly sequences: readonly SequenceName[];
  readonly modality: Modality;
} {
  const total = TOTALS.find((one) => one.name === name);
  const own = TOTALS.find(({ sequences }) => sequences.some((sequence) => sequence === name));
  if (total !== undefined) return total;
  if (own === undefined) throw new Error(`${name} is of no modality`);
  return { sequences: own.sequences.filter((sequence) => sequence === name), modality: own.modality };
}
