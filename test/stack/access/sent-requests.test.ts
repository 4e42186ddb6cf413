import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { CENTRES } from '#test/functions/world/deployment.ts';
import { synthesise } from '#test/stack/synthesise.ts';
import { deployedPolicies, type Policy } from './deployed-policies.ts';
import { isForInvitation, requestsOf } from './sent-requests.ts';
import { isAllowed, type Principal, type Request } from './simulation.ts';
import { type Sender, tellScenario } from './told-scenario.ts';

const deployed = deployedPolicies(synthesise({ centres: [...CENTRES] }));
const role = (name: string, context = {}): Principal => ({
  arn: deployed.arnOf(name),
  policy: deployed.ofPrincipals.get(name),
  context,
});
const DESK = role('DeskRole');
const ROLES: Readonly<Record<Sender, Principal>> = {
  ingest: role('IngestRole'),
  statistics: role('StatisticsRole'),
  report: role('ReportRole'),
  'link of rouen': role('DeskCentreRole', { 'aws:PrincipalTag/centre': 'rouen' }),
  'link of a coordinator': role('DeskCoordinatorRole'),
};

/** Logs and keys; messages that Lambda takes. Roles are taken on by STS, which the world has not. */
const BY_AWS = /^(?:logs|kms|sts):|^sqs:(?:ReceiveMessage|DeleteMessage|GetQueueAttributes)$/;
const actionsSchema = z.preprocess((given) => (Array.isArray(given) ? given : [given]), z.array(z.string()));
const actionsOf = (policy: Policy | undefined): readonly string[] =>
  (policy?.Statement ?? []).flatMap(({ Effect, Action }) =>
    Effect === 'Allow' ? actionsSchema.parse(Action) : [],
  );

/** Every request of the scenario, each once, with who sent it. */
const sent = new Map<string, { readonly who: Principal; readonly request: Request }>();

beforeAll(async () => {
  const world = await tellScenario((sender) => (command, input) => {
    const who = sender.startsWith('link') && isForInvitation(input) ? DESK : ROLES[sender];
    for (const request of requestsOf(deployed, command, input)) {
      sent.set(JSON.stringify([who.arn, request]), { who, request });
    }
  });
  expect(world.errors).toEqual([]);
});

describe('what the functions ask of AWS in the simulated world', () => {
  it('is allowed to their roles, every bit of it', async () => {
    const refused: string[] = [];
    for (const [name, { who, request }] of sent) {
      if (!(await isAllowed(deployed, who, request))) refused.push(name);
    }
    expect(refused).toEqual([]);
    expect(sent.size).toBeGreaterThan(100);
  });
  it('leaves out nothing that a role is allowed, but what AWS does in its name', () => {
    const asked = new Set([...sent.values()].map(({ who, request }) => `${who.arn} ${request.action}`));
    const unasked = [...new Set([DESK, ...Object.values(ROLES)])].flatMap(({ arn, policy }) =>
      actionsOf(policy).flatMap((action) =>
        BY_AWS.test(action) || asked.has(`${arn} ${action}`) ? [] : [`${arn?.split('/')[1]} ${action}`],
      ),
    );
    // There Lambda keeps a run of the report that failed for good.
    expect(unasked).toEqual(['ReportRole sqs:SendMessage']);
  });
});
