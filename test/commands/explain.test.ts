import { describe, expect, it } from 'vitest';
import { EXPLANATIONS } from '#shared/guidance/explanations/explanations.ts';
import { ctmri } from './called.ts';

describe('explain', () => {
  it('says what a code means, what the report says, and an example with the same mended', async () => {
    const { exitCode, printed } = await ctmri('explain', 'TOTAL_BELOW_SEQUENCE', '--lang', 'en');
    expect([exitCode, printed]).toEqual([
      0,
      `TOTAL_BELOW_SEQUENCE   the file is refused
A total is below one of its sequences

A modality’s total counts the distinct lesions of all its sequences: it has at least as many as each of them.

What the report says
   The total counts distinct lesions: it cannot be below ct_portal_right (3). Mend one of the two.

Example
   pairs.csv
      patient_id;pair;ct_date;mri_date;protocol_complete;countable;ct_arterial_right;ct_portal_right;ct_total_right
      EXAMPLE-1;1;14/01/2021;19/01/2021;non;yes;2;3;2

Mended
   pairs.csv
      patient_id;pair;ct_date;mri_date;protocol_complete;countable;ct_arterial_right;ct_portal_right;ct_total_right
      EXAMPLE-1;1;14/01/2021;19/01/2021;non;yes;2;3;4
`,
    ]);
  });

  it('tells a warning from what a file is refused for', async () => {
    expect((await ctmri('explain', 'SIDE_CHANGES', '--lang', 'fr')).printed).toContain(
      'SIDE_CHANGES   à vérifier, le fichier est accepté\n',
    );
    expect((await ctmri('explain', 'WRONG_PLACE', '--lang', 'fr')).printed).toContain(
      'WRONG_PLACE   le fichier est refusé\n',
    );
  });

  it('lists every code where none is named', async () => {
    const { exitCode, printed } = await ctmri('explain', '--lang', 'en');
    expect(exitCode).toBe(0);
    expect(printed.split('\n').map((line) => line.split(' ')[0])).toEqual(Object.keys(EXPLANATIONS));
    expect(printed).toMatch(/^NO_DIAMETER +A lesion without any diameter$/m);
  });

  it.each(['lesion-too-small', 'Lesion too small', ' LESION_TOO_SMALL'])(
    'reads %j as a code',
    async (typed) => {
      expect((await ctmri('explain', typed)).printed).toMatch(/^LESION_TOO_SMALL {3}/);
    },
  );

  it.each([
    ['LESION_SMALL', 'Did you mean LESION_TOO_SMALL?'],
    ['DIAMETER_UNLIKE', 'Did you mean DIAMETERS_UNLIKE?'],
    ['unknown', 'Did you mean UNKNOWN_CENTRE or UNKNOWN_HEADER or UNKNOWN_COLUMN?'],
    ['xx', 'npm run ctmri -- explain lists them.'],
    ['', 'npm run ctmri -- explain lists them.'],
    ['é', 'npm run ctmri -- explain lists them.'],
  ])('of %j, which is no code, names the nearest', async (typed, told) => {
    const { exitCode, reported } = await ctmri('explain', typed, '--lang', 'en');
    expect([exitCode, reported]).toEqual([2, `No report has the code ${typed}. ${told}`]);
  });

  it('takes one code', async () => {
    expect((await ctmri('explain', 'NOT_CSV', 'NO_ROWS')).exitCode).toBe(2);
  });
});
