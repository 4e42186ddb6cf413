/** Moves texts that stand at nearly the same height apart, so that all can be read: the order stays, and the middle. */
export function apart<T extends { readonly y: number }>(texts: readonly T[], gap: number): readonly T[] {
  const sorted = texts.toSorted((a, b) => a.y - b.y);
  const middle = (sorted.length - 1) / 2;
  const isNear = sorted.some((text, position) => text.y - (sorted[position - 1]?.y ?? -Infinity) < gap);
  if (!isNear) return sorted;
  const mean = sorted.reduce((sum, { y }) => sum + y, 0) / sorted.length;
  return sorted.map((text, position) => {
    const least = mean + (position - middle) * gap;
    return {
      ...text,
      y: position < middle ? Math.min(text.y, least) : position > middle ? Math.max(text.y, least) : mean,
    };
  });
}
