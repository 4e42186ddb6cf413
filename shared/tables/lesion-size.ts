import { DIAMETER_COLUMNS, type LesionRow } from './lesions.ts';

/** The largest of a lesion's diameters on the six sequences, in millimetres; null where none is measured but as 0, gone. */
export function largestDiameter(lesion: LesionRow): number | null {
  const measured = DIAMETER_COLUMNS.flatMap(({ name }) => lesion[name] || []);
  return measured.length === 0 ? null : Math.max(...measured);
}
