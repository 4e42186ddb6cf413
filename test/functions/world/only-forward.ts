/**
 * Follows things (a file's version, the latest result, a report) through the states that each may have in turn, some of
 * which may be equal. Tells whether a thing can have this state now without having gone back to an earlier one.
 */
export function onlyForward() {
  const places = new Map<string, number>();
  return (thing: string, states: readonly string[], state: string): boolean => {
    const place = states.indexOf(state, places.get(thing) ?? 0);
    if (place !== -1) places.set(thing, place);
    return place !== -1;
  };
}
