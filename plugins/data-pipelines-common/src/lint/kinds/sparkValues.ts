import { JobValues } from '../../model/spec';
import { RenderedPipeline } from '../RenderedPipeline';

/** What the values of a job say beyond what is rendered. */
interface SparkJobValues extends JobValues {
  streaming?: boolean;
}

/** Whether the values call a job one that never ends. */
export function isStreamingByValues(
  pipeline: RenderedPipeline,
  { name }: { name: string },
): boolean {
  const jobs: Record<string, SparkJobValues> =
    pipeline.values.spark?.jobs ?? {};
  return jobs[name]?.streaming === true;
}
