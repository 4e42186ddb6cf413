import { App, Stack } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { describe, expect, it } from 'vitest';
import { mailKey, mailTopics } from '#cdk/stack/mail-topics.ts';
import { statementsOf } from './statements.ts';
import { nestedTemplates, synthesise } from './synthesise.ts';

const contacts = {
  centres: { rouen: ['radiologie@rouen.example', 'secretariat@rouen.example'], caen: [] },
  results: ['coordination@example.org'],
};
const study = synthesise({ centres: 'rouen,caen,lille', contacts });

const templates = [study.template, ...study.nested.values()];
const allOf = (type: string) => templates.flatMap((template) => Object.values(template.findResources(type)));

describe('the topics', () => {
  it('are one for each centre and one for results, whoever is told', () => {
    const names = allOf('AWS::SNS::Topic').map(({ Properties }) => Properties.TopicName);
    const expected = ['Results', 'Verdicts-caen', 'Verdicts-lille', 'Verdicts-rouen'];
    expect(names.toSorted()).toEqual(expected.map((name) => `CtMriStudy-${name}`));
  });

  it('tell those whom the configuration names, each of the own centre alone', () => {
    const told = templates.flatMap((template) => {
      const topics = template.findResources('AWS::SNS::Topic');
      return Object.values(template.findResources('AWS::SNS::Subscription')).map(
        ({ Properties: { TopicArn, Protocol, Endpoint } }) =>
          [topics[TopicArn.Ref]?.['Properties'].TopicName, Protocol, Endpoint].join(' '),
      );
    });
    expect(told.toSorted()).toEqual([
      'CtMriStudy-Results email coordination@example.org',
      'CtMriStudy-Verdicts-rouen email radiologie@rouen.example',
      'CtMriStudy-Verdicts-rouen email secretariat@rouen.example',
    ]);
  });

  it('are encrypted with a key of their own, by which nothing else of the study is read', () => {
    const [results] = Object.values(study.template.findResources('AWS::SNS::Topic'));
    expect(results?.['Properties'].KmsMasterKeyId).toEqual({
      'Fn::GetAtt': [expect.stringMatching(/^MailKey/), 'Arn'],
    });
    for (const [id, nested] of study.nested) {
      if (!id.startsWith('CentreTopics')) continue;
      nested.allResourcesProperties('AWS::SNS::Topic', {
        KmsMasterKeyId: { Ref: Match.stringLikeRegexp('MailKey.*Arn$') },
      });
    }
    study.template.hasResource('AWS::KMS::Key', {
      Properties: { Description: Match.stringLikeRegexp('messages on their way'), EnableKeyRotation: true },
    });
  });

  it('take messages from one function alone, and only over TLS', () => {
    const policies = allOf('AWS::SNS::TopicPolicy');
    expect(policies.flatMap(({ Properties }) => Properties.Topics)).toHaveLength(4);
    for (const { Properties } of policies) {
      const [other, open, ...more] = statementsOf({ Properties });
      expect(more).toEqual([]);
      for (const statement of [other, open]) {
        expect(statement).toMatchObject({ effect: 'Deny', actions: ['sns:Publish'], resources: ['*'] });
        expect(statement?.principal).toBe('{"AWS":"*"}');
      }
      const isOfResults = JSON.stringify(Properties.Topics).includes('ResultsTopic');
      const role = isOfResults ? 'ReportRole' : 'IngestRole';
      expect(other?.conditions).toEqual([expect.stringMatching(`^ArnNotEquals aws:PrincipalArn .*${role}`)]);
      expect(open?.conditions).toEqual(['Bool aws:SecureTransport false']);
    }
  });
});

describe('500 centres', () => {
  it('each with five addresses, have their topics, and a centre that comes moves no other', () => {
    const topicsOf = (count: number) => {
      const stack = new Stack(new App(), 'Study');
      const roleNamed = (name: string) =>
        new Role(stack, name, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
      const centres = Array.from({ length: count }, (_, number) => `centre-${count - number}`);
      const addresses = [1, 2, 3, 4, 5].map((number) => `person-${number}@example.org`);
      mailTopics(stack, {
        key: mailKey(stack),
        centres,
        contacts: {
          centres: Object.fromEntries(centres.map((name) => [name, addresses])),
          results: addresses,
        },
        ingest: roleNamed('Ingest'),
        report: roleNamed('Report'),
      });
      const groups = nestedTemplates(stack);
      for (const template of groups.values()) {
        expect(Object.keys(template.toJSON()['Resources']).length).toBeLessThanOrEqual(500);
      }
      return new Map(
        [...groups].flatMap(([id, template]) =>
          Object.values(template.findResources('AWS::SNS::Topic')).map(
            ({ Properties }) => [String(Properties.TopicName), id] as const,
          ),
        ),
      );
    };
    const before = topicsOf(499);
    const after = topicsOf(500);
    expect(before.size).toBe(499);
    expect(after.size).toBe(500);
    expect([...before].filter(([name, id]) => after.get(name) !== id)).toEqual([]);
  });
});
