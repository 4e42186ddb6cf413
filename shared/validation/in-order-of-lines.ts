import type { Problem } from './problem.ts';

interface Source {
  readonly left: Iterator<Problem>;
  next: Problem;
}

const lineOf = ({ row }: Problem) => row ?? 0;

/**
 * The problems of several rules in order of their lines, those of one line in the order of the rules; what is of the whole
 * file comes first. They are taken from the rules one by one, so that those of a file need never be there all at once.
 *
 * @param rules - lists in any order, or what gives its problems in order of lines
 */
export function* inOrderOfLines(...rules: readonly Iterable<Problem>[]): Generator<Problem> {
  let sources: readonly Source[] = rules.flatMap((rule) => {
    const left = (isList(rule) ? sorted(rule) : rule)[Symbol.iterator]();
    const first = left.next();
    return first.done === true ? [] : [{ left, next: first.value }];
  });
  while (sources.length > 0) {
    const line = sources.reduce((first, { next }) => Math.min(first, lineOf(next)), Number.POSITIVE_INFINITY);
    for (const source of sources) {
      if (lineOf(source.next) === line && !(yield* ofLine(source, line))) {
        sources = sources.filter((other) => other !== source);
      }
    }
  }
}

/** All that a source has of a line; false where it has nothing more then. */
function* ofLine(source: Source, line: number): Generator<Problem, boolean> {
  while (lineOf(source.next) === line) {
    yield source.next;
    const next = source.left.next();
    if (next.done === true) return false;
    source.next = next.value;
  }
  return true;
}

const isList = (rule: Iterable<Problem>): rule is readonly Problem[] => Array.isArray(rule);

function sorted(problems: readonly Problem[]): readonly Problem[] {
  const isInOrder = problems.every((problem, at) => lineOf(problems[at - 1] ?? problem) <= lineOf(problem));
  return isInOrder ? problems : problems.toSorted((a, b) => lineOf(a) - lineOf(b));
}
