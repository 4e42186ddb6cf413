import { Aws, CfnOutput, Duration } from 'aws-cdk-lib';
import {
  ArnPrincipal,
  type IPrincipal,
  type PolicyStatement,
  PrincipalWithConditions,
  Role,
  SessionTagsPrincipal,
} from 'aws-cdk-lib/aws-iam';
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { PAGE_FOLDER } from '#functions/desk/page-files.ts';
import { CENTRE_TAG } from '#functions/desk/rights.ts';
import { deskPage } from '../desk-page.ts';
import { costTags } from './cost-tags.ts';
import { mayAssume } from './desk-permissions.ts';
import { type StudyFunction, studyFunction } from './study-function.ts';

export interface DeskFunctionProps {
  readonly environment: Readonly<Record<'BUCKET' | 'TABLE' | 'CENTRES' | 'STUDY_SETTINGS' | 'RULES', string>>;
  /** Of the function itself. */
  readonly permissions: readonly PolicyStatement[];
  /** Of the roles that it takes on for a link. */
  readonly centrePermissions: readonly PolicyStatement[];
  readonly coordinatorPermissions: readonly PolicyStatement[];
  readonly centres: readonly string[];
  readonly logRetention: RetentionDays;
  /** The name under which IT shows the page; its own address where there is none. */
  readonly domain: string | undefined;
}

/** Everybody's requests together; more are turned away, so that a flood neither costs much nor takes others' turns. */
const MOST_AT_ONCE = 10;

export interface Desk extends StudyFunction {
  /** Where people find the page: links are made with it, and mails name it. */
  readonly address: string;
}

/** The page of the centres, at an address of its own. */
export function deskFunction(scope: Construct, props: DeskFunctionProps): Desk {
  const desk = studyFunction(scope, 'Desk', {
    description: 'CT-MRI study: the page where a centre sends its files, and its API',
    component: 'desk',
    entry: 'functions/desk/handler.ts',
    filesBeside: () => deskPage().map(({ path, contents }) => ({ path: `${PAGE_FOLDER}/${path}`, contents })),
    environment: props.environment,
    timeout: Duration.seconds(15),
    // One whole core: what is compared and compressed is waited for by a person.
    memorySize: 1769,
    logRetention: props.logRetention,
    permissions: props.permissions,
    options: { reservedConcurrentExecutions: MOST_AT_ONCE },
  });
  takesOnRoles(scope, desk, props);
  // Who may do what is decided by the link; AWS lets anybody ask.
  const { url } = desk.lambda.addFunctionUrl({ authType: FunctionUrlAuthType.NONE });
  const address = props.domain === undefined ? url : `https://${props.domain}/`;
  new CfnOutput(scope, 'DeskUrl', {
    description: 'The page of the centres; "ctmri invite CENTRE" makes a link to it',
    value: address,
  });
  return { ...desk, address };
}

/** The roles of links: the function may do nothing of what they may, until it has taken one on. */
function takesOnRoles(scope: Construct, { lambda }: StudyFunction, props: DeskFunctionProps): void {
  const self = new ArnPrincipal(lambda.role?.roleArn ?? '');
  const roleOf = (
    id: string,
    description: string,
    assumedBy: IPrincipal,
    may: readonly PolicyStatement[],
  ) => {
    const role = new Role(scope, id, { description, assumedBy, maxSessionDuration: Duration.hours(1) });
    for (const statement of may) role.addToPolicy(statement);
    costTags(role, 'desk');
    return role;
  };
  const centre = roleOf(
    'DeskCentreRole',
    'CT-MRI study: what the desk may do for the link of one centre, which the session is tagged with',
    // Untagged, or with another tag, it cannot be taken on.
    new SessionTagsPrincipal(
      new PrincipalWithConditions(self, {
        StringLike: { [`aws:RequestTag/${CENTRE_TAG}`]: '?*' },
        'ForAllValues:StringEquals': { 'aws:TagKeys': [CENTRE_TAG] },
      }),
    ),
    props.centrePermissions,
  );
  const coordinator = roleOf(
    'DeskCoordinatorRole',
    'CT-MRI study: what the desk may do for the link of a coordinator',
    self,
    props.coordinatorPermissions,
  );
  for (const statement of mayAssume(centre, coordinator, props.centres)) lambda.addToRolePolicy(statement);
  lambda.addEnvironment('CENTRE_ROLE', centre.roleArn);
  lambda.addEnvironment('COORDINATOR_ROLE', coordinator.roleArn);
}

/**
 * From where pages may send to the bucket, and read of it, what is signed for them. The bucket cannot name the desk's own
 * address, which is not known before the desk, and that not before the bucket: so it names any function's of this region.
 *
 * @param domain the name under which IT shows the page
 * @param emulator where AWS is emulated, for example `http://127.0.0.1:4566`
 */
export const pageOrigins = (domain: string | undefined, emulator: string | undefined): readonly string[] => [
  `https://*.lambda-url.${Aws.REGION}.on.aws`,
  ...(domain === undefined ? [] : [`https://${domain}`]),
  ...(emulator === undefined ? [] : [`http://*.localhost:${new URL(emulator).port}`]),
];
