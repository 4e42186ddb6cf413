import { Aws, type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  type FunctionOptions,
  Function as LambdaFunction,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { PROJECT } from '../fingerprint.ts';
import { type Component, costTags } from './cost-tags.ts';
import { type BundledFile, functionCode } from './function-bundle.ts';

export interface StudyFunctionProps {
  readonly description: string;
  readonly component: Component;
  /** The handler's file, from the project's folder; it exports `handler`. */
  readonly entry: string;
  /** What it reads from its own folder, beside its code. */
  readonly filesBeside?: () => readonly BundledFile[];
  readonly environment: Readonly<Record<string, string>>;
  readonly timeout: Duration;
  /** MB; Lambda gives CPU in proportion, one whole core at 1,769 MB. */
  readonly memorySize: number;
  readonly logRetention: RetentionDays;
  /** Everything that it may do, beside writing its own log. */
  readonly permissions: readonly PolicyStatement[];
  /** What only this function has: its asynchronous invocations, its concurrency. */
  readonly options?: FunctionOptions;
}

export interface StudyFunction {
  readonly lambda: LambdaFunction;
  readonly role: Role;
  readonly logGroup: LogGroup;
}

/** Known before the function is made, so that its own environment can name it. */
export const functionName = (id: string): string => `${Aws.STACK_NAME}-${id}`;

/** Known before the function is made, so that its own role can name it. */
export const functionArn = (id: string): string =>
  `arn:${Aws.PARTITION}:lambda:${Aws.REGION}:${Aws.ACCOUNT_ID}:function:${functionName(id)}`;

/**
 * What fails is logged with the place in our own files; behind the SDK’s paginators that is beyond the ten calls that a stack has
 * by itself.
 */
const NODE_OPTIONS = '--enable-source-maps --stack-trace-limit=50';

/** One of the functions: the same runtime, bundle, log and role for all of them. */
export function studyFunction(scope: Construct, id: string, props: StudyFunctionProps): StudyFunction {
  const name = functionName(id);
  const logGroup = new LogGroup(scope, `${id}Log`, {
    // The name that Lambda chooses by itself: the function writes there without any setting.
    logGroupName: `/aws/lambda/${name}`,
    retention: props.logRetention,
    // Logs are deleted after a while; what must be kept stands in the manifests.
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = new Role(scope, `${id}Role`, {
    description: props.description,
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
  });
  logGroup.grantWrite(role);
  for (const permission of props.permissions) role.addToPolicy(permission);

  const lambda = new LambdaFunction(scope, id, {
    ...props.options,
    functionName: name,
    description: props.description,
    code: functionCode(props.entry, PROJECT, props.filesBeside),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    timeout: props.timeout,
    memorySize: props.memorySize,
    environment: { ...props.environment, NODE_OPTIONS },
    logGroup,
    role,
  });
  for (const part of [logGroup, role, lambda]) costTags(part, props.component);
  return { lambda, role, logGroup };
}
