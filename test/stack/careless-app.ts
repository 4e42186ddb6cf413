import { App, Stack, Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';

// What `cdk/app.ts` does, with a stack that must not pass.
const app = new App();
new Bucket(new Stack(app, 'Careless'), 'Bucket');
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
