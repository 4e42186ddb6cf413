import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ListTopicsCommand, SNSClient, SubscribeCommand, UnsubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { STACK_NAME } from '#cdk/stack-outputs.ts';
import { TOLD } from '#shared/storage/item-keys.ts';
import { runClock } from './clock.ts';
import { drop, eventually, outputs, publishedFrom, queues, remove } from './deployed-study.ts';
import { COHORT } from './local-computation.ts';
import { emptied } from './queues.ts';
import { emptyStudy } from './study-bucket.ts';
import { allItems } from './study-table.ts';

/** A table of the sample cohort, with ids that no text of the study has. */
const fileOf = (table: string) =>
  readFileSync(join(COHORT, 'caen', `${table}.csv`), 'utf8').replaceAll(/^(?=\d)/gm, 'ZZQ-');
const PATIENTS = fileOf('patients');
const PAIRS = fileOf('pairs');
const WRONG = PAIRS.replace('2019-09-14', '2019-09-31');

/** How the desk's address begins: the rest of its host's name differs by who asks LocalStack. */
const DESK = outputs.DeskUrl.split('.')[0];

const sns = new SNSClient({});
/** As a topic hands it on, with every no-break space as a plain one. */
const plain = z.string().transform((text) => text.replace(/[\u00a0\u202f]/g, ' '));
const envelope = z.object({ Subject: plain, Message: plain });

/** A queue that gets whatever a topic is told. */
async function subscribedTo(topic: string) {
  const { Topics = [] } = await sns.send(new ListTopicsCommand({}));
  const TopicArn = Topics.map((one) => one.TopicArn).find((arn) => arn?.endsWith(`:${topic}`));
  const { QueueUrl } = await queues.send(new CreateQueueCommand({ QueueName: `mail-${topic}` }));
  const { Attributes } = await queues.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
  );
  const { SubscriptionArn } = await sns.send(
    new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: Attributes?.['QueueArn'] }),
  );
  const mails: z.infer<typeof envelope>[] = [];
  const look = async () => {
    const { Messages = [] } = await queues.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }),
    );
    for (const { Body, ReceiptHandle } of Messages) {
      mails.push(envelope.parse(JSON.parse(Body ?? '')));
      await queues.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    }
    return mails;
  };
  return {
    look,
    /** Waits for the next one after so many. */
    next: (known: number) => eventually(`mail ${known + 1} of ${topic}`, async () => (await look())[known]),
    async end() {
      await sns.send(new UnsubscribeCommand({ SubscriptionArn }));
      await queues.send(new DeleteQueueCommand({ QueueUrl }));
    },
  };
}

let ofCaen: Awaited<ReturnType<typeof subscribedTo>>;
let ofRouen: typeof ofCaen;
let ofResults: typeof ofCaen;
beforeAll(async () => {
  await emptyStudy();
  ofCaen = await subscribedTo(`${STACK_NAME}-Verdicts-caen`);
  ofRouen = await subscribedTo(`${STACK_NAME}-Verdicts-rouen`);
  ofResults = await subscribedTo(`${STACK_NAME}-Results`);
});
afterAll(async () => {
  for (const mailbox of [ofCaen, ofRouen, ofResults]) await mailbox.end();
  await emptyStudy();
});

describe('whoever is subscribed', () => {
  it('to a centre is told that a file is refused, then that it is accepted once it is mended', async () => {
    await drop('caen', 'pairs.csv', WRONG);
    const refused = await ofCaen.next(0);
    expect(refused.Subject).toBe('Étude TDM–IRM, caen – pairs.csv : REFUSÉ / REFUSED');
    expect(refused.Message).toContain('Une valeur n’est pas reconnue : colonne ct_date, ligne 2');
    expect(refused.Message).toContain('A value is not recognised: column ct_date, line 2');
    expect(refused.Message).toContain(DESK);
    await drop('caen', 'pairs.csv', PAIRS);
    expect((await ofCaen.next(1)).Subject).toContain('ACCEPTÉ / ACCEPTED');
  });

  it('to a centre is not told again of the same file, nor by the night', async () => {
    await drop('caen', 'pairs.csv', PAIRS);
    await emptied(outputs.UploadQueueUrl);
    await runClock();
    await emptied(outputs.UploadQueueUrl);
    expect(await ofCaen.look()).toHaveLength(2);
  });

  it('to results is told of a new one, once a day', async () => {
    const report = await drop('caen', 'patients.csv', PATIENTS);
    await publishedFrom([report]);
    const result = await ofResults.next(0);
    expect(result.Subject).toBe('Étude TDM–IRM – nouveau résultat / new result');
    expect(result.Message).toContain('patients inclus : ');
    expect(result.Message).toContain(DESK);
    const days = (await allItems()).filter(({ pk, sk }) => pk === TOLD && !String(sk).startsWith('uploads/'));
    expect(days).toHaveLength(1);
    expect(await ofResults.look()).toHaveLength(1);
  });

  it('to a centre is told that a file is gone', async () => {
    const before = (await ofCaen.look()).length;
    await remove('uploads/caen/patients.csv');
    expect((await ofCaen.next(Math.max(before, 3))).Subject).toContain('patients.csv : RETIRÉ / WITHDRAWN');
  });

  it('reads no cell and no patient’s id, and nothing of another centre', async () => {
    const said = [...(await ofCaen.look()), ...(await ofResults.look())].map(
      ({ Subject, Message }) => `${Subject}\n${Message}`,
    );
    expect(said.length).toBeGreaterThanOrEqual(5);
    const cells = [PATIENTS, WRONG]
      .flatMap((file) => file.split('\n').slice(1))
      .flatMap((line) => line.split(/[,;]/).slice(0, 4))
      .filter((cell) => /^\d{4}-\d\d-\d\d$/.test(cell));
    expect(cells.length).toBeGreaterThan(20);
    expect(PATIENTS).toContain('ZZQ-001');
    for (const text of said) {
      expect(text).not.toContain('ZZQ');
      expect(cells.filter((cell) => text.includes(cell))).toEqual([]);
    }
    expect(await ofRouen.look()).toEqual([]);
  });
});
