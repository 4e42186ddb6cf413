import { isDeepStrictEqual } from 'node:util';
import type { Item, Value } from './item.ts';

export interface Operands {
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, Value>>;
}

const FUNCTION_TERM = /^(attribute_exists|attribute_not_exists)\((\S+)\)$/;
const COMPARISON_TERM = /^(\S+) (=|<=|<|>=|>) (:\S+)$/;

/**
 * Whether an item meets a condition. Of DynamoDB's language this knows `attribute_exists`,
 * `attribute_not_exists`, `=`, the comparisons of two texts or of two numbers, AND, and OR between these;
 * anything else is an error, so that no test passes unread.
 */
export function holds(expression: string, item: Item | undefined, operands: Operands): boolean {
  return expression
    .split(' OR ')
    .some((part) => part.split(' AND ').every((term) => termHolds(term, item, operands)));
}

function termHolds(term: string, item: Item | undefined, { names, values }: Operands): boolean {
  const attribute = (name = '') => item?.[name.startsWith('#') ? known(names, name) : name];
  const [, test, tested] = FUNCTION_TERM.exec(term) ?? [];
  if (test !== undefined) return (attribute(tested) !== undefined) === (test === 'attribute_exists');
  const [, left, comparison, right] = COMPARISON_TERM.exec(term) ?? [];
  if (left === undefined || right === undefined)
    throw new Error(`the model cannot read the condition ${term}`);
  const [found, asked] = [attribute(left), known(values, right)];
  if (comparison === '=') return isDeepStrictEqual(found, asked);
  return inOrder(found, asked, comparison);
}

/** Compares two texts or two numbers; of two values of different types none comes first. */
function inOrder(found: Value | undefined, asked: Value, comparison: string | undefined): boolean {
  const comparable =
    (typeof found === 'string' && typeof asked === 'string') ||
    (typeof found === 'number' && typeof asked === 'number');
  if (!comparable) return false;
  if (comparison === '<=') return found <= asked;
  if (comparison === '<') return found < asked;
  return comparison === '>=' ? found >= asked : found > asked;
}

const ASSIGNMENT = /^(\S+) = (?:(\S+) \+ )?(:\S+)$/;

/** Carries out `SET a = :b, #c = #c + :d` on an item as it is; a sum needs two numbers. */
export function assignments(
  expression: string,
  item: Item | undefined,
  { names, values }: Operands,
): Readonly<Record<string, Value>> {
  const nameOf = (name: string) => (name.startsWith('#') ? known(names, name) : name);
  if (!expression.startsWith('SET ')) throw new Error(`the model cannot read the update ${expression}`);
  return Object.fromEntries(
    expression
      .slice('SET '.length)
      .split(', ')
      .map((assignment) => {
        const [, left, summand, right] = ASSIGNMENT.exec(assignment) ?? [];
        if (left === undefined || right === undefined) {
          throw new Error(`the model cannot read the assignment ${assignment}`);
        }
        const value = known(values, right);
        return [nameOf(left), summand === undefined ? value : sum(item?.[nameOf(summand)], value)];
      }),
  );
}

function sum(stored: Value | undefined, added: Value): number {
  if (typeof stored === 'number' && typeof added === 'number') return stored + added;
  throw new Error('DynamoDB adds numbers only');
}

/** A placeholder's meaning; DynamoDB refuses one that is not given. */
export function known<V>(given: Readonly<Record<string, V>>, placeholder: string): V {
  const meaning = given[placeholder];
  if (meaning === undefined) throw new Error(`the expression's ${placeholder} is not given`);
  return meaning;
}
