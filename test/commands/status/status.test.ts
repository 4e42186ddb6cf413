import { describe, expect, it } from 'vitest';
import { attentionTo } from '#cdk/commands/status/attention.ts';
import { showStatus } from '#cdk/commands/status/status.ts';
import { ageOf } from '#cdk/commands/status/status-text.ts';
import { type StatusSources, studyStatus } from '#cdk/commands/status/study-status.ts';
import { emptyHead } from '#shared/storage/centre-head.ts';
import { inputOf, manifestFor } from '#test/publication/comparison/manifests.ts';
import { optionsOf, terminalIn } from '../terminal-in-memory.ts';
import {
  CALM,
  headOf,
  JUST_NOW,
  LATEST,
  LONG_AGO,
  live,
  NOW,
  PAIRS,
  record,
  report,
  show,
  withRecord,
} from './calm-study.ts';

const toDo = (sources: StatusSources) =>
  attentionTo(studyStatus(sources)).map(({ what, keys }) => [what, keys]);

describe('the status of a calm study', () => {
  it('shows each centre of the study, what enters, and ends with 0', () => {
    const { exitCode, printed } = show(CALM);
    expect(exitCode).toBe(0);
    expect(printed).toContain(
      `résultat ${LATEST.id}, publié le 2026-11-25 08:00 UTC (il y a 4 h), de 1 fichier(s)`,
    );
    expect(printed).toMatch(/^caen {3}aucun fichier$/m);
    expect(printed).toMatch(/^rouen {3}patients –, pairs 3 lignes, lesions –$/m);
    expect(printed).toMatch(/│ pairs\.csv │ +pairs │ +accepté │ +2026-11-25 08:00 UTC │ +3 │ +0 │ +2 │/);
    expect(printed).toContain('Rien ne demande d’intervention.');
  });

  it('shows one centre on request, and knows which there are', () => {
    expect(show(CALM, 'rouen').printed).not.toContain('caen');
    expect(() => show(CALM, 'lille')).toThrow(/no centre lille.*caen, rouen\./);
    // A folder with files that is no centre's is not offered as one.
    const withStray = { ...CALM, heads: [...CALM.heads, headOf('metz', { 'uploads/metz/a.csv': record() })] };
    expect(() => show(withStray, 'lille')).toThrow(/no centre lille.*caen, rouen\./);
  });

  it('does not call a workbook misplaced in the folder of its own centre', () => {
    const state = { state: 'misplaced', inForce: null } as const;
    expect(show(withRecord(state)).printed).toMatch(/│ pas un \.csv │/);
    expect(show({ ...withRecord(state), centres: ['caen'] }).printed).toMatch(/│ mal placé │/);
  });

  it('of one centre, asks nobody to see to another centre’s files', () => {
    const key = 'uploads/caen/x.csv';
    const awaited = {
      ...CALM,
      unsettled: [{ centre: 'caen', key, reason: 'not_brought_in' }],
      awaitedSince: new Map([[key, LONG_AGO]]),
    } as const;
    expect([show(awaited).exitCode, show(awaited, 'caen').exitCode]).toEqual([1, 1]);
    expect(show(awaited, 'rouen').exitCode).toBe(0);
  });

  it('gives programs the same with what needs a person', () => {
    const { terminal, json } = terminalIn('fr');
    showStatus(CALM, { positionals: [], ...optionsOf({ json: 'true' }) }, terminal);
    expect(json()).toMatchObject({
      published: { id: LATEST.id, behind: [], inputs: [{ key: PAIRS, versionId: 'v1' }] },
      centres: [
        { centre: 'caen', files: [], unanswered: [] },
        { centre: 'rouen', files: [{ key: PAIRS, state: 'accepted', warnings: 2, published: true }] },
      ],
      attention: [],
    });
  });

  it('does not take the counts of another version’s report for this one’s', () => {
    const reports = new Map([[PAIRS, report({ versionId: 'v0', warningCount: 9 })]]);
    const [, rouen] = studyStatus({ ...CALM, reports }).centres;
    expect(rouen?.files[0]).toMatchObject({ problems: null, warnings: null });
  });
});

