import type { ReplicateResult } from '../../indicator/result.ts';
import type { RunEvent, RunRequest, RunSide, SaveRequest } from '../scene/api.ts';
import { fromTypedJson } from '../scene/typed-json.ts';

/** What the command line behind the page can be asked. A refusal is an Error with the server's words. */

export async function ask<T>(path: string, method: 'GET' | 'POST' | 'DELETE', body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const text = await response.text();
  if (response.ok) return (text === '' ? null : fromTypedJson<T>(text)) as T;
  throw new Error(messageIn(text) ?? `${response.status} ${response.statusText}`);
}

function messageIn(text: string): string | undefined {
  try {
    return (JSON.parse(text) as { message?: string }).message;
  } catch {
    return undefined;
  }
}

export const save = (request: SaveRequest): Promise<{ path: string }> => ask('api/scenarios', 'POST', request);
export const startRun = (request: RunRequest): Promise<{ id: string }> => ask('api/runs', 'POST', request);
export const stopRun = (id: string): Promise<null> => ask(`api/runs/${id}`, 'DELETE');
export const runResults = (id: string): Promise<Record<RunSide, ReplicateResult[]>> =>
  ask(`api/runs/${id}/results`, 'GET');
export const makeWorkbook = (id: string): Promise<{ files: { name: string; address: string }[] }> =>
  ask(`api/runs/${id}/workbook`, 'POST', {});

/** Follows a run to its end. */
export function followRun(id: string, tell: (event: RunEvent) => void): () => void {
  const source = new EventSource(`api/runs/${id}/events`);
  source.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const event = JSON.parse(data) as RunEvent;
    if (event.kind !== 'progress') source.close();
    tell(event);
  });
  return () => source.close();
}
