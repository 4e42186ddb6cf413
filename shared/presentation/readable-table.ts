import type { Bilingual } from '#shared/language.ts';

/** A table for the eye: rounded, French conventions; the files beside it hold the full figures. */
export interface ReadableTable {
  readonly title: Bilingual;
  readonly headings: readonly Bilingual[];
  readonly rows: readonly (readonly string[])[];
}