describe('what needs a person', () => {
  it.each<[string, readonly string[], StatusSources]>([
    ['refused', [PAIRS], withRecord({ state: 'refused', versionId: 'v2' })],
    [
      'refused_by_new_rules',
      [PAIRS],
      { ...withRecord({ state: 'refused', inForce: null, refusedSince: LONG_AGO }), manifest: manifestFor() },
    ],
    [
      'misplaced',
      [PAIRS],
      {
        ...withRecord({ state: 'misplaced', inForce: null }),
        centres: ['caen'],
        manifest: manifestFor(),
      },
    ],
    [
      'not_a_csv',
      ['uploads/rouen/pairs.xlsx'],
      {
        ...CALM,
        heads: [
          headOf('rouen', {
            [PAIRS]: record(),
            'uploads/rouen/pairs.xlsx': record({ state: 'misplaced', inForce: null }),
          }),
        ],
      },
    ],
    [
      'head_damaged',
      ['rouen'],
      { ...CALM, heads: [emptyHead('rouen')], uploads: new Map(), manifest: manifestFor() },
    ],
    [
      'unanswered_for_long',
      ['uploads/caen/x.csv'],
      { ...CALM, uploads: new Map([['uploads/caen/x.csv', live(LONG_AGO)]]) },
    ],
    [
      'awaited_for_long',
      [PAIRS],
      {
        ...CALM,
        unsettled: [{ centre: 'rouen', key: PAIRS, reason: 'rows_lost' }],
        awaitedSince: new Map([[PAIRS, LONG_AGO]]),
      },
    ],
    [
      'missing_from_result',
      [PAIRS],
      {
        ...CALM,
        manifest: manifestFor({
          inputs: [inputOf('rouen/pairs.csv')],
          pending: [{ centre: 'rouen', key: PAIRS, reason: 'rows_lost' }],
        }),
      },
    ],
    ['not_published_for_long', [PAIRS], { ...CALM, latest: undefined, manifest: undefined }],
    ['uploads_given_up', [], { ...CALM, queues: { ...CALM.queues, uploadsGivenUp: 2 } }],
    ['failed_computations', [], { ...CALM, queues: { ...CALM.queues, failedComputations: 1 } }],
    ['failed_reports', [], { ...CALM, queues: { ...CALM.queues, failedReports: 3 } }],
  ])('is %s: said with its files, and the exit code is 1', (what, keys, sources) => {
    expect(toDo(sources)).toEqual([[what, keys]]);
    const { exitCode, printed } = show(sources);
    expect(exitCode).toBe(1);
    expect(printed).toContain('À faire :');
    for (const key of keys) expect(printed.split('À faire :')[1]).toContain(key);
  });

  it.each<[string, StatusSources]>([
    ['an upload of a moment ago', { ...CALM, uploads: new Map([['uploads/caen/x.csv', live(JUST_NOW)]]) }],
    [
      'a file that was accepted a moment ago and is not published yet',
      withRecord({
        versionId: 'v2',
        inForce: { ...inputOf('rouen/pairs.csv'), versionId: 'v2', at: JUST_NOW },
      }),
    ],
    [
      'a file that is waited for since a moment ago',
      {
        ...CALM,
        unsettled: [{ centre: 'rouen', key: PAIRS, reason: 'not_examined_again' }],
        awaitedSince: new Map([[PAIRS, JUST_NOW]]),
      },
    ],
  ])('is not %s', (_, sources) => {
    expect(toDo(sources)).toEqual([]);
  });
});

describe('remarks on a file', () => {
  it('say that an older version counts, that it is read again, that it is not published', () => {
    const { printed } = show({
      ...withRecord({
        state: 'refused',
        versionId: 'v2',
        inForce: { ...inputOf('rouen/pairs.csv'), at: LONG_AGO },
      }),
      unsettled: [{ centre: 'rouen', key: PAIRS, reason: 'not_examined_again' }],
      manifest: manifestFor(),
    });
    expect(printed).toContain(`${PAIRS}   une version plus ancienne, du 2026-11-25 08:00 UTC, compte encore`);
    expect(printed).toContain(`${PAIRS}   à relire : les règles`);
    expect(printed).toContain(`${PAIRS}   pas encore dans le dernier résultat`);
  });

  it('a centre that left the study, and files in nobody’s folder, are shown as long as they have files', () => {
    const key = 'uploads/x y/pairs.csv';
    const { printed } = show({
      ...CALM,
      centres: ['caen'],
      uploads: new Map([...CALM.uploads, [key, live(JUST_NOW)]]),
    });
    expect(printed).toMatch(/^rouen – n’est pas un centre de l’étude {3}/m);
    expect(printed).toMatch(/^\(dossier de personne\) – n’est pas/m);
    expect(printed).toContain(`${key}   pas encore de réponse, déposé le 2026-11-25 11:30 UTC`);
  });
});

describe('an age', () => {
  it.each([
    ['2026-11-25T11:59:30.000Z', '0 min'],
    ['2026-11-25T10:01:00.000Z', '119 min'],
    ['2026-11-25T10:00:00.000Z', '2 h'],
    ['2026-11-23T12:01:00.000Z', '47 h'],
    ['2026-11-23T12:00:00.000Z', '2 jours'],
  ])('since %s is %s', (then, age) => {
    expect(ageOf(then, NOW).fr).toBe(age);
  });
});
