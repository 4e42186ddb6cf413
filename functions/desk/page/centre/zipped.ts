import { strToU8, zipSync } from 'fflate';

/** The first day that a zip can name: the same workbook has the same bytes. */
const NO_DAY = new Date(1980, 0, 1);

/** The parts of a workbook as an .xlsx file. */
export function zipped(parts: ReadonlyMap<string, string>): Uint8Array<ArrayBuffer> {
  const files = Object.fromEntries([...parts].map(([path, xml]) => [path, strToU8(xml)]));
  return Uint8Array.from(zipSync(files, { mtime: NO_DAY }));
}
