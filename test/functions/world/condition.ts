import type { Item, Value } from './item.ts';

export interface Operands {
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, Value>>;
}

const FUNCTION_TERM = /^(attribute_exists|attribute_not_exists)\((\S+)\)$/;
const COMPARISON_TERM = /^(\S+) (=|<=) (:\S+)$/;

/**
 * Whether an item meets a condition. Of DynamoDB's language this knows `attribute_exists`,
 * `attribute_not_exists`, `=`, `<=` between texts, AND and OR; anything else is an error, so that no test passes unread.
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
  if (comparison === '=') return found === asked;
  return typeof found === 'string' && typeof asked === 'string' && found <= asked;
}

const ASSIGNMENT = /^(\S+) = (:\S+)$/;

/** Carries out `SET a = :b, #c = :d`. */
export function assignments(
  expression: string,
  { names, values }: Operands,
): Readonly<Record<string, Value>> {
  if (!expression.startsWith('SET ')) throw new Error(`the model cannot read the update ${expression}`);
  return Object.fromEntries(
    expression
      .slice('SET '.length)
      .split(', ')
      .map((assignment) => {
        const [, left, right] = ASSIGNMENT.exec(assignment) ?? [];
        if (left === undefined || right === undefined) {
          throw new Error(`the model cannot read the assignment ${assignment}`);
        }
        return [left.startsWith('#') ? known(names, left) : left, known(values, right)];
      }),
  );
}

/** A placeholder's meaning; DynamoDB refuses one that is not given. */
export function known<V>(given: Readonly<Record<string, V>>, placeholder: string): V {
  const meaning = given[placeholder];
  if (meaning === undefined) throw new Error(`the expression's ${placeholder} is not given`);
  return meaning;
}
