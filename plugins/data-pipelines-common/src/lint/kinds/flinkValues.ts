import { JobValues } from '../../model/spec';
import { RenderedPipeline } from '../RenderedPipeline';
import type { FlinkWorkload } from './flink';

/** What the values of a workload or their defaults say beyond what is rendered. */
interface Settled extends JobValues {
  filesystemPlugin?: 'enable' | 'image';
}

interface FlinkValues {
  defaults?: Settled;
  jobs?: Record<string, Settled>;
  sessions?: Record<string, Settled>;
}

/** A value of a workload, else of `defaults`. */
export function flinkValues<Key extends keyof Settled>(
  pipeline: RenderedPipeline,
  { shape, name }: FlinkWorkload,
  key: Key,
): Settled[Key] {
  const flink: FlinkValues = pipeline.values.flink ?? {};
  const own = (shape === 'session' ? flink.sessions : flink.jobs)?.[name];
  return own?.[key] ?? flink.defaults?.[key];
}
