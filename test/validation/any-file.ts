import fc from 'fast-check';
import { annotatedFile } from '#shared/reports/annotated-file.ts';
import { TABLE_NAMES } from '#shared/tables/tables.ts';
import { arbitraryRows } from '#test/tables/arbitrary-rows.ts';
import { type Bytes, bytesOf, columnNames, fileOfCells, fileOfRows, PLAIN } from './csv-file.ts';
import { examined } from './examined.ts';

/** Bytes of no file at all, and meaningless cells under a header that is right. */
const nonsense: fc.Arbitrary<Bytes> = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Uint8Array.from(bytes)),
  fc.string({ unit: 'binary', maxLength: 100 }).map((text) => bytesOf(text)),
  fc.string({ unit: fc.constantFrom(...'"",;\t\n\r=x'), maxLength: 60 }).map((text) => bytesOf(text)),
  fc
    .tuple(
      fc.constantFrom(...TABLE_NAMES),
      fc.array(
        fc.array(fc.constantFrom('', 'NA', '"', '1', 'yes', '2020-01-01', 'P1', 'é', '=1'), {
          maxLength: 30,
        }),
      ),
    )
    .map(([table, lines]) => fileOfCells([columnNames(table), ...lines])),
);

const goodFile: fc.Arbitrary<Bytes> = fc
  .tuple(
    arbitraryRows,
    fc.constantFrom('where needed', 'everywhere'),
    fc.constantFrom(',', ';', '\t'),
    fc.constantFrom('utf-8', 'utf-8-with-bom', 'windows-1252'),
  )
  .map(([rows, quotes, delimiter, encoding]) =>
    fileOfRows(rows, { ...PLAIN, quotes, delimiter, encoding }, columnNames(rows[0]?.table ?? 'patients')),
  );

/** One thing that happens to a file on its way: some bytes are lost, and others stand in their place. */
const damage = fc.record({
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  lost: fc.oneof(fc.nat(3), fc.nat(200)),
  found: fc.oneof(
    fc.constant(new Uint8Array()),
    fc.uint8Array({ maxLength: 4 }),
    fc
      .constantFrom('"', ';', ',', '\t', '\n', '\r\n', '\0', 'é', '\uFEFF', ' ', 'NA')
      .map((text) => bytesOf(text)),
  ),
});

const damagedFile: fc.Arbitrary<Bytes> = fc
  .tuple(goodFile, fc.array(damage, { maxLength: 4 }))
  .map(([file, damages]) =>
    damages.reduce<Bytes>((bytes, { at, lost, found }) => {
      const from = Math.floor(at * bytes.length);
      return Uint8Array.from([...bytes.subarray(0, from), ...found, ...bytes.subarray(from + lost)]);
    }, file),
  );

/** What may lie in an upload: nonsense, or a good file that was damaged, or was not. */
export const anyFile = fc.oneof(nonsense, damagedFile);

export interface Answer {
  readonly verdict: 'accepted' | 'refused';
  /** Nothing, where the answer is one that a centre can use. */
  readonly wrong: readonly string[];
}

/** What is wrong with the answer to a file: it is accepted with rows or refused with reasons, in order of lines. */
export function answerTo(bytes: Bytes): Answer {
  const examination = examined(bytes);
  const { verdict } = examination;
  const found = examination.verdict === 'refused' ? examination.problems : examination.warnings;
  const wrong: string[] = [];
  if (examination.verdict === 'refused' && found.length === 0) wrong.push('refused without a reason');
  if (examination.verdict === 'accepted' && examination.rows.length === 0)
    wrong.push('accepted without a row');
  const lines = found.map(({ row }) => row ?? 0);
  if (lines.some((line, position) => line < (lines[position - 1] ?? 0))) wrong.push(`out of order: ${lines}`);
  if (examination.text !== undefined) {
    const { length } = annotatedFile(examination.text, found);
    if (length <= bytes.length / 2) wrong.push(`annotated in ${length} bytes of ${bytes.length}`);
  }
  return { verdict, wrong };
}
