import { describe, expect, it } from 'vitest';
import { readCell, whyNotRead } from '#shared/tables/read-cell.ts';
import type { Column } from '#shared/tables/table.ts';
import { TABLE_NAMES, TABLES } from '#shared/tables/tables.ts';

const ALL = TABLE_NAMES.flatMap((table) => TABLES[table].columns.map((column: Column) => column));
const columnNamed = (name: string): Column => {
  const found = ALL.find((column) => column.name === name);
  if (found === undefined) throw new Error(`there is no column ${name}`);
  return found;
};
/** Why a cell of a column has no value; a text for what is read, and for what has no reason. */
function whyNot(column: Column, cell: string): { readonly fr: string; readonly en: string } | string {
  const read = readCell(column, cell);
  if ('value' in read) return `read as ${read.value}`;
  return read.why === 'blank' ? read.why : (whyNotRead(column, cell) ?? 'no reason');
}

/** The columns that are read like this one, which have the same causes. */
const like = (name: string) =>
  ALL.filter(
    ({ kind }) => kind.expected.en.split(/ \d/)[0] === columnNamed(name).kind.expected.en.split(/ \d/)[0],
  );

type Cause = readonly [cell: string, fr: RegExp, en: RegExp];

const DAYS: readonly Cause[] = [
  ['12/31/2019', /12\/31\/2019 est écrit mois\/jour/, /written month\/day/],
  ['31/31/2019', /31\/31\/2019 n’existe pas/, /no 31\/31\/2019/],
  ['2019-31-12', /2019-31-12 n’existe pas/, /no 2019-31-12/],
  ['3.25.2021 00:00', /3\.25\.2021 est écrit mois\/jour/, /written month\/day/],
  ['31/02/2021', /31\/02\/2021 n’existe pas/, /no 31\/02\/2021/],
  ['2021-13-45', /2021-13-45 n’existe pas/, /no 2021-13-45/],
  ['12/03/21', /Deux chiffres pour l’année/, /two digits/],
  ['43619', /43619 est une date de tableur/, /43619 is a spreadsheet’s date/],
  ['43619,5', /est une date de tableur/, /spreadsheet’s date/],
  ['20210312', /Séparez l’année/, /Separate the year/],
  ['03/2021', /Le jour manque/, /day is missing/],
  ['2021-03', /Le jour manque/, /day is missing/],
  ['2021', /Le jour manque/, /day is missing/],
  ['12 mars 2021', /le mois en chiffres/, /the month as a number/],
  ['Mar 12, 2021', /le mois en chiffres/, /the month as a number/],
  ['0208-01-01', /L’année 0208 est impossible/, /year 0208/],
  ['31/12/2200', /L’année 2200 est impossible/, /year 2200/],
  ['2021-03-12T00:00:00+02:00', /fuseau horaire/, /time zone/],
  ['2021-03-12 22:00Z', /fuseau horaire/, /time zone/],
  ['12/03/2021 25:00', /pas une heure/, /no time/],
  ['12/03/2021 12:00 AM', /pas une heure/, /no time/],
  ['12–03–2021', /3e position est un tiret.*U\+2013.*« - »/, /position 3 is a dash/],
  ['12/03/2021\u200b', /espace sans chasse, U\+200B\) est en 11e position/, /at position 11/],
  ['#VALEUR!', /erreur du tableur/, /spreadsheet’s error/],
  ['=A1', /formule/, /formula/],
];

const NUMBERS: readonly Cause[] = [
  ...['<5', '>50', '≥3', '~5', 'env. 5', 'moins de 5', '± 5'].map(
    (cell): Cause => [cell, /limite.*protocole du centre/, /limit.*protocol/],
  ),
  ...['5-10', '5–10', '5 à 10', '2 ou 3', '5/10', '5-10 %'].map(
    (cell): Cause => [cell, /intervalle.*protocole du centre/, /range.*protocol/],
  ),
  ...['12,8 x 10', '12 × 8', '12 mm x 8 mm', '12*8*9'].map(
    (cell): Cause => [cell, /plusieurs (diamètres|nombres)/, /several (diameters|numbers)/],
  ),
  ...['1 000', '1\u202f000', '12 5'].map(
    (cell): Cause => [cell, /Une espace coupe ce nombre/, /A space cuts/],
  ),
  ['1.234,5', /deux séparateurs/, /two separators/],
  ["1'234.5", /deux séparateurs/, /two separators/],
  ['1e1', /sans exposant/, /without an exponent/],
  ['-1', /négatif/, /negative/],
  ['\u22121', /1re position.*U\+2212.*« - »/, /position 1.*U\+2212/],
  ['+5', /sans signe/, /without a sign/],
  ['5,', /Il manque une décimale/, /no decimal/],
  ['１２', /1re position.*pleine chasse \(U\+FF11\) : écrivez « 1 »/, /position 1.*U\+FF11/],
  ['٣', /un chiffre d’une autre écriture/, /digit of another script/],
  ['1\u00ad2', /trait d’union conditionnel, U\+00AD\) est en 2e position/, /soft hyphen/],
  ['#N/A', /erreur du tableur/, /spreadsheet’s error/],
  ['=12,5', /formule/, /formula/],
];
const BOUNDED: readonly Cause[] = [['9999999999', /supérieur à \d+/, /over \d+/]];

