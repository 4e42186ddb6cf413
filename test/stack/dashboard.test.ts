import { expect, it } from 'vitest';
import { dashboardBody, drawnMetrics } from './metrics.ts';
import { resourcesOf, synthesise } from './synthesise.ts';

const study = synthesise();

it('the dashboard draws what the functions measure', () => {
  expect(drawnMetrics(study).toSorted()).toEqual([
    'FilesPending',
    'FilesWaitedFor',
    'Nights',
    'ResultAgeMilliseconds',
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
  const body = dashboardBody(study);
  const alarms = [...resourcesOf(study.template)].filter(([, { Type }]) => Type === 'AWS::CloudWatch::Alarm');
  expect(alarms.length).toBeGreaterThan(10);
  expect(alarms.filter(([id]) => !body.includes(id.replace(/[0-9A-F]{8}$/, '')))).toEqual([]);
  for (const log of ['IngestLog', 'StatisticsLog', 'ReportLog', 'DeskLog']) expect(body).toContain(log);
});
