import { type Content, element } from './html.ts';

/** A value of the manifest, with its place there; of a list, how many it holds. */
export const manifestValue = (path: string, value: string | number, shown: Content): Content =>
  element('data', { value: String(value), 'data-setting': path }, shown);
