/**
 * Follows things that move along a history of moments, some of which may look alike. Tells whether a thing can be
 * at such a moment now without having gone back.
 */
export function onlyForward() {
  const places = new Map<string, number>();
  return (thing: string, moments: readonly string[], moment: string): boolean => {
    const place = moments.indexOf(moment, places.get(thing) ?? 0);
    if (place !== -1) places.set(thing, place);
    return place !== -1;
  };
}