describe.each([
  ['board_date', DAYS],
  [
    'pair',
    [
      ...NUMBERS,
      ...BOUNDED,
      ['1,5', /nombre entier/, /whole number/],
      ['57 ans', /sans unité/, /without a unit/],
      ['0', /inférieur à 1|^$/, /under 1|^$/],
    ],
  ],
  [
    'mri_t2fs_mm',
    [
      ...NUMBERS,
      ...BOUNDED,
      ['12,8 x 10', /écrivez le plus grand, axial/, /greatest axial one/],
      ['1,3 cm', /unité de la colonne est mm/, /unit is mm/],
      ['12.8000001', /plus d’une décimale/, /more than one decimal/],
    ],
  ],
  [
    'ki67_percent',
    [
      ...NUMBERS,
      ['3 mm', /unité de la colonne est (%|T|mGy\.cm)|sans unité/, /unit is (%|T|mGy\.cm)|without a unit/],
      ['0,12345678901', /plus de 9 décimales/, /more than 9 decimals/],
    ],
  ],
] as const satisfies readonly (readonly [string, readonly Cause[]])[])('a column like %s', (name, causes) => {
  it.each(causes)('tells what "%s" is', (cell, fr, en) => {
    for (const column of like(name)) {
      // A number under the smallest is one only where the smallest is not 0.
      if (cell === '0' && column.kind.read(cell) !== undefined) continue;
      expect(whyNot(column, cell), column.name).toEqual({
        fr: expect.stringMatching(fr),
        en: expect.stringMatching(en),
      });
    }
  });
});

