import { anyOf } from '#test/functions/world/random.ts';

/** What somebody does with the bucket, or what befalls the machines. */
export type Operation =
  | { readonly kind: 'upload'; readonly key: string; readonly content: string; readonly announced: boolean }
  | { readonly kind: 'remove'; readonly key: string; readonly announced: boolean }
  | { readonly kind: 'run' }
  | { readonly kind: Fault };

export type Fault = (typeof FAULTS)[number];
const FAULTS = ['kill a function', 'freeze a function', 'freeze the database'] as const;

/** The files that a centre may send, by their table. */
export type CentreFiles = ReadonlyMap<string, string>;

/** Nobody's folder; one whose name begins like a centre's. */
const OTHER_FOLDERS = ['nowhere', 'rouen-nord'];

/** What no column takes. */
export const NO_SUCH_VALUE = 'no such value';

/** What no spreadsheet writes: the start of a workbook that somebody renamed. */
const WORKBOOK = 'PK\u0003\u0004';

const without = (text: string, share: number): string => {
  const [header = '', ...rows] = text.trimEnd().split('\n');
  return `${[header, ...rows.slice(0, Math.ceil(rows.length * share))].join('\n')}\n`;
};

/** A file as it is; with fewer rows; with a row that is wrong; as a workbook; empty. */
const VARIANTS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text,
  (text) => without(text, 0.7),
  (text) => without(text, 0.4),
  (text) => text.replace(/\n([^,;\n]+)([,;])[^,;\n]*/, `\n$1$2${NO_SUCH_VALUE}`),
  () => WORKBOOK,
  () => '',
];

/** Any operations, the same for the same numbers; about one in six is a fault. */
export function* operations(
  count: number,
  centres: ReadonlyMap<string, CentreFiles>,
  random: () => number,
): Generator<Operation> {
  const sent: string[] = [];
  for (let made = 0; made < count; made++) {
    const chance = random();
    const announced = random() > 0.1;
    if (chance < 0.15) yield { kind: anyOf(FAULTS, random) };
    else if (chance < 0.18) yield { kind: 'run' };
    else if (chance < 0.28 && sent.length > 0) yield { kind: 'remove', key: anyOf(sent, random), announced };
    else {
      const [centre, files] = anyOf([...centres], random);
      const [table, text] = anyOf([...files], random);
      const folder = random() < 0.05 ? anyOf(OTHER_FOLDERS, random) : centre;
      // A second file of the same rows is blocked by the first one, as long as that is there.
      const name = random() < 0.2 ? `more ${table}+é` : table;
      const key = `uploads/${folder}/${name}.csv`;
      sent.push(key);
      yield { kind: 'upload', key, content: anyOf(VARIANTS, random)(text), announced };
    }
  }
}
