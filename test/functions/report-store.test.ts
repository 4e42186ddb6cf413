import { describe, expect, it } from 'vitest';
import { NOTHING_TO_ANNOTATE, reportWriter, type StoredReport } from '#functions/ingest/report-store.ts';
import { withdrawalReport } from '#shared/reports/report.ts';

const UPLOAD = 'uploads/rouen/pairs.csv';

/** The annotated file that is written beside a report without text to annotate, after these parts of one before. */
async function annotatedAfter(etags: StoredReport['etags']): Promise<string | undefined> {
  const written = new Map<string, string>();
  const write = reportWriter(async ({ key, body }) => {
    written.set(key, String(body));
    return { etag: key };
  });
  const report = withdrawalReport(UPLOAD, '2026-11-25T03:00:00.000Z');
  await write({ report, isFinal: true }, etags);
  return written.get('reports/rouen/pairs.csv.annotated.csv');
}

describe('where there is no text to annotate', () => {
  it('nothing is written where no report stood before', async () => {
    expect(await annotatedAfter({ json: null, text: null, annotated: null })).toBeUndefined();
  });

  it.each([
    ['an annotated file', { json: 'j', text: 't', annotated: 'a' }],
    [
      'the beginning of a report, whose run may still be writing one',
      { json: null, text: 't', annotated: null },
    ],
  ])('a line says so in the place of %s', async (_, etags) => {
    expect(await annotatedAfter(etags)).toBe(NOTHING_TO_ANNOTATE);
  });
});
