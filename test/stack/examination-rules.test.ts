import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { examinationRules } from '#cdk/examination-rules.ts';
import { PROJECT, sourceFiles } from '#cdk/fingerprint.ts';
import { type StudySettings, studySettingsSchema } from '#shared/protocol/study-settings.ts';
import { type Files, inProject, lockOf } from './made-project.ts';
import { projectContext } from './synthesise.ts';

const EXAMINATION = 'shared/validation/examine-file.ts';
const settings = studySettingsSchema.parse(projectContext);

const { inputs, outputs } = buildSync({
  entryPoints: [join(PROJECT, EXAMINATION)],
  absWorkingDir: PROJECT,
  bundle: true,
  packages: 'external',
  metafile: true,
  write: false,
  outdir: PROJECT,
}).metafile;
/** Every file that an examination runs, and every package. */
const filesThatRun = Object.keys(inputs);
const packagesThatRun = Object.values(outputs)
  .flatMap(({ imports }) => imports)
  .map(({ path }) => /^(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path);

const shared = Object.fromEntries(
  sourceFiles(PROJECT, ['shared']).map((path) => [path, readFileSync(join(PROJECT, path), 'utf8')]),
);
const project = {
  ...shared,
  'package-lock.json': readFileSync(join(PROJECT, 'package-lock.json'), 'utf8'),
};
const rulesOf = (files: Files, study: StudySettings = settings) =>
  inProject(files, (root) => examinationRules(study, root));

describe('the rules of examination', () => {
  const rules = examinationRules(settings);

  it('are named by a fingerprint, the same wherever the project lies', () => {
    expect(rules).toMatch(/^[0-9a-f]{12}$/);
    expect(rulesOf(project)).toBe(rules);
  });

  it('change with every file that an examination runs', () => {
    expect(filesThatRun.length).toBeGreaterThan(30);
    expect(filesThatRun).toContain(EXAMINATION);
    const forgotten = filesThatRun.filter(
      (path) => rulesOf({ ...project, [path]: `${shared[path]}// other` }) === rules,
    );
    expect(forgotten).toEqual([]);
  });

  it('change with every package that an examination runs, and with the one that reads the settings', () => {
    const versions = (names: readonly string[]) =>
      lockOf(Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version: '1' }])));
    const names = [...packagesThatRun, 'zod'];
    const all = rulesOf({ ...project, 'package-lock.json': versions(names) });
    for (const name of names) {
      const others = names.filter((other) => other !== name);
      expect(rulesOf({ ...project, 'package-lock.json': versions(others) })).not.toBe(all);
    }
  });

  it.each(['shared/study/study.ts', 'shared/statistics/ranks.ts', 'shared/reports/report-text.ts'])(
    'do not change with %s',
    (path) => {
      expect(shared).toHaveProperty([path]);
      expect(rulesOf({ ...project, [path]: '// other' })).toBe(rules);
    },
  );

  it('do not change with a package that only computes', () => {
    const lock = project['package-lock.json'].replace('"node_modules/jstat"', '"node_modules/jstat2"');
    expect(lock).not.toBe(project['package-lock.json']);
    expect(rulesOf({ ...project, 'package-lock.json': lock })).toBe(rules);
  });

  it.each<Partial<StudySettings>>([
    { fewestPatientsShown: 6 },
    { fewestCentresPooled: 4 },
    { significanceShown: false },
    { pointsPublished: false },
  ])('do not change with %j, which decides only what is published', (other) => {
    expect({ ...settings, ...other }).not.toEqual(settings);
    expect(examinationRules({ ...settings, ...other })).toBe(rules);
  });

  it.each<Partial<StudySettings>>([
    { boardPeriod: { ...settings.boardPeriod, to: null } },
    { longestIntervalMonths: 4 },
    { smallestLesionMillimetres: 6 },
    { mostLesionsMeasured: 4 },
  ])('change with %j', (other) => {
    expect(examinationRules({ ...settings, ...other })).not.toBe(rules);
  });
});
