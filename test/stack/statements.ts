import * as z from 'zod';
import { type Resource, readable } from './synthesise.ts';

const oneOrMore = z.preprocess((given) => (Array.isArray(given) ? given : [given]), z.array(z.unknown()));

const statementSchema = z
  .object({
    Effect: z.enum(['Allow', 'Deny']),
    Action: oneOrMore,
    Resource: oneOrMore,
    Principal: z.unknown().optional(),
    Condition: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  })
  .transform(({ Effect, Action, Resource, Principal, Condition }) => ({
    effect: Effect,
    actions: Action.map(readable),
    resources: Resource.map(readable),
    principal: Principal === undefined ? undefined : JSON.stringify(Principal),
    conditions: Object.entries(Condition).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, values]) => {
        const wanted = Array.isArray(values) ? values : [values];
        return `${operator} ${key} ${wanted.map(readable).join(' ')}`;
      }),
    ),
  }));
export type Statement = z.infer<typeof statementSchema>;

const documentSchema = z.object({ Statement: z.array(statementSchema) });

/** The statements of a policy of any kind: of a role, a key, a bucket, a queue, or on its own. */
export function statementsOf({ Properties }: Pick<Resource, 'Properties'>): readonly Statement[] {
  const document = Properties['PolicyDocument'] ?? Properties['KeyPolicy'];
  return document === undefined ? [] : documentSchema.parse(document).Statement;
}

/** One line for a statement: `Allow s3:GetObject on StudyBucket/uploads/* if …`. */
export function inWords({ effect, actions, resources, conditions }: Statement): string {
  const when = conditions.length === 0 ? '' : ` if ${conditions.join(' and ')}`;
  return `${effect} ${actions.join(' ')} on ${resources.join(' ')}${when}`;
}

/** What a resource with its `*` names, as IAM reads it. */
export const patternOf = (resource: string): RegExp =>
  new RegExp(`^${resource.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
