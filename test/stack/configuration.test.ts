import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { MOST_CENTRE_CHARACTERS, readConfiguration } from '#cdk/configuration.ts';
import { THESIS_SETTINGS } from '#shared/protocol/study-settings.ts';
import { projectContext } from './synthesise.ts';

const good = {
  centres: ['rouen', 'caen'],
  schedule: 'cron(0 2 * * ? *)',
  retentionDays: 365,
  fullVerificationDays: 7,
  ...THESIS_SETTINGS,
};

const read = (settings: Readonly<Record<string, unknown>>) => readConfiguration({ ...good, ...settings });
const problemsOf = (settings: Readonly<Record<string, unknown>>) => {
  const outcome = read(settings);
  return outcome.ok ? [] : outcome.problems;
};

describe('the configuration', () => {
  it('of the project can be used', () => {
    expect(readConfiguration(projectContext)).toMatchObject({ ok: true });
  });

  it('may come from the command line, where all is text', () => {
    const settings = {
      centres: 'rouen, caen-2',
      retentionDays: '90',
      fullVerificationDays: '1',
      boardPeriod: '2018-03-01/2024-06-30',
      longestIntervalMonths: '6',
      smallestLesionMillimetres: '10',
      mostLesionsMeasured: '2',
      fewestPatientsShown: '7',
      fewestCentresPooled: '4',
      significanceShown: 'false',
      pointsPublished: 'false',
    };
    const site = { alarmEmail: 'etude@example.org', deskDomain: 'renaten.example.org' };
    const contacts = { centres: { 'caen-2': ['radiologie@example.org'] }, results: [] };
    expect(read({ ...settings, ...site, contacts: JSON.stringify(contacts) })).toEqual({
      ok: true,
      configuration: {
        centres: ['rouen', 'caen-2'],
        schedule: good.schedule,
        retentionDays: 90,
        fullVerificationDays: 1,
        ...site,
        contacts,
        study: {
          boardPeriod: { from: '2018-03-01', to: '2024-06-30' },
          longestIntervalMonths: 6,
          smallestLesionMillimetres: 10,
          mostLesionsMeasured: 2,
          fewestPatientsShown: 7,
          fewestCentresPooled: 4,
          significanceShown: false,
          pointsPublished: false,
        },
      },
    });
  });

  it('takes as many centres as the functions can be told of', () => {
    const full = Array.from({ length: 500 }, (_, number) => `c${`${number}`.padStart(3, '0')}`);
    expect(full.join(',')).toHaveLength(MOST_CENTRE_CHARACTERS - 1);
    expect(problemsOf({ centres: full })).toEqual([]);
    expect(problemsOf({ centres: [...full, 'x'] })).toMatchObject([
      { en: expect.stringContaining('2500 for all together') },
    ]);
  });

  it.each(['cron(0 2 * * ? *)', 'cron(0/15 8-18 ? * MON-FRI *)', 'rate(1 minute)', 'rate(12 hours)'])(
    'takes the schedule %s',
    (schedule) => {
      expect(problemsOf({ schedule })).toEqual([]);
    },
  );

  it.each([
    ['centres', 'Rouen', '"Rouen"'],
    ['centres', ['rouen', 'rouen'], '["rouen","rouen"]'],
    ['centres', [], '[]'],
    ['centres', '', '""'],
    ['centres', ['a'.repeat(33)], `["${'a'.repeat(33)}"]`],
    ['centres', ['rouen/caen'], '["rouen/caen"]'],
    ['schedule', '0 2 * * *', '"0 2 * * *"'],
    ['schedule', 'cron(0 2 * * *)', '"cron(0 2 * * *)"'],
    ['schedule', 'cron(0 2 * * * *)', '"cron(0 2 * * * *)"'],
    ['schedule', 'rate(1 minutes)', '"rate(1 minutes)"'],
    ['schedule', 'rate(0 hours)', '"rate(0 hours)"'],
    ['retentionDays', 100, '100'],
    ['retentionDays', 9999, '9999'],
    ['retentionDays', 'a year', '"a year"'],
    ['fullVerificationDays', 0, '0'],
    ['fullVerificationDays', 32, '32'],
    ['fullVerificationDays', 1.5, '1.5'],
    ['alarmEmail', 'etude', '"etude"'],
    ['deskDomain', 'https://renaten.example.org', '"https://renaten.example.org"'],
    ['deskDomain', 'renaten.example.org/desk', '"renaten.example.org/desk"'],
    ['deskDomain', '*.example.org', '"*.example.org"'],
    ['deskDomain', 'localhost', '"localhost"'],
    ['contacts', 'rouen', '"rouen"'],
    ['contacts', { rouen: ['a@example.org'] }, '{"rouen":["a@example.org"]}'],
    ['contacts', { results: 'a@example.org' }, '{"results":"a@example.org"}'],
    [
      'contacts',
      { results: ['a@example.org', 'a@example.org'] },
      '{"results":["a@example.org","a@example.org"]}',
    ],
    ['contacts', { results: Array(6).fill(7) }, '{"results":[7,7,7,7,7,7]}'],
    ['fewestPatientsShown', 0, '0'],
    ['fewestPatientsShown', 2.5, '2.5'],
    ['fewestPatientsShown', 'five', '"five"'],
    ['fewestPatientsShown', '', '""'],
    ['fewestPatientsShown', true, 'true'],
    ['fewestPatientsShown', null, 'null'],
    ['boardPeriod', '2016-01-01', '"2016-01-01"'],
    ['boardPeriod', '2016-01-01/2021-12-31/2022-12-31', '"2016-01-01/2021-12-31/2022-12-31"'],
    ['boardPeriod', '/2021-12-31', '"/2021-12-31"'],
    ['boardPeriod', '2016-01-01/2021-02-29', '"2016-01-01/2021-02-29"'],
    ['boardPeriod', '2016-01-01/2015-12-31', '"2016-01-01/2015-12-31"'],
    ['boardPeriod', { from: '2016-01-01', to: '2015-12-31' }, '{"from":"2016-01-01","to":"2015-12-31"}'],
    ['boardPeriod', { from: '2016-01-01' }, '{"from":"2016-01-01"}'],
    ['boardPeriod', { from: '2016-01-01', to: null, until: 1 }, '{"from":"2016-01-01","to":null,"until":1}'],
    ['longestIntervalMonths', 0, '0'],
    ['longestIntervalMonths', 13, '13'],
    ['smallestLesionMillimetres', 4.5, '4.5'],
    ['smallestLesionMillimetres', 0, '0'],
    ['smallestLesionMillimetres', '51', '"51"'],
    ['mostLesionsMeasured', 0, '0'],
    ['mostLesionsMeasured', 100, '100'],
    ['fewestCentresPooled', 1, '1'],
    ['significanceShown', 'non', '"non"'],
    ['significanceShown', 1, '1'],
    ['pointsPublished', 'yes', '"yes"'],
  ])('refuses %s = %j, and says which, what and the remedy', (key, given, shown) => {
    const [problem, ...others] = problemsOf({ [key]: given });
    expect(others).toEqual([]);
    expect(problem?.fr).toContain(`« ${key} » vaut ${shown}, ce qui ne convient pas ; `);
    expect(problem?.en).toContain(`"${key}" is ${shown}, which cannot be used; `);
    expect(problem?.fr).toMatch(/^Configuration : .+; (donner|.*retirer) .+\.$/);
  });

  it.each(Object.keys(THESIS_SETTINGS))('says what to write where %s is missing', (key) => {
    const [problem, ...others] = problemsOf({ [key]: undefined });
    expect(others).toEqual([]);
    expect(problem?.fr).toMatch(
      new RegExp(`^Configuration : « ${key} » manque dans cdk.json ; donner .+\\.$`),
    );
    expect(problem?.en).toMatch(new RegExp(`^Configuration: "${key}" is missing in cdk.json; give .+\\.$`));
  });

  it('says what to write as the thesis has it, and within which bounds', () => {
    const [problem] = problemsOf({ longestIntervalMonths: 0 });
    expect(problem?.fr).toMatch(/un nombre entier de 1 à 12, par exemple 3\.$/);
    expect(problem?.en).toMatch(/a whole number from 1 to 12, for example 3\.$/);
  });

  it('takes a board period that goes on, and one of a single day', () => {
    const periodOf = (boardPeriod: unknown) => {
      const outcome = read({ boardPeriod });
      return outcome.ok && outcome.configuration.study.boardPeriod;
    };
    expect(periodOf('2016-01-01/')).toEqual({ from: '2016-01-01', to: null });
    expect(periodOf({ from: '2016-01-01', to: null })).toEqual({ from: '2016-01-01', to: null });
    expect(periodOf('2024-02-29/2024-02-29')).toEqual({ from: '2024-02-29', to: '2024-02-29' });
  });

  it('says which setting is missing', () => {
    expect(problemsOf({ schedule: undefined })).toMatchObject([
      {
        fr: expect.stringContaining('« schedule » manque'),
        en: expect.stringContaining('"schedule" is missing'),
      },
    ]);
  });

  it('has nobody told by mail where no contacts are given, or none for a centre', () => {
    const contactsOf = (contacts: unknown) => {
      const outcome = read({ contacts });
      return outcome.ok && outcome.configuration.contacts;
    };
    expect(contactsOf(undefined)).toEqual({ centres: {}, results: [] });
    expect(contactsOf({ centres: { rouen: [] } })).toEqual({ centres: { rouen: [] }, results: [] });
  });

  it('names the address that is none, and where it stands', () => {
    const contacts = { centres: { rouen: ['a@example.org', 'Dr Martin'] }, results: ['x'] };
    for (const given of [contacts, JSON.stringify(contacts)]) {
      const problems = problemsOf({ contacts: given });
      expect(problems.map(({ fr }) => fr)).toEqual([
        'Configuration : dans « contacts », sous « centres.rouen », "Dr Martin" n’est pas une adresse électronique ; la corriger, ou la retirer.',
        'Configuration : dans « contacts », sous « results », "x" n’est pas une adresse électronique ; la corriger, ou la retirer.',
      ]);
      expect(problems[0]?.en).toContain('under "centres.rouen", "Dr Martin" is no e-mail address;');
    }
  });

  it('names the centre that the study does not have', () => {
    const contacts = { centres: { caen: [], ruoen: ['a@example.org'] } };
    expect(problemsOf({ contacts })).toEqual([
      {
        fr: 'Configuration : « contacts » nomme le centre « ruoen », qui n’est pas dans « centres » (rouen, caen) ; corriger son nom, ou retirer ses adresses.',
        en: 'Configuration: "contacts" names the centre "ruoen", which is not in "centres" (rouen, caen); correct its name, or remove its addresses.',
      },
    ]);
    // Where the centres themselves cannot be read, nothing is known of any.
    expect(problemsOf({ contacts, centres: 7 })).toHaveLength(1);
  });

  it('refuses a setting that nobody knows, and takes the CDK’s own', () => {
    expect(problemsOf({ centers: 'rouen' })).toMatchObject([{ fr: expect.stringContaining('« centers »') }]);
    expect(problemsOf({ constructor: 'rouen' })).toMatchObject([
      { en: expect.stringContaining('"constructor" is no setting') },
    ]);
    expect(problemsOf({ 'aws:cdk:bundling-stacks': [], '@aws-cdk/core:x': true })).toEqual([]);
  });

  it('names every wrong setting', () => {
    expect(problemsOf({ centres: 7, retentionDays: 0 })).toHaveLength(2);
  });
});

describe('cdk.json', () => {
  it('says the settings that reproduce the thesis', () => {
    expect(projectContext).toMatchObject(THESIS_SETTINGS);
  });

  it('has every feature flag that this CDK recommends for what the stack is made of', () => {
    const file = new URL(import.meta.resolve('aws-cdk-lib/recommended-feature-flags.json'));
    const flags = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));
    const parts =
      /^@aws-cdk\/(core|s3-notifications|aws-(cloudwatch-actions|dynamodb|events|iam|kms|lambda|logs|s3|sns|sns-subscriptions|sqs)):/;
    const ours = Object.entries(flags).filter(([name]) => parts.test(name));
    expect(ours.length).toBeGreaterThan(20);
    expect(projectContext).toMatchObject(Object.fromEntries(ours));
  });
});
