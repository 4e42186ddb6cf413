import { createServer, type Server } from 'node:http';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { NotDeployed, readStackOutputs as readOutputs } from '#cdk/stack-outputs.ts';

const outputs = {
  BucketName: 'ct-mri-study-1',
  TableName: 'table',
  UploadQueueUrl: 'https://queue/uploads',
  DeadLetterQueueUrl: 'https://queue/dead',
  StatisticsFailureQueueUrl: 'https://queue/failures',
  ReportFailureQueueUrl: 'https://queue/report-failures',
  IngestFunctionName: 'CtMriStudy-Ingest',
  StatisticsFunctionName: 'CtMriStudy-Statistics',
  ReportFunctionName: 'CtMriStudy-Report',
  DeskFunctionName: 'the-desk',
  DeskUrl: 'https://desk.test/',
};

const readStackOutputs = (client: CloudFormationClient, emulator?: string) => readOutputs(client, emulator);

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A client of a CloudFormation that always gives this answer. */
async function clientOf(status: number, answer: string): Promise<CloudFormationClient> {
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'text/xml', connection: 'close' }).end(answer);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return new CloudFormationClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-west-3',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
}

const stackWith = (given: Readonly<Record<string, string>>, status: string) =>
  `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks><member>
     <StackName>CtMriStudy</StackName><StackStatus>${status}</StackStatus>
     <CreationTime>2026-11-24T03:22:28.000Z</CreationTime>
     <Outputs>${Object.entries(given)
       .map(
         ([key, value]) =>
           `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
       )
       .join('')}</Outputs>
   </member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;

const errorWith = (code: string, message: string) =>
  `<ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><Error><Type>Sender</Type>
     <Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;

describe('the deployed study', () => {
  it('is found by the outputs of its stack', async () => {
    const answer = stackWith({ ...outputs, CentrePolicy: 'arn' }, 'CREATE_COMPLETE');
    expect(await readStackOutputs(await clientOf(200, answer))).toEqual(outputs);
  });

  it.each([
    ['http://abc.lambda-url.eu-west-3.127.0.0.1:4566/', 'http://127.0.0.1:4566'],
    ['https://abc.lambda-url.eu-west-3.on.aws/', 'http://localhost:4566'],
  ])(
    'has the desk of an emulator, %s, under a name that browsers of this computer find',
    async (DeskUrl, emulator) => {
      const client = await clientOf(200, stackWith({ ...outputs, DeskUrl }, 'CREATE_COMPLETE'));
      expect((await readStackOutputs(client, emulator)).DeskUrl).toBe(
        'http://abc.lambda-url.eu-west-3.localhost:4566/',
      );
    },
  );

  it.each([
    ['https://abc.lambda-url.eu-west-3.on.aws/', undefined],
    ['https://abc.lambda-url.eu-west-3.on.aws/', 'http://emulator.test:4566'],
    ['https://renaten.example.org/', 'http://127.0.0.1:4566'],
  ])('has the desk where it says that it is: %s, emulated by %s', async (DeskUrl, emulator) => {
    const client = await clientOf(200, stackWith({ ...outputs, DeskUrl }, 'CREATE_COMPLETE'));
    expect((await readStackOutputs(client, emulator)).DeskUrl).toBe(DeskUrl);
  });

  it('is said to be missing, with the remedy, where there is no such stack', async () => {
    const client = await clientOf(
      400,
      errorWith('ValidationError', 'Stack with id CtMriStudy does not exist'),
    );
    const reading = readStackOutputs(client);
    await expect(reading).rejects.toBeInstanceOf(NotDeployed);
    await expect(reading).rejects.toThrow(
      /n’est pas déployée ici : « npm start ».* \/ .*is not deployed here/,
    );
  });

  it('is said to be incomplete where the stack did not come to its end', async () => {
    const client = await clientOf(200, stackWith({}, 'ROLLBACK_COMPLETE'));
    await expect(readStackOutputs(client)).rejects.toThrow(/incomplet \(ROLLBACK_COMPLETE\).* not complete/);
  });

  it('is not said to be missing when CloudFormation answers something else', async () => {
    const client = await clientOf(403, errorWith('AccessDenied', 'User is not authorized'));
    await expect(readStackOutputs(client)).rejects.toThrow('User is not authorized');
  });
});
