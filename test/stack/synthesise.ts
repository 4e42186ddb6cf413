import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, NestedStack, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { readConfiguration } from '#cdk/configuration.ts';
import { CtMriStudy } from '#cdk/stack/ct-mri-study.ts';
import { STACK_NAME } from '#cdk/stack-outputs.ts';

const cdkJson = z.object({ context: z.record(z.string(), z.unknown()) });

/** The context of the project's `cdk.json`. */
export const projectContext = cdkJson.parse(
  JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')),
).context;

const resourceSchema = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DependsOn: z.array(z.string()).default([]),
  DeletionPolicy: z.string().optional(),
});
export type Resource = z.infer<typeof resourceSchema>;

export interface Synthesised {
  readonly app: App;
  readonly stack: CtMriStudy;
  readonly template: Template;
  /** Of the stacks in it, by the name of the construct. */
  readonly nested: ReadonlyMap<string, Template>;
  /** All resources by logical id. */
  readonly resources: ReadonlyMap<string, Resource>;
}

/** The study's stack as `cdk.json` configures it, with other settings over it; the functions are not bundled. */
export function synthesise(settings: Readonly<Record<string, unknown>> = {}): Synthesised {
  const outdir = mkdtempSync(join(tmpdir(), 'ctmri-stack-'));
  try {
    return synthesiseInto(outdir, { ...settings, 'aws:cdk:bundling-stacks': [] });
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** The same, into a folder that the caller removes, and with the functions bundled as a deployment does. */
export function synthesiseInto(
  outdir: string,
  settings: Readonly<Record<string, unknown>> = {},
): Synthesised {
  const app = new App({ outdir, context: { ...projectContext, ...settings } });
  const outcome = readConfiguration(app.node.getAllContext());
  if (!outcome.ok) throw new Error(outcome.problems.map(({ en }) => en).join('\n'));
  const stack = new CtMriStudy(app, STACK_NAME, outcome.configuration, {
    account: '111111111111',
    region: 'eu-west-3',
  });
  const template = Template.fromStack(stack);
  return {
    app,
    stack,
    template,
    nested: nestedTemplates(stack),
    resources: resourcesOf(template),
  };
}

/** The resources of a template by logical id. */
export const resourcesOf = (template: Template): ReadonlyMap<string, Resource> =>
  new Map(Object.entries(z.record(z.string(), resourceSchema).parse(template.toJSON()['Resources'])));

/** The templates of the stacks in a stack, by the name of the construct. */
export const nestedTemplates = (stack: Stack): ReadonlyMap<string, Template> =>
  new Map(
    stack.node
      .findAll()
      .flatMap((part) =>
        NestedStack.isNestedStack(part) ? [[part.node.id, Template.fromStack(part)] as const] : [],
      ),
  );

/** The properties of the one resource of a type, with the construct of that name, in the stack or one in it. */
export function propertiesOf(
  { resources, nested }: Synthesised,
  type: string,
  construct = '',
): Resource['Properties'] {
  const found = [resources, ...[...nested.values()].map(resourcesOf)]
    .flatMap((those) => [...those])
    .filter(([id, { Type }]) => Type === type && withoutHash(id) === (construct || withoutHash(id)));
  const [only] = found;
  if (found.length !== 1 || only === undefined)
    throw new Error(`${found.length} resources ${type} ${construct}`);
  return only[1].Properties;
}

const withoutHash = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '');

/** What a stack in the stack is given, by its name in the one that it lies in: `referencetoCtMriStudyTable0A1B2C3DArn`. */
const ofParent = (ref: string): string =>
  ref.replace(new RegExp(`^referenceto${STACK_NAME}(.+?[0-9A-F]{8})(Arn|Ref)?$`), '$1');

const reference = z.union([
  z.string(),
  z.object({ Ref: z.string() }).transform(({ Ref }) => withoutHash(ofParent(Ref))),
  z
    .object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) })
    .transform((got) => withoutHash(got['Fn::GetAtt'][0])),
]);

/** A value as a person would write it: references by the construct's name, joined texts joined. */
export function readable(value: unknown): string {
  const joined = z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) }).safeParse(value);
  if (joined.success) {
    const [separator, parts] = joined.data['Fn::Join'];
    return parts.map(readable).join(separator);
  }
  const plain = reference.safeParse(value);
  return plain.success ? plain.data : JSON.stringify(value);
}
