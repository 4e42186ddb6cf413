/** The value that a JSON text says, or undefined where it is none: for texts that somebody else may have written. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
