import type { Reaching } from './aims.ts';

/** A part of the page: what was measured, beside what, and where the time goes of what is too much. */
export interface Section {
  readonly heading: string;
  readonly reaching: Reaching;
  /** In Markdown: tables, pictures, and what they mean. */
  readonly paragraphs: readonly string[];
}
