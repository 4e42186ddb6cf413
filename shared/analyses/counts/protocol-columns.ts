import { ACQUISITION_SETS, type AcquisitionSet } from '#shared/protocol/acquisition-sets.ts';
import { MODALITY_TITLES } from '#shared/protocol/sequences.ts';
import { type ColumnDefinition, coded } from '#shared/publication/result-table.ts';
import { entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';

/** The acquisitions that are asked for together, and each alone. */
export const PROTOCOLS = vocabulary<string>(
  'protocol',
  ACQUISITION_SETS.map(({ name, title }) => ({ code: name, title })),
);
const MODALITIES = vocabulary('modality', entriesOf(MODALITY_TITLES));

/** The acquisitions that a row speaks of, and their modality. */
export const protocolColumns: readonly ColumnDefinition<{ readonly set: AcquisitionSet }>[] = [
  coded('modality', { fr: 'modalité', en: 'modality' }, MODALITIES, ({ set }) => set.modality),
  coded('protocol', { fr: 'protocole', en: 'protocol' }, PROTOCOLS, ({ set }) => set.name),
];
