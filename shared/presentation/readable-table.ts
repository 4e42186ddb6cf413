import type { Bilingual } from '#shared/language.ts';
import { englishFigure } from './figures.ts';

/** What stands in a cell, by the conventions of each language. */
export interface ReadableCell extends Bilingual {
  /** Where the language is not known: figures and names are shown the French way only. Absent: both languages. */
  readonly both?: string;
}

/** A table for the eye: rounded; the files beside it hold the full figures. */
export interface ReadableTable {
  readonly title: Bilingual;
  readonly headings: readonly Bilingual[];
  readonly rows: readonly (readonly ReadableCell[])[];
}

/** A name that is shown in French where the language is not known. */
export const nameCell = (name: Bilingual): ReadableCell => ({ ...name, both: name.fr });

/** A figure with a decimal comma, which is a point in English. */
export const figureCell = (french: string): ReadableCell =>
  nameCell({ fr: french, en: englishFigure(french) });
