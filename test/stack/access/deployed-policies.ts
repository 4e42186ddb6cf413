import * as z from 'zod';
import { type Resource, resourcesOf, type Synthesised } from '#test/stack/synthesise.ts';

export const ACCOUNT = '111111111111';
export const REGION = 'eu-west-3';
const STACK = 'CtMriStudy';

/** What AWS puts for the names that begin with `AWS::`. */
const GIVEN: Readonly<Record<string, string>> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Partition': 'aws',
  'AWS::Region': REGION,
  'AWS::StackId': `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${STACK}/0a1b2c3d-0000-4000-8000-000000000000`,
  'AWS::StackName': STACK,
  'AWS::URLSuffix': 'amazonaws.com',
};

const refSchema = z.strictObject({ Ref: z.string() });
const attributeSchema = z.strictObject({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) });
const joinSchema = z.strictObject({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) });
const splitSchema = z.strictObject({
  'Fn::Select': z.tuple([z.number(), z.strictObject({ 'Fn::Split': z.tuple([z.string(), z.unknown()]) })]),
});
const objectSchema = z.record(z.string(), z.unknown());

/** A policy as IAM reads it: every value of the template put in its place. */
export type Policy = z.infer<typeof policySchema>;
const policySchema = z.object({ Version: z.literal('2012-10-17'), Statement: z.array(objectSchema) });

export interface DeployedPolicies {
  /** Of roles by the name of the construct; of a centre's people by `CentreAccess<centre>`, without its hyphens. */
  readonly ofPrincipals: ReadonlyMap<string, Policy>;
  /** Of what is asked for, by its ARN. */
  readonly ofResources: ReadonlyMap<string, Policy>;
  /** What the construct of that name is called. */
  readonly arnOf: (construct: string) => string;
  readonly constructs: readonly string[];
}

/** Every policy of the stack and of those in it, as if it were deployed. */
export function deployedPolicies(study: Synthesised): DeployedPolicies {
  const ofPrincipals = new Map<string, Policy>();
  const ofResources = new Map<string, Policy>();
  const arns = new Map<string, string>();
  const templates = [
    { resources: study.resources, outside: new Map<string, unknown>() },
    ...[...study.nested].map(([id, template]) => ({
      resources: resourcesOf(template),
      outside: new Map(Object.entries(parametersOf(study, id))),
    })),
  ];
  for (const { resources, outside } of templates) {
    const resolve = resolver(resources, (name) => resolver(study.resources)(outside.get(name)));
    const policyOf = (document: unknown) => policySchema.parse(resolve(document));
    const arn = (id: string) => String(resolve({ 'Fn::GetAtt': [id, 'Arn'] }));
    const add = (target: string, policy: Policy) => {
      const { Statement = [] } = ofResources.get(target) ?? {};
      ofResources.set(target, { ...policy, Statement: [...Statement, ...policy.Statement] });
    };
    for (const [id, { Type, Properties }] of resources) {
      const policy = () => policyOf(Properties['PolicyDocument']);
      if (ARNS[Type] !== undefined) arns.set(withoutHash(id), arn(id));
      if (Type === 'AWS::IAM::ManagedPolicy') ofPrincipals.set(withoutHash(id), policy());
      if (Type === 'AWS::IAM::Policy') {
        for (const { Ref } of z.array(refSchema).parse(Properties['Roles'])) {
          ofPrincipals.set(withoutHash(Ref), policy());
        }
      }
      if (Type === 'AWS::KMS::Key') add(arn(id), policyOf(Properties['KeyPolicy']));
      if (Type === 'AWS::IAM::Role') add(arn(id), policyOf(Properties['AssumeRolePolicyDocument']));
      if (Type === 'AWS::Lambda::Permission') {
        add(String(resolve(Properties['FunctionName'])), permissionPolicy(resolve(Properties)));
      }
      const about = Properties['Bucket'] ?? Properties['Queues'] ?? Properties['Topics'];
      if (/^AWS::(S3::Bucket|SQS::Queue|SNS::Topic)Policy$/.test(Type)) {
        for (const one of Array.isArray(about) ? about : [about])
          add(arn(refSchema.parse(one).Ref), policy());
      }
    }
  }
  return {
    ofPrincipals,
    ofResources,
    arnOf: (construct) => {
      const arn = arns.get(construct);
      if (arn === undefined) throw new Error(`no ${construct} in the stack`);
      return arn;
    },
    constructs: [...arns.keys()],
  };
}

