import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsPatient, withoutPatient } from '#shared/erasure/without-patient.ts';
import { patientOf, rowKey, type TableRow } from '#shared/tables/tables.ts';
import { decodeFile } from '#shared/validation/decode-file.ts';
import { arbitraryRows } from '#test/tables/arbitrary-rows.ts';
import { arbitraryDialect } from '#test/validation/arbitrary-dialect.ts';
import { type Bytes, bytesOf, columnNames, csvFile, fileOfRows } from '#test/validation/csv-file.ts';
import { examined, rowsOf } from '#test/validation/examined.ts';

/** One is the beginning, the end or the middle of another; some read like other cells of a row. */
const NAMES = ['P1', 'P12', 'xP1', 'P1-x', 'a_P1_b', 'p', '1', '12', 'yes'];

const named = (content: TableRow, patient_id: string): TableRow => {
  const row = { ...content.row, patient_id };
  return Object.assign({}, content, { row });
};
const ofPatients = arbitraryRows.filter((rows) => rows.every((row) => patientOf(row) !== undefined));

const file = fc
  .tuple(ofPatients, fc.array(fc.constantFrom(...NAMES), { minLength: 8, maxLength: 8 }))
  .map(([rows, names]) => rows.map((row, place) => named(row, names[place] ?? 'P1')))
  .map((rows) => [...new Map(rows.map((row) => [rowKey(row), row])).values()])
  .chain((rows) => {
    const columns = columnNames(rows[0]?.table ?? 'patients');
    const inAnyOrder = fc.shuffledSubarray([...columns], { minLength: columns.length });
    return fc.record({ rows: fc.constant(rows), columns: inAnyOrder, how: arbitraryDialect });
  })
  .map(({ rows, columns, how }) => ({ rows, bytes: fileOfRows(rows, how, columns) }));

/** The lines of a file with their ends, a byte a character, or in UTF-16 two. */
function linesOf(bytes: Uint8Array): readonly string[] {
  const decoded = decodeFile(bytes);
  const wide = 'encoding' in decoded && decoded.encoding.startsWith('utf-16') ? decoded.encoding : undefined;
  const text =
    wide === undefined
      ? String.fromCharCode(...bytes)
      : new TextDecoder(wide, { ignoreBOM: true }).decode(bytes);
  return text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
}

describe('a file without a patient', () => {
  it('is the other lines byte for byte, and reads as the other rows, in every dialect', () => {
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(file, fc.constantFrom(...NAMES), ({ rows, bytes }, patient) => {
        const others = rows.filter((row) => patientOf(row) !== patient);
        const without = withoutPatient(bytes, patient);
        outcomes.add(without.outcome);
        if (others.length === rows.length) return void expect(without).toEqual({ outcome: 'not there' });
        if (others.length === 0) return void expect(without).toEqual({ outcome: 'nothing left' });
        if (without.outcome !== 'others left') throw new Error(without.outcome);
        expect(without.lines).toBe(rows.length - others.length);
        expect(rowsOf(without.bytes)).toEqual(others);
        const read = examined(bytes);
        if (read.verdict === 'refused') throw new Error('refused');
        const gone = [...read.rows]
          .filter(({ content }) => patientOf(content) === patient)
          .map(({ line }) => line);
        expect(linesOf(without.bytes)).toEqual(linesOf(bytes).filter((_, at) => !gone.includes(at + 1)));
        expect(holdsPatient(without.bytes, patient)).toBe(false);
      }),
      { numRuns: 500 },
    );
    expect([...outcomes].sort()).toEqual(['not there', 'nothing left', 'others left']);
  });

  const text = (content: string) => bytesOf(content);
  const HEADER = columnNames('lesions').join(';');

  it.each<[string, Bytes, string, string]>([
    [
      'what Excel is told of the separator stays',
      text(`sep=;\n${HEADER}\nP1;1\nP2;1\n`),
      'P1',
      `sep=;\n${HEADER}\nP2;1\n`,
    ],
    ['an id in another case stays', text(`${HEADER}\np1;1\nP1;1\nP1-;1\n`), 'P1', `${HEADER}\np1;1\nP1-;1\n`],
    ['a last line without an end', text(`${HEADER}\nP2;1\nP1;1`), 'P1', `${HEADER}\nP2;1\n`],
    ['a last line without an end that stays', text(`${HEADER}\nP1;1\nP2;1`), 'P1', `${HEADER}\nP2;1`],
    [
      'a row that a decimal comma has shifted',
      text('pair,side,lesion,patient_id\n1,left,2,P2\n1,left,7,5,P1\n'),
      'P1',
      'pair,side,lesion,patient_id\n1,left,2,P2\n',
    ],
    ['the number of another cell is no patient', text(`${HEADER}\n1;12\n12;1\n`), '12', `${HEADER}\n1;12\n`],
    [
      'a cell that is made a text for Excel',
      text(`${HEADER}\n"=""012""";1\n'012;2\n012;3\n12;4\n`),
      '012',
      `${HEADER}\n12;4\n`,
    ],
    ['an unknown header: any cell, by any delimiter', text('who|x\na;P1;b\nP12;c\n'), 'P1', 'who|x\nP12;c\n'],
    ['no header at all', text('P1;1;F\nP2;1;F\n'), 'P1', 'P2;1;F\n'],
  ])('%s', (_, bytes, patient, left) => {
    const without = withoutPatient(bytes, patient);
    if (without.outcome !== 'others left') throw new Error(without.outcome);
    expect(new TextDecoder().decode(without.bytes)).toBe(left);
  });

  it.each(['utf-16le', 'utf-16be'] as const)('%s: its other lines are kept, and what ends it', (encoding) => {
    const file = (...rows: readonly string[]) =>
      bytesOf(`${HEADER}\r\n${rows.map((row) => `${row}\n`).join('')}\u001a`, encoding);
    const without = withoutPatient(file('P1;1', 'P12;Ċ', 'P1;2'), 'P1');
    expect(without).toEqual({ outcome: 'others left', bytes: file('P12;Ċ'), lines: 2 });
    expect(withoutPatient(file('P1;1'), 'P1')).toEqual({ outcome: 'nothing left' });
  });

  it.each<[string, Bytes]>([
    ['a stray quote, behind which a line may go on', text(`${HEADER}\nP1;1;"a\nb";2\nP2;1\n`)],
    ['UTF-16 without a mark', bytesOf('patient_id;pair\r\nP1;1\r\n', 'utf-16le').subarray(2)],
    ['a binary file', Uint8Array.from([0, 1, 2, ...text('P1'), 0])],
  ])('%s: the file goes whole', (_, bytes) => {
    expect(withoutPatient(bytes, 'P1')).toEqual({ outcome: 'not by lines' });
    expect(withoutPatient(bytes, 'P12')).toEqual({ outcome: 'not there' });
  });

  it('an empty file holds nobody', () => {
    expect(withoutPatient(text(''), 'P1')).toEqual({ outcome: 'not there' });
    expect(withoutPatient(csvFile('patients', []), 'P1')).toEqual({ outcome: 'not there' });
  });
});
