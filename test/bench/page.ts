import { type Cost, isMeasured, type NotMeasured } from './measured-run.ts';

/** What was measured of several programs on the same data. */
export type Costs<Name extends string = string> = ReadonlyMap<Name, Cost | NotMeasured>;

export const figure = (value: number): string => String(Number(value.toPrecision(3)));

export const secondsText = (run: Cost | NotMeasured | undefined): string =>
  run === undefined ? '–' : isMeasured(run) ? `${figure(run.seconds)} s` : run.why;

/** The time of one program over another's of the same run; undefined where either was not measured. */
export function timeOver(
  own: Cost | NotMeasured | undefined,
  peer: Cost | NotMeasured | undefined,
): number | undefined {
  if (own === undefined || peer === undefined || !isMeasured(own) || !isMeasured(peer)) return undefined;
  return own.seconds / peer.seconds;
}

export function ratioText(own: Cost | NotMeasured | undefined, peer: Cost | NotMeasured | undefined): string {
  const ratio = timeOver(own, peer);
  return ratio === undefined ? '–' : `${figure(ratio)} ×`;
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

export const memoryText = (run: Cost | NotMeasured | undefined): string =>
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
