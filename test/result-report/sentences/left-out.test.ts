import { beforeAll, expect, it } from 'vitest';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { doubtful, leftOut } from '#shared/result-report/sentences/left-out.ts';
import { methods } from '#shared/result-report/sentences/methods.ts';
import { revealed } from '#shared/result-report/sentences/revealed.ts';
import { who } from '#shared/result-report/sentences/who.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { withoutTables } from '../files/sample-result.ts';
import { toldCohort, withManifest } from './told-results.ts';
import { typed } from './told-text.ts';

let cohort: PublishedResult;
beforeAll(async () => {
  cohort = await toldCohort('thesis');
});

it('files and tables that did not arrive are counted, and their centres not named', () => {
  const lacking = withManifest(cohort, {
    pending: [
      { centre: 'lille', key: 'uploads/lille/pairs.csv', reason: 'rows_lost' },
      { centre: 'rouen', key: 'uploads/rouen/pairs.csv', reason: 'rows_lost' },
      { centre: 'rouen', key: 'uploads/rouen/lesions.csv', reason: 'lost_from_table' },
    ],
    missing: [
      { centre: 'lille', tables: ['lesions'] },
      { centre: 'rouen', tables: ['pairs', 'lesions'] },
    ],
  });
  const said = leftOut(lacking).map((passage) => typed(passage).fr);
  expect(said).toContain(
    'Tableaux qui ne sont pas encore arrivés de tous les centres : « lésions mesurées », 2 centres ; « couples TDM–IRM », 1 centre.',
  );
  expect(said).toContain(
    'Fichiers déposés qui ne sont pas dans ce résultat : des lignes manquent dans la base (2) ; la base ne le connaît plus (ou plus dans cet état) (1).',
  );
  expect(said.join(' ')).not.toMatch(/lille|rouen|\.csv/i);
});

it('findings are those of all centres together', () => {
  const said = doubtful(cohort).map((passage) => typed(passage).fr);
  expect(said).toContain('Moins de lésions mesurées que les nombres ne permettent : 28 couples sur 29.');
  expect(said.join(' ')).not.toMatch(/lille|rouen|beaujon|caen/i);
});

it('the methods are those of the settings of the result', async () => {
  const other = await toldCohort('two-patients', {
    ...SETTINGS,
    boardPeriod: { from: '2016-01-01', to: null },
    longestIntervalMonths: 1,
    mostLesionsMeasured: 8,
    significanceShown: false,
  });
  const { fr, en } = typed(methods(other));
  expect(fr).toContain('(période : depuis 2016)');
  expect(fr).toContain('séparés de moins de 1 mois');
  expect(en).toContain('less than 1 calendar month apart');
  expect(fr).toContain('pour 8 lésions au plus par couple');
  expect(fr).toContain('aucune valeur de p n’est publiée');
  expect(fr).not.toContain('0,05');
  expect(typed(methods(withManifest(other, { protocol: {} }))).fr).toContain('moins de (non précisé)');
});

it('the page reveals single lesions only where they are published', () => {
  const kept = withoutTables(cohort, ['points']);
  expect(typed(revealed(kept)).fr).toContain('Aucune ligne n’y est celle d’une lésion ou d’un patient.');
  const text = (name: string) =>
    ({ name, type: 'text', unit: null, title: { fr: name, en: name }, vocabulary: null }) as const;
  const points = {
    name: 'points',
    title: { fr: 'points', en: 'points' },
    columns: [text('kind'), { ...text('point'), type: 'integer' } as const, text('reason')],
    rows: [['diameter', 1, null]],
  };
  const published = { ...kept, tables: [...kept.tables, points] };
  expect(typed(revealed(published)).fr).toContain('sous des numéros tirés pour ce résultat');
});

it('Table 1 has what somebody is known of, and yes without its no', () => {
  const shown = who(cohort);
  expect(shown.map(({ name }) => name)).not.toContain('prrt');
  const linesOf = (name: string) =>
    shown
      .filter((found) => found.name === name)
      .flatMap(({ lines }) => lines.map(({ label, value }) => `${label.fr} ${typed(value).fr}`));
  expect(linesOf('sex')).toEqual(['homme 27/47 (57 %)', 'femme 20/47 (43 %)']);
  expect(linesOf('liver_transplant')).toEqual(['oui 0/47 (0 %)']);
  expect(linesOf('ki67_percent')).toHaveLength(2);
});

it('Table 1 has no heading twice: what is of counted and of measured pairs says of which', () => {
  const headings = who(cohort).map(({ title }) => title.fr);
  expect(headings).toContain('intervalle TDM–IRM, couples dénombrés');
  expect(headings).toContain('intervalle TDM–IRM, couples mesurés');
  expect(new Set(headings).size).toBe(headings.length);
});
