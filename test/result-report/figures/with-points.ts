import { COUNTED } from '#shared/protocol/sequences.ts';
import type { ResultColumn, ResultValue } from '#shared/publication/result-table.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';

const column = (name: string, type: ResultColumn['type'] = 'number'): ResultColumn => ({
  ...{ name, type, unit: null, title: { fr: name, en: name } },
  vocabulary: name === 'reason' ? 'reason' : null,
});

const COLUMNS: readonly ResultColumn[] = [
  ...['kind', 'side'].map((name) => column(name, 'text')),
  ...['point', 'patient'].map((name) => column(name, 'integer')),
  ...COUNTED.map(({ name }) => column(name)),
  ...['mri_response', 'ct_response', 'reason'].map((name) => column(name, 'text')),
];

type Cells = Readonly<Record<string, ResultValue>>;

/** A result that publishes these points, instead of its own. */
export function withPoints(result: PublishedResult, points: readonly Cells[]): PublishedResult {
  const table = {
    ...{ name: 'points', title: { fr: 'points', en: 'points' }, columns: COLUMNS },
    rows: points.map((cells) => COLUMNS.map(({ name }) => cells[name] ?? null)),
  };
  return { ...result, tables: [...result.tables.filter(({ name }) => name !== 'points'), table] };
}

/** As many lesions, each a bit larger than the one before and on each sequence; two of a patient. */
export const lesions = (count: number): readonly Cells[] =>
  Array.from({ length: count }, (_, lesion) => ({
    ...{ kind: 'diameter', point: lesion + 1, patient: Math.floor(lesion / 2) + 1 },
    ...Object.fromEntries(COUNTED.map(({ name }, position) => [name, 10 + lesion + position / 2])),
  }));

/** As many patients, whose targets change by so much on MRI, and by ten more on CT. */
export const changes = (count: number): readonly Cells[] =>
  Array.from({ length: count }, (_, patient) => {
    const change = (patient * 37) % 90;
    return {
      ...{ kind: 'best_change', point: patient + 1, patient: patient + 1, mri_total: change - 60 },
      ...{ ct_total: change - 50, mri_response: 'sd', ct_response: 'pr' },
    };
  });

/** What stands instead of points that are not published. */
export const withheld = (kind: string, reason: string): Cells => ({ kind, reason });
