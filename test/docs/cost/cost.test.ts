import { expect, it } from 'vitest';
import * as z from 'zod';
import { drawnMetrics, metricFilters } from '#test/stack/metrics.ts';
import { propertiesOf, synthesise } from '#test/stack/synthesise.ts';
import { costPage, yearInDollars } from './cost-page.ts';
import type { Deployed } from './year.ts';

const study = synthesise({
  alarmEmail: 'etude@example.org',
  contacts: { centres: {}, results: ['coordination@example.org'] },
});

const count = (type: string): number =>
  [study.template, ...study.nested.values()].reduce(
    (sum, template) => sum + Object.keys(template.findResources(type)).length,
    0,
  );

/** Those that functions measure, and those that are counted in their logs. */
const metrics = new Set([
  ...drawnMetrics(study),
  ...metricFilters(study).map(({ MetricTransformations: [{ MetricName }] }) => MetricName),
]);

const gigabytes = (construct: string): number =>
  z.number().parse(propertiesOf(study, 'AWS::Lambda::Function', construct)['MemorySize']) / 1024;

const deployed: Deployed = {
  keys: count('AWS::KMS::Key'),
  alarms: count('AWS::CloudWatch::Alarm'),
  metrics: metrics.size,
  dashboards: count('AWS::CloudWatch::Dashboard'),
  gigabytes: {
    ingest: gigabytes('Ingest'),
    statistics: gigabytes('Statistics'),
    report: gigabytes('Report'),
    desk: gigabytes('Desk'),
  },
};

it('the page of the cost is what the template, the prices and the year give', async () => {
  await expect(costPage(deployed)).toMatchFileSnapshot('../../../docs/COST.md');
});

it('a year of the network costs less than a scan', () => {
  expect(yearInDollars(deployed)).toBeGreaterThan(20);
  expect(yearInDollars(deployed)).toBeLessThan(200);
});
