import { describe, expect, it } from 'vitest';
import { type StatusSources, studyStatus } from '#cdk/commands/status/study-status.ts';
import { inputOf } from '#test/publication/comparison/manifests.ts';
import { CALM, JUST_NOW, PAIRS, show, withRecord } from './calm-study.ts';

describe('the files that the latest result is behind', () => {
  const text = (sources: StatusSources) => show(sources).printed;

  it('are those that count in another version', () => {
    const inForce = { ...inputOf('rouen/pairs.csv'), versionId: 'v2', at: JUST_NOW };
    const sources = withRecord({ versionId: 'v2', inForce });
    const { published, centres } = studyStatus(sources);
    expect(published?.behind).toEqual([PAIRS]);
    expect(centres.flatMap(({ files }) => files)).toMatchObject([{ key: PAIRS, published: false }]);
    expect(text(sources)).toContain(`${PAIRS}   pas encore dans le dernier résultat`);
  });

  it('are those that count no more', () => {
    const gone = { ...CALM, heads: [], uploads: new Map() };
    expect(studyStatus(gone).published?.behind).toEqual([PAIRS]);
    expect(text(gone)).toContain(`  ne dit pas ce qui compte à présent de 1 fichier(s) : ${PAIRS}`);
  });
});
