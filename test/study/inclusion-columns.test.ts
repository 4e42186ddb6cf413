import { expect, it } from 'vitest';
import { exclusionOf } from '#shared/study/eligibility.ts';
import { assembleStudy } from '#shared/study/study.ts';
import { DECIDE_INCLUSION, PATIENTS } from '#shared/tables/patients.ts';
import type { Column } from '#shared/tables/table.ts';
import { rowsOfPatient } from './centre-rows.ts';
import { SETTINGS } from './settings.ts';

it('the columns that may be blank and decide inclusion are those without which nobody enters', () => {
  const columns: readonly Column[] = PATIENTS.columns;
  const deciding = columns.filter(({ name, blank }) => {
    if (blank === undefined) return false;
    const { patients } = assembleStudy(rowsOfPatient({ patient: { [name]: blank.means } }));
    return patients.some((screened) => exclusionOf(SETTINGS)(screened) !== undefined);
  });
  expect(DECIDE_INCLUSION).toEqual(deciding.map(({ name }) => name));
});
