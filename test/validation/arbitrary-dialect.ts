import fc from 'fast-check';
import { DELIMITERS } from '#shared/validation/split-cells.ts';
import type { Dialect } from './csv-file.ts';

const SPELLINGS: readonly ((column: string) => string)[] = [
  (column) => column,
  (column) => column.toUpperCase(),
  (column) => column.replaceAll('_', ' '),
  (column) => column.replaceAll('_', '-').replace(/^./, (first) => first.toUpperCase()),
];

/** A file as a spreadsheet in any of these countries may write it. */
export const arbitraryDialect: fc.Arbitrary<Dialect> = fc.record({
  encoding: fc.constantFrom('utf-8', 'utf-8-with-bom', 'windows-1252', 'utf-16le', 'utf-16be'),
  lineEnds: fc.oneof(
    fc.constantFrom('\n', '\r\n', '\r').map((end) => [end] as const),
    // A CR before an LF would be one line end, not two.
    fc.constantFrom(['\n', '\r\n'] as const, ['\n', '\r\n', '\r', '\n'] as const),
  ),
  delimiter: fc.constantFrom(...DELIMITERS),
  quotes: fc.constantFrom('where needed', 'everywhere'),
  header: fc.constantFrom(...SPELLINGS),
  decimal: fc.constantFrom('.', ','),
  days: fc.constantFrom('YYYY-MM-DD', 'DD/MM/YYYY'),
  yesNo: fc.constantFrom(['yes', 'no'], ['oui', 'non'], ['VRAI', 'FAUX'], ['True', 'False'], ['1', '0']),
  male: fc.constantFrom('M', 'H'),
  unknown: fc.constantFrom('', 'NA', 'NC'),
  padding: fc.constantFrom('', ' ', '\u00a0'),
  rowEnds: fc.constantFrom('kept', 'extended', 'shortened'),
  blankLines: fc.boolean(),
  before: fc.constantFrom('', 'ï»¿', 'sep=;\r\n', '\n\n'),
  after: fc.constantFrom('', '\u001a', '\u001a\r\n', '\r\n\u001a'),
});
