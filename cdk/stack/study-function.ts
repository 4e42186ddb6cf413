import { fileURLToPath } from 'node:url';
import { Aws, type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, type FunctionOptions, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { type Component, costTags } from './cost-tags.ts';

export interface StudyFunctionProps {
  readonly description: string;
  readonly component: Component;
  /** The handler's file; it exports `handler`. */
  readonly entry: string;
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
  readonly lambda: NodejsFunction;
  readonly logGroup: LogGroup;
}

/**
 * CommonJS packages in the bundle (`debug`, below @stdlib) ask for Node's own modules by `require`, which an ES module
 * has not. The long name: esbuild renames its own, but does not look into a banner.
 */
const REQUIRE =
  "import { createRequire as requireFromThisBundle } from 'node:module'; const require = requireFromThisBundle(import.meta.url);";

/** One of the two functions: the same runtime, bundle, log and role for both. */
export function studyFunction(scope: Construct, id: string, props: StudyFunctionProps): StudyFunction {
  const functionName = `${Aws.STACK_NAME}-${id}`;
  const logGroup = new LogGroup(scope, `${id}Log`, {
    // The name that Lambda chooses by itself: the function writes there without any setting.
    logGroupName: `/aws/lambda/${functionName}`,
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

  const lambda = new NodejsFunction(scope, id, {
    ...props.options,
    functionName,
    description: props.description,
    entry: props.entry,
    handler: 'handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    timeout: props.timeout,
    memorySize: props.memorySize,
    environment: { ...props.environment, NODE_OPTIONS: '--enable-source-maps' },
    logGroup,
    role,
    bundling: {
      format: OutputFormat.ESM,
      target: 'node24',
      mainFields: ['module', 'main'],
      minify: true,
      sourceMap: true,
      sourcesContent: false,
      // What was tested is what runs: the SDK of the lock file, not the one that the runtime brings that day.
      externalModules: [],
      // The packages' licences, in a file beside the bundle instead of behind every module.
      esbuildArgs: { '--legal-comments': 'external' },
      banner: REQUIRE,
    },
  });
  for (const part of [logGroup, role, lambda]) costTags(part, props.component);
  return { lambda, logGroup };
}

/** A source file of the project, wherever the command was started from. */
export const sourceFile = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
