import { type Report, reportOn } from '#shared/reports/report.ts';
import type { Bytes } from '#test/validation/csv-file.ts';
import { examined } from '#test/validation/examined.ts';

/** The report on a file of Rouen, with what else its verdict knows. */
export const reportOf = (
  bytes: Bytes,
  more: Partial<Pick<Report, 'entering' | 'changes' | 'stillInForce' | 'refusedSince'>> = {},
): Report =>
  reportOn({
    file: 'uploads/rouen/pairs.csv',
    versionId: '',
    sha256: 'f'.repeat(64),
    at: '2026-11-24T03:00:00.000Z',
    rules: 'today',
    beside: '',
    examination: examined(bytes),
    entering: null,
    changes: null,
    stillInForce: null,
    refusedSince: null,
    ...more,
  });
