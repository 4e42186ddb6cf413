import { describe, expect, it } from 'vitest';
import { studyTables } from '#shared/analyses/study-tables.ts';
import { tableFiles } from '#shared/publication/table-files.ts';
import { assembleStudy } from '#shared/study/study.ts';
import { type PatientStory, rowsOfPatient } from '#test/study/centre-rows.ts';
import { SETTINGS } from '#test/study/settings.ts';

describe('what every centre may read', () => {
  it('names no patient, whatever is wrong with his rows', () => {
    const lacking = { ct_portal_mm: null };
    const stories: readonly PatientStory[] = [
      { lesions: [{}, { lesion: 2, ...lacking }] },
      { pairs: [{}, { pair: 2 }, { reader: 2 }], lesions: [{}, { pair: 2 }, { reader: 2 }] },
      { patient: { histologically_proven: false } },
      { pairs: [{ countable: 'massive', measurable: null }] },
      { patient: { grade: 'G3', age_at_diagnosis: 119 }, pairs: [] },
    ];
    const rows = stories.flatMap((story, position) =>
      rowsOfPatient({ ...story, id: `PSEUDONYM-${position}` }),
    );
    const [, orphan] = rowsOfPatient({ id: 'PSEUDONYM-9' });
    const published = tableFiles(
      studyTables(assembleStudy(orphan === undefined ? rows : [...rows, orphan]), SETTINGS),
    );
    expect(published.size).toBeGreaterThan(10);
    for (const content of published.values()) expect(content).not.toContain('PSEUDONYM');
  });
});
