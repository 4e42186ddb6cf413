import { describe, expect, it } from 'vitest';
import { checkBeside } from '#shared/desk/checked-files.ts';
import { checkedView } from '#shared/desk/findings.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { csvFile } from '#test/validation/csv-file.ts';

const NOW = '2026-11-26T08:00:00.000Z';
const file = (name: string, text: string) => ({ name, bytes: Uint8Array.from(Buffer.from(text)) });
const inForce = (name: string, since: string, text: string) => ({ ...file(name, text), since });
const views = (...asked: Parameters<typeof checkBeside>) => checkBeside(...asked).map(checkedView);

describe('a file that is about to be sent', () => {
  it('is refused for a row that an older file of the centre has', () => {
    const others = [inForce('a.csv', '2026-11-01T00:00:00Z', 'reader;role\n1;fellow\n')];
    const [view] = views([file('b.csv', 'reader;role\n1;fellow\n2;other\n')], others, SETTINGS, NOW);
    expect(view).toMatchObject({ verdict: 'refused', changes: null, count: 1 });
    expect(view?.findings[0]?.code).toBe('ROW_IN_OTHER_FILE');
  });

  it('takes the place of the file whose name it has', () => {
    const others = [
      inForce('a.csv', '2026-11-01T00:00:00Z', 'reader;role\n1;fellow\n'),
      inForce('b.csv', '2026-11-02T00:00:00Z', 'reader;role\n2;fellow\n'),
    ];
    const [view] = views([file('a.csv', 'reader;role\n1;other\n2;other\n')], others, SETTINGS, NOW);
    // The row of b.csv is younger: it is b.csv that will be refused.
    expect(view).toMatchObject({
      verdict: 'accepted',
      rows: 2,
      changes: { added: 1, changed: 1, removed: 0 },
    });
  });

  it('is examined behind those that are dropped with it', () => {
    const drafts = [file('y.csv', 'reader;role\n1;fellow\n'), file('x.csv', 'reader;role\n1;fellow\n')];
    const checked = views(drafts, [], SETTINGS, NOW);
    expect(checked.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['x.csv', 'accepted'],
      ['y.csv', 'refused'],
    ]);
  });

  it('is warned of nothing that a file behind it holds', () => {
    const pairs = { name: 'a.csv', bytes: csvFile('pairs', [{ measurable: 'no_lesion_on_every_sequence' }]) };
    const patients = { name: 'b.csv', bytes: csvFile('patients', [{}]) };
    const before = { ...pairs, since: '2026-11-01T00:00:00Z' };
    const behind = { ...patients, since: '2026-11-02T00:00:00Z' };
    const counts = (others: Parameters<typeof checkBeside>[1]) =>
      views([pairs], others, SETTINGS, NOW).map(({ verdict, count }) => [verdict, count]);
    expect(counts([before])).toEqual([['accepted', 1]]);
    expect(counts([before, behind])).toEqual([['accepted', 0]]);
  });

  it('has what is wrong beside its cells, with the words that may stand there', () => {
    const [view] = views([file('r.csv', 'reader;role\n1;chef\n2;chef\n3;other\n')], [], SETTINGS, NOW);
    expect(view).toMatchObject({ verdict: 'refused', table: 'readers', rows: null });
    const [finding] = view?.findings ?? [];
    expect(finding?.cells).toEqual([
      { line: 2, value: 'chef', row: '1' },
      { line: 3, value: 'chef', row: '2' },
    ]);
    expect(finding?.choices.map(({ word }) => word)).toEqual(['radiologist', 'fellow', 'resident', 'other']);
    expect(view?.preview.slice(0, 2)).toEqual([
      ['reader', 'role'],
      ['1', 'chef'],
    ]);
  });

  it('that is no text has no cell', () => {
    const [view] = views([file('r.csv', '%PDF-1.7')], [], SETTINGS, NOW);
    expect(view).toMatchObject({ verdict: 'refused', table: null, preview: [] });
    expect(view?.findings[0]?.cells).toEqual([]);
  });
});
