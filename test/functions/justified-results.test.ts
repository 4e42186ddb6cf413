import { beforeEach, describe, expect, it } from 'vitest';
import { justifiedResults } from './oracle/justified-results.ts';
import { emptyBucket } from './world/bucket.ts';
import { FIRST_DEPLOYMENT } from './world/deployment.ts';
import { RULE_SETS } from './world/rule-sets.ts';
import { patients, patientsOfWrongSex } from './world/study-files.ts';

const OLD = 'uploads/rouen/old.csv';
const YOUNG = 'uploads/rouen/young.csv';
const ELSEWHERE = 'uploads/lille/a.csv';

/** A bucket, and what is published of it. */
function published() {
  let seconds = 0;
  // After all dates of the files.
  const bucket = emptyBucket(() => Date.parse('2026-11-02T08:00:00Z') + 1_000 * seconds++);
  const results = justifiedResults();
  const seen = (key: string) => results.seeUpload({ key, versions: bucket.versions(key) });
  return {
    put(key: string, content: string): string {
      const { versionId } = bucket.put(key, new TextEncoder().encode(content));
      seen(key);
      return versionId;
    },
    remove(key: string): void {
      bucket.remove(key);
      seen(key);
    },
    undo(key: string): void {
      bucket.undo(key);
      seen(key);
    },
    /** Whether this may be published now. */
    may: (
      inForce: Readonly<Record<string, string>>,
      {
        pending = [],
        deployments = [FIRST_DEPLOYMENT],
      }: {
        readonly pending?: readonly string[];
        readonly deployments?: Parameters<typeof results.isJustified>[1];
      } = {},
    ): boolean =>
      results.isJustified(
        { inForce: new Map(Object.entries(inForce)), pending: new Set(pending) },
        deployments,
      ),
  };
}

let study = published();
beforeEach(() => {
  study = published();
});

describe('a result is justified', () => {
  it('by the bucket as it is, or as it was before an event that is on its way', () => {
    expect(study.may({})).toBe(true);
    const old = study.put(OLD, patients(1));
    const other = study.put(ELSEWHERE, patients(1));
    expect(study.may({})).toBe(true);
    expect(study.may({ [ELSEWHERE]: other })).toBe(true);
    expect(study.may({ [OLD]: old, [ELSEWHERE]: other })).toBe(true);
  });

  it('where a young file counts that will yield to an older one, which is on its way', () => {
    const old = study.put(OLD, patients(1, 2));
    const young = study.put(YOUNG, patients(2, 3));
    expect(study.may({ [YOUNG]: young })).toBe(true);
    expect(study.may({ [OLD]: old })).toBe(true);
    expect(study.may({ [YOUNG]: young })).toBe(false);
  });

  it('without a file that was waited for, whatever that was to others', () => {
    const old = study.put(OLD, patients(1, 2));
    const young = study.put(YOUNG, patients(2, 3));
    const more = study.put(ELSEWHERE, patients(1));
    expect(study.may({ [OLD]: old, [ELSEWHERE]: more })).toBe(true);
    expect(study.may({ [ELSEWHERE]: more })).toBe(false);
    expect(study.may({ [ELSEWHERE]: more }, { pending: [OLD] })).toBe(true);
    expect(study.may({ [YOUNG]: young, [ELSEWHERE]: more }, { pending: [OLD] })).toBe(true);
  });

  it('by rules that were deployed', () => {
    const old = study.put(OLD, patients(3));
    expect(study.may({ [OLD]: old })).toBe(true);
    expect(study.may({})).toBe(false);
    const stricter = { ...FIRST_DEPLOYMENT, examination: RULE_SETS.ruleMore };
    expect(study.may({}, { deployments: [FIRST_DEPLOYMENT, stricter] })).toBe(true);
  });

  it('without the files of a centre that has left', () => {
    const old = study.put(OLD, patients(3));
    expect(study.may({ [OLD]: old })).toBe(true);
    expect(study.may({}, { deployments: [{ ...FIRST_DEPLOYMENT, centres: ['lille'] }] })).toBe(true);
  });
});

describe('a result is not justified', () => {
  it('with two files of the same row', () => {
    const old = study.put(OLD, patients(1, 2));
    const young = study.put(YOUNG, patients(2, 3));
    expect(study.may({ [OLD]: old, [YOUNG]: young })).toBe(false);
  });

  it('with nothing in the middle of a rebuild', () => {
    const old = study.put(OLD, patients(1));
    expect(study.may({ [OLD]: old })).toBe(true);
    expect(study.may({})).toBe(false);
    study.remove(OLD);
    expect(study.may({})).toBe(true);
    expect(study.may({ [OLD]: old })).toBe(false);
    study.undo(OLD);
    expect(study.may({ [OLD]: old })).toBe(true);
  });

  it('with an older version than the one before', () => {
    const first = study.put(OLD, patients(1));
    const second = study.put(OLD, patients(2));
    expect(study.may({ [OLD]: first })).toBe(true);
    expect(study.may({ [OLD]: second })).toBe(true);
    expect(study.may({ [OLD]: first })).toBe(false);
    study.undo(OLD);
    expect(study.may({ [OLD]: first })).toBe(true);
  });

  it('with a version that was never acceptable, or that another never let count', () => {
    const wrong = study.put(OLD, patientsOfWrongSex(1));
    expect(study.may({ [OLD]: wrong })).toBe(false);
    const first = study.put(OLD, patients(1));
    study.put(OLD, patients(2));
    study.put(OLD, patientsOfWrongSex(3));
    expect(study.may({ [OLD]: 'version-9' })).toBe(false);
    expect(study.may({ [OLD]: first })).toBe(true);
  });

  it('where a file is absent over rows of another that is not there', () => {
    const young = study.put(YOUNG, patients(2, 3));
    expect(study.may({ [YOUNG]: young })).toBe(true);
    study.put(OLD, patients(2));
    // Now it is the older one that is refused.
    expect(study.may({})).toBe(false);
  });
});
