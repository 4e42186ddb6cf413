import { describe, expect, it } from 'vitest';
import { inWords, patternOf, statementsOf } from './statements.ts';
import { propertiesOf, readable, resourcesOf, synthesise } from './synthesise.ts';

const study = synthesise({ centres: ['rouen', 'caen'] });
const policyOf = (centre: string) => propertiesOf(study, 'AWS::IAM::ManagedPolicy', `CentreAccess${centre}`);
const rouen = statementsOf({ Properties: policyOf('rouen') });

describe('what a centre may do', () => {
  it('is to handle its own uploads, and to read its own reports and the pooled results', () => {
    const onObjects = rouen.filter(({ resources }) => resources.some((resource) => resource.includes('/')));
    expect(onObjects.map(inWords)).toEqual([
      'Allow s3:AbortMultipartUpload s3:DeleteObject s3:GetObject s3:GetObjectVersion s3:PutObject on StudyBucket/uploads/rouen/*',
      'Allow s3:GetObject on StudyBucket/reports/rouen/* StudyBucket/results/*',
      'Deny s3:GetObject s3:GetObjectVersion on StudyBucket/results/*/manifest.json',
    ]);
  });

  it('is to read the page of a result with its figures, and not what names other centres’ files', () => {
    const forbidden = rouen
      .filter(({ effect }) => effect === 'Deny')
      .flatMap(({ resources }) => resources)
      .map(patternOf);
    const isForbidden = (key: string) =>
      forbidden.some((pattern) => pattern.test(`StudyBucket/results/${key}`));
    const made = ['report.html', 'figures/flow.fr.svg', 'counts.fr.csv', 'datapackage.json', 'CITATION.cff'];
    expect(['latest.html', ...made.map((name) => `0a1b/${name}`)].filter(isForbidden)).toEqual([]);
    expect(isForbidden('0a1b/manifest.json')).toBe(true);
  });

  it('is to list only these places', () => {
    const lists = rouen.filter(({ actions }) => actions.some((action) => action.startsWith('s3:List')));
    expect(lists.map(inWords)).toEqual([
      'Allow s3:ListBucket on StudyBucket if StringLike s3:prefix uploads/rouen/* reports/rouen/* results/*',
      'Allow s3:ListBucketVersions on StudyBucket if StringLike s3:prefix uploads/rouen/*',
    ]);
  });

  it('is to use the key in requests to S3 only', () => {
    const keys = rouen.filter(({ resources }) => resources.includes('EncryptionKey'));
    expect(keys.map(inWords)).toEqual([
      'Allow kms:Decrypt kms:GenerateDataKey on EncryptionKey if StringEquals kms:ViaService s3.AWS::Region.AWS::URLSuffix',
    ]);
  });

  it('is to find the bucket by the outputs of the stack', () => {
    const stacks = rouen.filter(({ actions }) =>
      actions.some((action) => action.startsWith('cloudformation:')),
    );
    expect(stacks.map(inWords)).toEqual([
      'Allow cloudformation:DescribeStacks on referencetoCtMriStudyAWSStackId',
    ]);
  });

  it('never names another centre', () => {
    expect(JSON.stringify(policyOf('rouen'))).not.toContain('caen');
    expect(JSON.stringify(policyOf('caen'))).not.toContain('rouen');
  });

  it('never destroys a version', () => {
    expect(rouen.flatMap(({ actions }) => actions)).not.toContain('s3:DeleteObjectVersion');
  });

  it('can be attached by a name that says which centre it is', () => {
    expect(readable(policyOf('rouen')['ManagedPolicyName'])).toBe('CtMriStudy-eu-west-3-rouen');
  });

  it.each([
    ['CentrePolicy', 'policy/CtMriStudy-eu-west-3-CENTRE'],
    ['CentreFolder', 's3/buckets/StudyBucket?prefix=uploads/CENTRE/'],
    ['CentreReports', 's3/buckets/StudyBucket?prefix=reports/CENTRE/'],
  ])('is told by %s, where its name is put for CENTRE', (output, place) => {
    const { Value } = study.template.findOutputs(output)[output] ?? {};
    expect(readable(Value).endsWith(place)).toBe(true);
  });
});

describe('centres of like names', { timeout: 60_000 }, () => {
  it('have each its own policy', () => {
    const two = synthesise({ centres: ['lyon-sud', 'lyonsud'] });
    const names = [...two.nested.values()]
      .flatMap((template) => [...resourcesOf(template).values()])
      .flatMap(({ Properties }) => Properties['ManagedPolicyName'] ?? []);
    expect(names.map(readable).toSorted()).toEqual([
      'CtMriStudy-eu-west-3-lyon-sud',
      'CtMriStudy-eu-west-3-lyonsud',
    ]);
  });
});

describe('a centre whose name is the start of another', { timeout: 60_000 }, () => {
  it('does not reach the other', () => {
    const two = synthesise({ centres: ['lyon', 'lyon-sud'] });
    const resources = statementsOf({
      Properties: propertiesOf(two, 'AWS::IAM::ManagedPolicy', 'CentreAccesslyon'),
    }).flatMap((statement) => statement.resources);
    expect(resources.filter((resource) => resource.includes('lyon'))).toEqual([
      'StudyBucket/uploads/lyon/*',
      'StudyBucket/reports/lyon/*',
    ]);
  });
});
