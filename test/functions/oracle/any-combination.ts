/** Every way to choose one of each, the first of all first, then those that differ at the end. */
export function* anyCombination<Choice>(
  choices: readonly (readonly Choice[])[],
): Generator<readonly Choice[]> {
  const [first, ...others] = choices;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const choice of first) for (const rest of anyCombination(others)) yield [choice, ...rest];
}
