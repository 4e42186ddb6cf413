import { describe, expect, it } from 'vitest';
import { PAIRS } from '#shared/tables/pairs.ts';
import { readCell, whyNotRead } from '#shared/tables/read-cell.ts';
import type { Column } from '#shared/tables/table.ts';
import { VISIBILITY } from '#shared/tables/visibility.ts';

const COLUMNS: readonly Column[] = [...VISIBILITY.columns, ...PAIRS.columns];
const columnNamed = (name: string): Column => {
  const found = COLUMNS.find((column) => column.name === name);
  if (found === undefined) throw new Error(`there is no column ${name}`);
  return found;
};

describe('a segment', () => {
  it.each([
    ['4a', 'IVa'],
    ['4 B', 'IVb'],
    ['IV-a', 'IVa'],
    ['S4a', 'IVa'],
    ['SIVb', 'IVb'],
    ['8', 'VIII'],
    ['8.0', 'VIII'],
    ['8,0', 'VIII'],
    ['S5', 'V'],
    ['SVIII', 'VIII'],
    ['seg 6', 'VI'],
    ['Seg. VI', 'VI'],
    ['Sg3', 'III'],
    ['segment_2', 'II'],
    ['i', 'I'],
  ])('"%s" is read as %s', (cell, segment) => {
    expect(readCell(columnNamed('segment'), cell)).toEqual({ value: segment });
  });

  // Words are compared without dashes: then I-II would be III, and V-III VIII.
  it.each(['I-II', 'V-III', 'V–I', 'V I', 'II_I', 'IV', '4', '9', '4c'])(
    'is not guessed from "%s"',
    (cell) => {
      expect(readCell(columnNamed('segment'), cell)).not.toHaveProperty('value');
    },
  );
});

describe('a size', () => {
  it.each(['5-9', '5–9', '5 9', 'de 5 à 9 mm'])('"%s" is read as 5_9', (cell) => {
    expect(readCell(columnNamed('size_class'), cell)).toEqual({ value: '5_9' });
  });

  // 59 mm, and not 5_9 without its underscore.
  it.each(['59', '1019', '6'])('is not read from "%s"', (cell) => {
    expect(readCell(columnNamed('size_class'), cell)).not.toHaveProperty('value');
  });
});

const HALVES = [/IVa ou IVb.*laissez la cellule vide/, /IVa or IVb.*blank/] as const;
const ONE_SEGMENT = [/n’a qu’un segment/, /one segment only/] as const;
const WHICH_SEGMENT = [/segment de Couinaud, ou laissez/, /Couinaud’s segment, or leave/] as const;
const WHICH_SIZE = [/classe du plus grand diamètre.*vide si/, /class of the greatest.*blank if/] as const;
const NOT_ASSESSABLE = [/n’est pas évaluable.*vide.*tranchez/, /not assessable.*blank.*decide/] as const;
const WHICH_LISTED = [/all si.*some si.*vide si/, /all if.*some if.*blank if/] as const;
const SCALE = [/de 1 \(sûrement bénigne\) à 5/, /from 1 \(surely benign\) to 5/] as const;
const meant = (code: string) => [new RegExp(`dire ${code} `), new RegExp(`mean ${code}\\b`)] as const;
const written = (text: string) => [new RegExp(`écrivez ${text}$`), new RegExp(`write ${text}$`)] as const;
const limit = (code: string) => [new RegExp(`limite.*${code}`), new RegExp(`limit.*${code}`)] as const;

const REMEDIES: readonly (readonly [
  column: string,
  remedy: readonly [fr: RegExp, en: RegExp],
  ...cells: readonly string[],
])[] = [
  ['segment', HALVES, 'IV', '4', 'S4', '4.0', 'segment IV', '4ab', 'IVa/b', 'IVa + IVb'],
  ['segment', ONE_SEGMENT, 'V/VI', '5-8', 'I-II', 'II et III', 'S5+S6', 'IV-V'],
  ['segment', WHICH_SEGMENT, '9', '4c', 'dôme', 'lobe caudé', '?', '-'],
  ['size_class', written('5_9'), '6', '9.9 mm', '0,5 cm'],
  ['size_class', written('20_or_more'), '20', '59', '2 cm', '59,0'],
  ['size_class', [/pour 1,3 mm, écrivez under_5 ; pour 1,3 cm, écrivez 10_19/, /1,3 cm, write 10_19/], '1,3'],
  ['size_class', limit('under_5'), '<5', '< 5 mm', '<0,5 cm'],
  ['size_class', limit('20_or_more'), '>20', '>= 20 mm', '≥2cm'],
  ['size_class', WHICH_SIZE, '<10', '10-20', 'micro', '?'],
  [
    'seen_ct_portal',
    NOT_ASSESSABLE,
    'NE',
    'n.e.',
    'flou',
    'non évaluable',
    'oui/non',
    'oui ?',
    '?',
    '-',
    '2',
  ],
  ['seen_ct_portal', [/croix/, /cross/], 'X', '+'],
  ['nature', meant('benign'), 'kyste', 'Kyste biliaire', 'hémangiome', 'angiomes', 'HNF', 'bénin', 'B'],
  ['nature', meant('metastasis'), 'méta', 'M', 'lésion secondaire', 'TNE'],
  ['nature', meant('unknown'), 'indéterminé', 'douteux', 'non connue'],
  ['reference', meant('histology'), 'biopsie', 'anapath', 'histo', 'pièce opératoire'],
  ['reference', meant('follow_up'), 'contrôle', 'recul'],
  ['reference', meant('other_imaging'), 'TEP', 'TEP DOTATOC', 'écho'],
  ['reference', meant('none'), 'aucune', 'non', '0'],
  ['confidence_ct', [/Écrivez 4 seul/, /Write 4 alone/], '4/5', '4 / 5'],
  ['confidence_ct', SCALE, 'sûr', '+++', '?'],
  ['lesions_listed', WHICH_LISTED, 'oui', 'non', 'X', '0', '?'],
  ['lesions_listed', meant('all'), 'tout', 'complet'],
  ['lesions_listed', meant('some'), 'partielle'],
];

describe('what is no value', () => {
  it.each(
    REMEDIES.flatMap(([name, [fr, en], ...cells]) => cells.map((cell) => [name, cell, fr, en] as const)),
  )('of %s tells what to write for "%s"', (name, cell, fr, en) => {
    const column = columnNamed(name);
    expect(readCell(column, cell)).toEqual({ why: 'of another kind' });
    expect(whyNotRead(column, cell)).toEqual({
      fr: expect.stringMatching(fr),
      en: expect.stringMatching(en),
    });
  });

  it('of a column that may not be blank tells the code for what is not known', () => {
    expect(columnNamed('nature').kind.expected.fr).toContain('unknown si elle n’est pas connue');
    expect(columnNamed('reference').kind.expected.fr).toContain('none si rien ne l’établit');
  });
});
