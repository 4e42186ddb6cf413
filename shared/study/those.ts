/** Those that stay: where all do, as of most patients, the same list, which takes no memory of its own. */
export const those = <T>(items: readonly T[], stays: (item: T) => boolean): readonly T[] =>
  items.every(stays) ? items : items.filter(stays);