const OTHERS: readonly (readonly [column: string, ...Cause])[] = [
  ['ki67_percent', '120', /supérieur à 100/, /over 100/],
  [
    'primary_site',
    'gréle ?',
    /Vouliez-vous dire small_bowel \(intestin grêle\) \?/,
    /small_bowel \(small bowel\)\?/,
  ],
  ['primary_site', 'small_bowl', /small_bowel/, /small_bowel/],
  ['primary_site', 'grêle, iléon', /dire small_bowel/, /mean small_bowel/],
  ['differentiation', 'bien diff', /dire well/, /mean well/],
  ['metastasis_timing', 'sync.', /dire synchronous/, /mean synchronous/],
  ['measurable', 'non mesurable !', /dire not_measurable/, /mean not_measurable/],
  ['measurable', 'pas mesurable', /dire not_measurable/, /mean not_measurable/],
  ['primary_site', 'queue du pancréas', /dire pancreas \(pancréas\)/, /mean pancreas\?/],
  [
    'primary_site',
    'small\u200bbowel',
    /espace sans chasse, U\+200B\) est en 6e position/,
    /zero-width space/,
  ],
  ['primary_site', 'Сolon', /lettre cyrillique \(U\+0421\) : écrivez « C »/, /Cyrillic/],
  ['primary_site', 'cοlon', /lettre grecque \(U\+03BF\) : écrivez « o »/, /Greek/],
  ['primary_site', 'gr\ufffdle', /s’est perdu dans une conversion, en 3e position/, /lost in a conversion/],
  ['side', 'droit', /dire right \(foie droit\)/, /right \(right liver\)/],
  ['side', 'gauhe', /dire left/, /mean left/],
  ...['d', 'dte', 'R'].map((cell) => ['side', cell, /dire right/, /mean right/] as const),
  ...['G', 'gche', 'l'].map((cell) => ['side', cell, /dire left/, /mean left/] as const),
  ['grade', '1', /dire G1 \?/, /mean G1\?/],
  ['countable', 'non', /massive ou coalescent/, /massive or coalescent/],
  ['measurable', '0,0', /no_lesion_over_5_mm ou /, /write why/],
  ['countable', 'massif', /dire massive/, /mean massive/],
  ...['X', 'xx', '✓', '+'].map((cell) => ['chemotherapy', cell, /croix/, /cross/] as const),
  // What a spreadsheet makes of a typed 5-9, 10-19, 5/8 or 4/5.
  ...['05-sept', '9-mai', 'oct-19', 'oct. 2019', '5 août 2026', '05/09/2026', '2026-09-05 00:00:00'].flatMap(
    (cell) =>
      ['size_class', 'segment', 'confidence_mri', 'liver_involvement', 'mri_t2fs_right'].map(
        (name) => [name, cell, /une date.*format Texte/, /a date.*format Text/] as const,
      ),
  ),
  ...['L1', 'n° 4', '#2', 'lésion 12'].map(
    (cell) => ['lesion', cell, /le nombre seul/, /the number alone/] as const,
  ),
  ...['AB', 'Dr Martin', '?'].map(
    (cell) =>
      ['reader', cell, /par son numéro.*initiales.*vide veut dire 1/, /by the number.*initials/] as const,
  ),
  ...[
    '?',
    '??',
    '-',
    '—',
    '/',
    'n.c.',
    'n d',
    'N.R.',
    'Non connu',
    'not known',
    'non renseignée',
    'manquant',
    'vide',
  ].flatMap((cell) =>
    ['ki67_percent', 'board_date', 'grade', 'chemotherapy'].map(
      (name) => [name, cell, /n’est pas connue, laissez/, /is not known, leave/] as const,
    ),
  ),
  ['chemotherapy', 'oui\u00a0\u2060', /gluon de mots/, /word joiner/],
  // Without the point it would be patient 10.
  ...['1.0', '001,00', '1E+05', '1,23457E+11'].map(
    (cell) =>
      ['patient_id', cell, /pris ce pseudonyme pour un nombre/, /took this pseudonym for a number/] as const,
  ),
  ...['#VALEUR !', '#RÉF !', '#NOM\u00a0?', 'Err:502', '#DIV/0 !'].map(
    (cell) => ['ki67_percent', cell, /erreur du tableur/, /spreadsheet’s error/] as const,
  ),
  ['patient_id', 'R 001', /Le caractère 2 est une espace/, /Character 2 is a space/],
  ['patient_id', 'É12', /Le caractère 1 est « É »/, /Character 1 is "É"/],
  ['patient_id', '患1', /Le caractère 1 est U\+60A3/, /Character 1 is U\+60A3/],
  ['patient_id', 'x'.repeat(33), /plus de 32 caractères/, /more than 32/],
  ...['1 85 05 78 006 084 36', '1.85.05.2A.006.084.36'].map(
    (cell) => ['patient_id', cell, /sécurité sociale/, /social-security/] as const,
  ),
  ...['06 12 34 56 78', '+33 6 12 34 56 78', '06.12.34.56.78'].map(
    (cell) => ['patient_id', cell, /téléphone/, /phone/] as const,
  ),
  ...['12/3/1950', '12/03/1950'].map(
    (cell) => ['patient_id', cell, /date de naissance/, /date of birth/] as const,
  ),
  ['patient_id', 'a.b@chu.fr', /adresse électronique/, /e-mail/],
];

describe('a reason', () => {
  it.each(OTHERS)('of %s tells what "%s" is', (name, cell, fr, en) => {
    expect(whyNot(columnNamed(name), cell)).toEqual({
      fr: expect.stringMatching(fr),
      en: expect.stringMatching(en),
    });
  });

  // Two codes are as near, or none is near: naming one would be a guess.
  it.each([
    ['side', 'foie'],
    ['side', 'centre'],
    ['sex', '1'],
    ['sex', 'X'],
    ['grade', 'G4'],
    ['primary_site', 'poumon'],
    ['primary_site', 'duodenum/pancreas'],
    ['primary_site', `pancreas${'s'.repeat(100)}`],
    ['primary_site', '?'],
    ['chemotherapy', 'ja'],
    // It may mean no, or 0.
    ['chemotherapy', 'non fait'],
    ['mitoses_per_10_hpf', 'néant'],
    ['board_date', 'hier'],
    ['ki67_percent', 'douze'],
  ])('of %s is not made up for "%s"', (name, cell) => {
    expect(whyNot(columnNamed(name), cell)).toBe('no reason');
  });
});
