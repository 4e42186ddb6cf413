import { type Manifest, manifestSchema } from '#shared/publication/manifest.ts';

type Input = Manifest['inputs'][number];

/** An input by its centre and name. */
export const inputOf = (name: string, own: Partial<Input> = {}): Input => ({
  centre: name.split('/')[0] ?? '',
  key: `uploads/${name}`,
  table: 'pairs',
  versionId: 'v1',
  sha256: 'digest',
  rows: 3,
  at: '2026-11-24T00:00:00.000Z',
  generation: '',
  ...own,
});

/** A manifest with these fields, the others as of an empty study. */
export const manifestFor = (own: Partial<Manifest> = {}): Manifest =>
  manifestSchema.parse({
    id: '0'.repeat(32),
    codeVersion: '1.0.0+0123456789ab',
    rVersion: '4.2.2',
    protocol: { fewestPatientsShown: 5 },
    computedAt: '2026-11-24T00:00:00.000Z',
    milliseconds: 1,
    inputs: [],
    missing: [],
    patients: { screened: 0, included: 0, excluded: [] },
    orphans: { pairs: 0, lesions: 0 },
    tables: [],
    ...own,
  });
