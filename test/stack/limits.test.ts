import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { MOST_CENTRE_CHARACTERS } from '#cdk/configuration.ts';
import { type Resource, resourcesOf, synthesise } from './synthesise.ts';

/** Names that are together as long as they may be. */
const centres = namesOf(500, MOST_CENTRE_CHARACTERS);
const addresses = ['a@example.org', 'b@example.org', 'c@example.org', 'd@example.org', 'e@example.org'];
const study = synthesise({
  centres,
  alarmEmail: 'etude@example.org',
  contacts: { centres: Object.fromEntries(centres.map((name) => [name, addresses])), results: addresses },
});
const templates = [study.template, ...study.nested.values()];

/** What stands for a value that AWS gives; longer than any of this study's. */
const LONGEST_REFERENCE = 'x'.repeat(100);
const referenceSchema = z.union([z.object({ Ref: z.string() }), z.object({ 'Fn::GetAtt': z.unknown() })]);
const joinSchema = z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) });
const itselfSchema = z.record(z.string(), z.unknown());

/** A value as AWS would have it at most, as far as its length goes. */
function resolved(value: unknown): unknown {
  if (referenceSchema.safeParse(value).success) return LONGEST_REFERENCE;
  const joined = joinSchema.safeParse(value);
  if (joined.success) {
    const [separator, parts] = joined.data['Fn::Join'];
    return parts.map((part) => String(resolved(part))).join(separator);
  }
  if (Array.isArray(value)) return value.map(resolved);
  const object = itselfSchema.safeParse(value);
  if (!object.success) return value;
  return Object.fromEntries(Object.entries(object.data).map(([key, part]) => [key, resolved(part)]));
}

/** As it is sent to AWS, which counts no white space. */
const lengthOf = (value: unknown): number => JSON.stringify(resolved(value)).length;

const all = (type: string): readonly Resource[] =>
  templates.flatMap((template) => [...resourcesOf(template).values()].filter(({ Type }) => Type === type));

describe('a study of 500 centres, with five addresses each, fits into what AWS takes of', {
  timeout: 60_000,
}, () => {
  it.each([
    ['Resources', 500],
    ['Outputs', 200],
    ['Parameters', 200],
  ])('%s of a template: %i', (part, most) => {
    expect(centres).toHaveLength(500);
    for (const template of templates) {
      expect(Object.keys(template.toJSON()[part] ?? {}).length).toBeLessThanOrEqual(most);
    }
  });

  it('a template: a megabyte, indented as the CDK writes it', () => {
    for (const template of templates) {
      expect(JSON.stringify(template.toJSON(), null, 1).length).toBeLessThanOrEqual(1_000_000);
    }
  });

  it.each([
    ['AWS::S3::BucketPolicy', 'PolicyDocument', 20 * 1024],
    ['AWS::KMS::Key', 'KeyPolicy', 32 * 1024],
    // All policies in a role together; each role has one.
    ['AWS::IAM::Policy', 'PolicyDocument', 10_240],
    ['AWS::IAM::ManagedPolicy', 'PolicyDocument', 6144],
    ['AWS::IAM::Role', 'AssumeRolePolicyDocument', 2048],
    ['AWS::SNS::TopicPolicy', 'PolicyDocument', 30_720],
    ['AWS::SQS::QueuePolicy', 'PolicyDocument', 20_480],
    ['AWS::Lambda::Function', 'Environment', 4096],
  ])('%s, its %s: %i bytes', (type, property, most) => {
    const found = all(type);
    expect(found.length).toBeGreaterThan(0);
    for (const { Properties } of found) expect(lengthOf(Properties[property])).toBeLessThanOrEqual(most);
  });

  it('policies of IAM: 1,500 in an account, each of its own name', () => {
    const names = all('AWS::IAM::ManagedPolicy').map(({ Properties }) =>
      JSON.stringify(Properties['ManagedPolicyName']),
    );
    expect(new Set(names).size).toBe(500);
  });

  it('a role: one policy, so that its size is that of all', () => {
    const roles = all('AWS::IAM::Policy').map(({ Properties }) => JSON.stringify(Properties['Roles']));
    expect(new Set(roles).size).toBe(roles.length);
  });
});

/** So many names, joined by commas as long as that. */
function namesOf(count: number, characters: number): readonly string[] {
  const spare = characters - (count * 4 + count - 1);
  return Array.from({ length: count }, (_, number) => {
    const letters = Math.floor(spare / count) + (number < spare % count ? 1 : 0);
    return `${number}`.padStart(4 + letters, 'c');
  });
}
