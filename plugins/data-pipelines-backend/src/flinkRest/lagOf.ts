import { FlinkVertex } from '@headworks/backstage-plugin-data-pipelines-common';
import { Ask } from './Ask';

/** Records that a step has still to read; undefined where it is no source, or its sources do not tell. */
export async function lagOf(
  ask: Ask,
  { id: vertex, inputs }: FlinkVertex,
): Promise<number | undefined> {
  if (inputs.length > 0) return undefined;
  const metrics = await ask('lagMetrics', { vertex });
  if (metrics.length === 0) return undefined;
  return ask('lag', { vertex, metrics: metrics.join() });
}
