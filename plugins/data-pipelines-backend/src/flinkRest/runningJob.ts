import { FlinkJob } from './readJobs';

const ENDED = new Set(['FINISHED', 'CANCELED', 'FAILED', 'SUSPENDED']);

/** Where Flink runs one job and knows others that have ended: that one. */
export function runningJob(jobs: readonly FlinkJob[]): FlinkJob | undefined {
  return jobs
    .filter(({ state }) => !ENDED.has(state))
    .sort((a, b) => (b.startedAt ?? '').localeCompare(a.startedAt ?? ''))
    .at(0);
}
