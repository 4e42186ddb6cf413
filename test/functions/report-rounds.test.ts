import { describe, expect, it } from 'vitest';
import { contentTypeOf } from '#functions/report/content-type.ts';
import { renderLatest } from '#functions/report/render-latest.ts';
import { manifestText } from '#shared/publication/manifest.ts';
import { LATEST_REPORT, LATEST_RESULT, REPORT_FILE } from '#shared/storage/bucket-keys.ts';
import { sampleResult } from '#test/result-report/files/sample-result.ts';

const { files, result } = await sampleResult('one-pair');
const latest = JSON.stringify({
  ...{ id: result.manifest.id, publishedAt: result.manifest.computedAt },
  ...{ manifest: '', tables: [] },
});

/** A bucket of this result whose shown page somebody else writes over so many times. */
function portsOf(timesOvertaken: number) {
  const [paused, written]: [number[], string[]] = [[], []];
  let left = timesOvertaken;
  const texts = new Map([...files, ['manifest.json', manifestText(result.manifest)]]);
  const textOf = (key: string) => (key === LATEST_RESULT ? latest : texts.get(key.split('/').at(-1) ?? ''));
  return {
    ...{ paused, written },
    ports: {
      log: () => undefined,
      now: () => new Date(0),
      pause: async (round: number) => void paused.push(round),
      render: () => new Map([[REPORT_FILE, '<html>']]),
      readText: async (key: string) => {
        const text = textOf(key);
        return text === undefined ? undefined : { text, etag: 'e' };
      },
      writeOver: async ({ key }: { readonly key: string }) => {
        if (key === LATEST_REPORT && left-- > 0) return 'overtaken' as const;
        written.push(key);
        return { etag: 'f' };
      },
    },
  };
}

describe('a report that somebody else writes at the same time', () => {
  it('is tried again after a pause, longer each time, and not before', async () => {
    const { ports, paused, written } = portsOf(3);
    expect((await renderLatest(ports)).id).toBe(result.manifest.id);
    expect(paused).toEqual([1, 2, 3]);
    expect(written.at(-1)).toBe(LATEST_REPORT);
  });

  it('is left to a newer run after twenty times: that is no failure', async () => {
    const { ports, paused } = portsOf(20);
    expect(await renderLatest(ports)).toEqual({ id: null, written: 0 });
    expect(paused).toHaveLength(19);
  });

  it('needs no pause the first time', async () => {
    const { ports, paused } = portsOf(0);
    await renderLatest(ports);
    expect(paused).toEqual([]);
  });
});

it.each([
  ['results/latest.html', 'text/html; charset=utf-8'],
  ['figures/flow.fr.svg', 'image/svg+xml'],
  ['counts.fr.csv', 'text/csv; charset=utf-8'],
  ['datapackage.json', 'application/json'],
  ['CITATION.cff', 'text/plain; charset=utf-8'],
  ['reproduce.R', 'text/plain; charset=utf-8'],
])('a browser is told what %s is', (name, type) => {
  expect(contentTypeOf(name)).toBe(type);
});
