import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { projectContext, type Synthesised, synthesise } from './synthesise.ts';

const findings = ({ app }: Synthesised) =>
  new AwsSolutionsChecks(app).validateScope(app).violations.map(({ ruleName }) => ruleName);

describe('cdk-nag', { timeout: 60_000 }, () => {
  it.each([
    ['as cdk.json configures it', {}],
    ['with an address for alarms', { alarmEmail: 'etude@example.org' }],
  ])('finds nothing in the stack %s', (_title, settings) => {
    expect(findings(synthesise(settings))).toEqual([]);
  });

  it('still sees what is wrong in a bucket beside the study’s', () => {
    const study = synthesise();
    new Bucket(study.stack, 'Careless');
    expect(findings(study).toSorted()).toEqual(['AwsSolutions-S1', 'AwsSolutions-S10']);
  });

  it('still sees a permission that is wider than the listed ones', () => {
    const study = synthesise();
    const wider = new PolicyStatement({ actions: ['s3:GetObject'], resources: ['*'] });
    new ManagedPolicy(study.stack, 'Wider', { statements: [wider] });
    expect(findings(study)).toEqual(['AwsSolutions-IAM5[Resource::*]']);
  });
});

describe('the app', () => {
  it('does not synthesise what cdk-nag refuses', { timeout: 60_000 }, () => {
    const outdir = mkdtempSync(join(tmpdir(), 'ctmri-nag-'));
    const app = new URL('careless-app.ts', import.meta.url);
    const { status, stdout, stderr } = spawnSync(process.execPath, [app.pathname], {
      encoding: 'utf8',
      env: { ...process.env, CDK_OUTDIR: outdir, CDK_CONTEXT_JSON: JSON.stringify(projectContext) },
    });
    rmSync(outdir, { recursive: true });
    expect(stdout + stderr).toContain('AwsSolutions-S1');
    expect(status).not.toBe(0);
  });
});
