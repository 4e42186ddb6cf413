import { DIAMETER_COLUMNS, type LesionRow } from './lesions.ts';
import type { SizeClass } from './visibility.ts';

/** The largest of a lesion's diameters on the six sequences, in millimetres; null where none is measured but as 0, gone. */
export function largestDiameter(lesion: LesionRow): number | null {
  const measured = DIAMETER_COLUMNS.flatMap(({ name }) => lesion[name] || []);
  return measured.length === 0 ? null : Math.max(...measured);
}

/** The class of a size in millimetres: 9.9 mm are under 10, 10.0 are not. */
export function sizeClassOf(millimetres: number): SizeClass {
  if (millimetres < 5) return 'under_5';
  if (millimetres < 10) return '5_9';
  return millimetres < 20 ? '10_19' : '20_or_more';
}
