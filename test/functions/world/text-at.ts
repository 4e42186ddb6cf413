import type { Bucket } from './bucket.ts';

/** The text that lies at a key; '' where nothing is. A byte-order mark is a character of it. */
export function textAt({ bucket }: { readonly bucket: Bucket }, key: string): string {
  const object = bucket.current(key);
  return object === undefined ? '' : new TextDecoder('utf-8', { ignoreBOM: true }).decode(object.bytes);
}
