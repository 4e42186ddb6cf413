import { anonymousPrincipal, runSimulation } from '@cloud-copilot/iam-simulate';
import { ACCOUNT, type DeployedPolicies, type Policy } from './deployed-policies.ts';

export type Context = Readonly<Record<string, string | readonly string[]>>;

/** Who asks AWS for something. */
export interface Principal {
  /** An ARN, or a service as `s3.amazonaws.com`; null for somebody without any credentials. */
  readonly arn: string | null;
  /** What is allowed to it by the study; nothing to a service, or to somebody of another account. */
  readonly policy?: Policy | undefined;
  readonly context?: Context;
}

export interface Request {
  readonly action: string;
  /** An ARN. */
  readonly resource: string;
  readonly context?: Context;
}

/** As every client of today asks. */
const OVER_TLS: Context = { 'aws:SecureTransport': 'true' };
const OF_S3: Context = { 's3:TlsVersion': '1.3' };

/** Of the organisation nothing forbids anything. */
const EVERYTHING = [
  {
    orgIdentifier: 'account',
    policies: [
      {
        name: 'everything',
        policy: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
      },
    ],
  },
];

/** Whether AWS would carry the request out, by the policies of who asks and of what is asked for. */
export async function isAllowed(
  { ofResources }: DeployedPolicies,
  principal: Principal,
  request: Request,
): Promise<boolean> {
  const { action, resource } = request;
  const isAnonymous = principal.arn === null;
  const outcome = await runSimulation(
    {
      request: {
        principal: principal.arn ?? anonymousPrincipal,
        action,
        resource: { resource, accountId: ACCOUNT },
        contextVariables: mutable({
          ...OVER_TLS,
          ...(action.startsWith('s3:') && OF_S3),
          ...(principal.arn?.startsWith('arn:') && { 'aws:PrincipalArn': principal.arn }),
          ...principal.context,
          ...request.context,
        }),
      },
      identityPolicies: principal.policy ? [{ name: 'of the principal', policy: principal.policy }] : [],
      serviceControlPolicies: isAnonymous ? [] : EVERYTHING,
      resourceControlPolicies: [],
      resourcePolicy: policyAt(ofResources, resource),
    },
    {},
  );
  if (outcome.resultType === 'error') {
    throw new Error(`${action} on ${resource}: ${JSON.stringify(outcome.errors)}`);
  }
  const results = outcome.resultType === 'single' ? [outcome.result] : outcome.results;
  const ignored = results.flatMap(({ ignoredContextKeys }) => ignoredContextKeys ?? []);
  if (ignored.length > 0) throw new Error(`${action} is not decided by ${ignored.join(', ')}`);
  return outcome.overallResult === 'Allowed';
}

/** Of an object that is the policy of its bucket. */
function policyAt(ofResources: DeployedPolicies['ofResources'], resource: string): Policy | undefined {
  const [bucket = resource] = resource.startsWith('arn:aws:s3:') ? resource.split('/') : [resource];
  return ofResources.get(bucket);
}

const mutable = (context: Context): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(context).map(([key, value]) => [key, typeof value === 'string' ? value : [...value]]),
  );
