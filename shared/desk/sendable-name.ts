import { LONGEST_NAME } from '#shared/validation/upload-place.ts';

const ENDING = '.csv';

/** The name under which a dropped file can be sent: `patients.xlsx` → `patients.csv`. What nobody sees is left out. */
export function sendableName(name: string): string {
  const stem = name
    .normalize('NFC')
    .replace(/\.(?:csv|tsv|txt|xlsx|xlsm)$/i, '')
    .replaceAll(/[/\\]|\$\{/g, '-')
    .replaceAll(/\p{C}/gu, '')
    .trim();
  return `${[...stem].slice(0, LONGEST_NAME).join('').trim() || 'file'}${ENDING}`;
}

/** Names in which no two are the same: the second `patients.csv` is `patients (2).csv`. */
export function distinctName(name: string, taken: ReadonlySet<string>): string {
  const stem = name.slice(0, -ENDING.length);
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${stem} (${number})${ENDING}`;
    if (!taken.has(candidate)) return candidate;
  }
}
