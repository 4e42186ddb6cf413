const MINUTES = { minute: 1, hour: 60, day: 24 * 60 } as const;
const RATE = /^rate\((\d+) (minute|hour|day)s?\)$/;
const EACH_DAY = /^cron\(\S+ \S+ [*?] \* [*?] \*\)$/;

/**
 * Whether a schedule has a run every day at least; only then can be said after a day that one did not happen.
 *
 * @param expression - `cron(…)`, or `rate(…)`
 */
export function isDaily(expression: string): boolean {
  const [, count, unit] = RATE.exec(expression) ?? [];
  if (unit === 'minute' || unit === 'hour' || unit === 'day')
    return Number(count) * MINUTES[unit] <= MINUTES.day;
  return EACH_DAY.test(expression);
}
