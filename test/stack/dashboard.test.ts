import { expect, it } from 'vitest';
import { propertiesOf, readable, resourcesOf, synthesise } from './synthesise.ts';

const study = synthesise();
const body = readable(propertiesOf(study, 'AWS::CloudWatch::Dashboard', 'Dashboard')['DashboardBody']);

it('the dashboard draws what the functions measure', () => {
  const drawn = [...body.matchAll(/"CtMriStudy","(\w+)"/g)].map(([, name = '']) => name);
  expect(drawn.toSorted()).toEqual([
    'FilesPending',
    'FilesWaitedFor',
    'Nights',
    'ResultsConfirmed',
    'RowsAccepted',
    'RunMilliseconds',
    'UploadMilliseconds',
    'UploadsAccepted',
    'UploadsFailed',
    'UploadsRefused',
    'UploadsWithdrawn',
  ]);
});

it('the dashboard shows every alarm, and the last lines of each function', () => {
  const alarms = [...resourcesOf(study.template)].filter(([, { Type }]) => Type === 'AWS::CloudWatch::Alarm');
  expect(alarms.length).toBeGreaterThan(10);
  expect(alarms.filter(([id]) => !body.includes(id.replace(/[0-9A-F]{8}$/, '')))).toEqual([]);
  for (const log of ['IngestLog', 'StatisticsLog', 'ReportLog', 'DeskLog']) expect(body).toContain(log);
});