/** What a stack in the stack is given. */
function parametersOf({ resources }: Synthesised, nested: string): Readonly<Record<string, unknown>> {
  const found = [...resources].find(
    ([id, { Type }]) => Type === 'AWS::CloudFormation::Stack' && id.startsWith(`${nested}NestedStack`),
  );
  return objectSchema.parse(found?.[1].Properties['Parameters'] ?? {});
}

const permissionSchema = z.object({
  Action: z.string(),
  FunctionName: z.string(),
  Principal: z.string(),
  SourceArn: z.string().optional(),
  FunctionUrlAuthType: z.string().optional(),
  InvokedViaFunctionUrl: z.boolean().optional(),
});

/** Lambda makes a policy of the function out of it: https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html */
function permissionPolicy(properties: unknown): Policy {
  const permission = permissionSchema.parse(properties);
  const { SourceArn, FunctionUrlAuthType, InvokedViaFunctionUrl, Principal } = permission;
  const Condition = {
    ...(SourceArn && { ArnLike: { 'aws:SourceArn': SourceArn } }),
    ...(FunctionUrlAuthType && { StringEquals: { 'lambda:FunctionUrlAuthType': FunctionUrlAuthType } }),
    ...(InvokedViaFunctionUrl && { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } }),
  };
  const statement = {
    Effect: 'Allow',
    Action: permission.Action,
    Resource: permission.FunctionName,
    Principal: Principal === '*' ? '*' : { Service: Principal },
    Condition,
  };
  return { Version: '2012-10-17', Statement: [statement] };
}

const withoutHash = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '');

/** How AWS calls what is of each type, by its name. */
const ARNS: Readonly<Record<string, (name: string) => string>> = {
  'AWS::S3::Bucket': (name) => `arn:aws:s3:::${name}`,
  'AWS::DynamoDB::GlobalTable': inRegion('dynamodb', 'table/'),
  'AWS::KMS::Key': inRegion('kms', 'key/'),
  'AWS::SQS::Queue': inRegion('sqs', ''),
  'AWS::SNS::Topic': inRegion('sns', ''),
  'AWS::Lambda::Function': inRegion('lambda', 'function:'),
  'AWS::Logs::LogGroup': (name) => inRegion('logs', 'log-group:')(`${name}:*`),
  'AWS::Events::Rule': inRegion('events', 'rule/'),
  'AWS::CloudWatch::Alarm': (name) => inRegion('cloudwatch', 'alarm:')(`${STACK}-${name}`),
  'AWS::IAM::Role': (name) => `arn:aws:iam::${ACCOUNT}:role/${name}`,
};

function inRegion(service: string, kind: string): (name: string) => string {
  return (name) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${kind}${name}`;
}

/** What names a thing, where the template does; otherwise AWS thinks of a name, here that of the construct. */
const NAMES = ['BucketName', 'FunctionName', 'TopicName', 'LogGroupName'];

function resolver(resources: ReadonlyMap<string, Resource>, outside: (name: string) => unknown = () => '') {
  const nameOf = (id: string): string => {
    const { Properties } = resourceOf(id);
    const given = NAMES.map((property) => Properties[property]).find((name) => name !== undefined);
    return given === undefined ? withoutHash(id) : String(resolve(given));
  };
  const resourceOf = (id: string): Resource => {
    const resource = resources.get(id);
    if (resource === undefined) throw new Error(`no ${id} in the template`);
    return resource;
  };
  const arnOf = (id: string): string => (ARNS[resourceOf(id).Type] ?? String)(nameOf(id));

  function resolve(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(resolve);
    const ref = refSchema.safeParse(value).data?.Ref;
    if (ref !== undefined) {
      if (ref in GIVEN) return GIVEN[ref];
      if (!resources.has(ref)) return outside(ref);
      return resourceOf(ref).Type === 'AWS::SNS::Topic' ? arnOf(ref) : nameOf(ref);
    }
    const attribute = attributeSchema.safeParse(value).data?.['Fn::GetAtt'];
    if (attribute !== undefined) return attribute[1] === 'Arn' ? arnOf(attribute[0]) : attribute.join('.');
    const joined = joinSchema.safeParse(value).data?.['Fn::Join'];
    if (joined !== undefined) return joined[1].map((part) => String(resolve(part))).join(joined[0]);
    const selected = splitSchema.safeParse(value).data?.['Fn::Select'];
    if (selected !== undefined) {
      const [position, { 'Fn::Split': split }] = selected;
      return String(resolve(split[1])).split(split[0])[position];
    }
    const object = objectSchema.safeParse(value);
    if (!object.success) return value;
    return Object.fromEntries(Object.entries(object.data).map(([key, part]) => [key, resolve(part)]));
  }
  return resolve;
}
