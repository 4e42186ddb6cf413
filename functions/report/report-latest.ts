import { latestId } from './latest-sources.ts';
import { type Rendering, type ReportPorts, renderLatest } from './render-latest.ts';
import { type TellResultPorts, tellResult } from './tell-result.ts';

export interface ReportLatestPorts extends ReportPorts, TellResultPorts {}

/**
 * Makes the page of the latest result, then tells of it those who want to know; again, where another result became the latest
 * while it was told, for the request of that one may have been lost.
 */
export async function reportLatest(ports: ReportLatestPorts): Promise<Rendering> {
  const rendering = await renderLatest(ports);
  if (rendering.id === null) return rendering;
  await tellResult(ports, rendering.id);
  if ((await latestId(ports)) === rendering.id) return rendering;
  const again = await reportLatest(ports);
  return { ...again, written: rendering.written + again.written };
}
