import { type Cost, isMeasured, type NotMeasured } from './measured-run.ts';
import type { Start } from './starts.ts';

/** What was measured of several programs on the same data. */
export type Costs<Name extends string = string> = ReadonlyMap<Name, Cost | NotMeasured>;

const figure = (value: number) => String(Number(value.toPrecision(3)));

export const secondsText = (run: Cost | NotMeasured | undefined): string =>
  run === undefined ? '–' : isMeasured(run) ? `${figure(run.seconds)} s` : run.why;

/** One figure over another, of the same run. */
export function ratioText(own: Cost | NotMeasured | undefined, peer: Cost | NotMeasured | undefined): string {
  if (own === undefined || peer === undefined || !isMeasured(own) || !isMeasured(peer)) return '–';
  return `${figure(own.seconds / peer.seconds)} ×`;
}

export const markdownTable = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

export interface Validation {
  readonly costs: Costs;
  readonly rows: number;
  readonly megabytes: number;
}

export function validationTable(own: string, { costs, rows, megabytes }: Validation): string {
  return markdownTable(
    ['program', 'CPU', 'rows a second', 'memory, times the file', `time of this study’s over its`],
    [...costs].map(([name, run]) => [
      name,
      secondsText(run),
      isMeasured(run) ? Math.round(rows / run.seconds).toLocaleString('en') : '–',
      isMeasured(run) && run.megabytes !== null ? `${figure(run.megabytes / megabytes)} ×` : '–',
      name === own ? '' : ratioText(costs.get(own), run),
    ]),
  );
}

const memoryText = (run: Cost | NotMeasured | undefined): string =>
  run !== undefined && isMeasured(run) && run.megabytes !== null
    ? `${Math.round(run.megabytes).toLocaleString('en')} MB`
    : '–';

/** A row for each size: what each program took, the first one's memory, and its time over each other's. */
export function growthTable(
  what: string,
  bySize: ReadonlyMap<number, Costs>,
  names: readonly string[],
): string {
  const [own = '', ...peers] = names;
  const hasMemory = [...bySize.values()].some((costs) => memoryText(costs.get(own)) !== '–');
  return markdownTable(
    [what, ...names, ...(hasMemory ? ['its memory'] : []), ...peers.map((peer) => `${own} over ${peer}`)],
    [...bySize].map(([size, costs]) => [
      size.toLocaleString('en'),
      ...names.map((name) => secondsText(costs.get(name))),
      ...(hasMemory ? [memoryText(costs.get(own))] : []),
      ...peers.map((peer) => ratioText(costs.get(own), costs.get(peer))),
    ]),
  );
}

/** A row for each bundle of each function: what its start reads and takes, and what the study's takes over it. */
export const startTable = (
  own: string,
  functions: ReadonlyMap<string, { readonly costs: Costs; readonly starts: ReadonlyMap<string, Start> }>,
): string =>
  markdownTable(
    ['function', 'bundle', 'code read, kB', 'CPU', `time of this study’s over its`],
    [...functions].flatMap(([name, { costs, starts }]) =>
      [...starts].map(([bundle, { bytes }]) => [
        name,
        bundle,
        String(Math.round(bytes / 1000)),
        secondsText(costs.get(bundle)),
        bundle === own ? '' : ratioText(costs.get(own), costs.get(bundle)),
      ]),
    ),
  );
