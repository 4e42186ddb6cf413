/** Whether each number is more than the one before: then none is there twice. Of rows that stand in order it mostly is so. */
export function isAscending(length: number, numberAt: (row: number) => number): boolean {
  let before = -1;
  for (let row = 0; row < length; row++) {
    const number = numberAt(row);
    if (number <= before) return false;
    before = number;
  }
  return true;
}
