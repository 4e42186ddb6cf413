import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { bothLanguages } from '#shared/language.ts';
import { readConfiguration } from './configuration.ts';
import { CtMriStudy } from './stack/ct-mri-study.ts';
import { STACK_NAME } from './stack-outputs.ts';

const app = new App();
const outcome = readConfiguration(app.node.getAllContext());
if (!outcome.ok) {
  for (const problem of outcome.problems) console.error(bothLanguages(problem));
  process.exit(1);
}
const { CDK_DEFAULT_ACCOUNT: account, CDK_DEFAULT_REGION: region, AWS_ENDPOINT_URL: emulator } = process.env;
// The account and region of whoever deploys, as the CDK's command line found them; the template can be made without.
const env = { ...(account !== undefined && { account }), ...(region !== undefined && { region }) };
new CtMriStudy(app, STACK_NAME, outcome.configuration, env, emulator);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
