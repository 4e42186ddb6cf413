import { describe, expect, it } from 'vitest';
import { listResults } from '#cdk/commands/listed-results.ts';
import { listedResultLines } from '#cdk/commands/listed-results-text.ts';
import { manifestText } from '#shared/publication/manifest.ts';
import { inputOf, manifestFor } from '#test/publication/comparison/manifests.ts';
import { bucketWith } from './bucket-in-memory.ts';

const [A, B, C] = ['a', 'b', 'c'].map((digit) => digit.repeat(32));
const inFrench = ({ fr }: { readonly fr: string }) => fr;

const FIRST = manifestFor({
  id: B ?? '',
  computedAt: '2026-11-01T10:00:00.000Z',
  inputs: [inputOf('rouen/pairs.csv'), inputOf('caen/patients.csv', { table: 'patients', rows: 9 })],
  patients: { screened: 9, included: 7, excluded: [] },
});
const SECOND = manifestFor({
  id: A ?? '',
  computedAt: '2026-11-02T10:00:00.000Z',
  codeVersion: '1.1.0+ba9876543210',
  protocol: { fewestPatientsShown: 3 },
  inputs: [inputOf('rouen/pairs.csv', { versionId: 'v2', rows: 4 })],
  pending: [{ centre: 'caen', key: 'uploads/caen/patients.csv', reason: 'rows_lost' }],
});
const { bucket } = bucketWith({
  [`results/${A}/manifest.json`]: manifestText(SECOND),
  [`results/${B}/manifest.json`]: manifestText(FIRST),
  [`results/${A}/tables.json`]: '{}',
  [`results/${C}/counts.csv`]: '',
  'results/latest.json': JSON.stringify({ id: A, publishedAt: '', manifest: '', tables: [] }),
  'results/frozen/article.json': JSON.stringify({ name: 'article', id: B, at: '', by: 'x', why: 'y' }),
});

describe('the list of results', () => {
  it('has the newest first, each against the one before it, and those that are not complete', async () => {
    const { results, incomplete } = await listResults(bucket);
    expect(results.map(({ id }) => id)).toEqual([A, B]);
    expect(results[1]).toMatchObject({
      files: 2,
      rows: { patients: 9, pairs: 3, lesions: 0 },
      patients: { screened: 9, included: 7 },
      latest: false,
      cleared: true,
      frozen: ['article'],
      changes: null,
    });
    expect(results[0]).toMatchObject({ latest: true, cleared: false, frozen: [], changes: { against: B } });
    expect(results[0]?.changes?.inputs.map(({ change }) => change)).toEqual(['removed', 'replaced']);
    expect(incomplete).toEqual([C]);
  });

  it('says all that to people', async () => {
    expect(listedResultLines(await listResults(bucket), inFrench)).toEqual([
      `${A}  2026-11-02 10:00 UTC  1.1.0+ba9876543210  ← le dernier`,
      '  1 fichier(s) ; 0 patients inclus sur 0 ; 4 lignes de couples, 0 de lésions',
      '  ! uploads/caen/patients.csv (des lignes manquent dans la base)',
      '    − uploads/caen/patients.csv (retiré, 9 lignes)',
      '    ~ uploads/rouen/pairs.csv (remplacé, 3 → 4 lignes)',
      '    réglage fewestPatientsShown 5 → 3',
      '    fichiers en attente, laissés de côté : 0 → 1',
      '    code 1.0.0+0123456789ab → 1.1.0+ba9876543210',
      '',
      `${B}  2026-11-01 10:00 UTC  1.0.0+0123456789ab  ← allégé : reproduce le recalcule  ← figé : article`,
      '  2 fichier(s) ; 7 patients inclus sur 9 ; 3 lignes de couples, 0 de lésions',
      '',
      `${C}  incomplet : un calcul l’écrit, ou a été interrompu`,
    ]);
  });

  it('says that there is none', async () => {
    expect(listedResultLines(await listResults(bucketWith().bucket), inFrench)).toEqual([
      'Aucun résultat n’est publié.',
    ]);
  });
});
