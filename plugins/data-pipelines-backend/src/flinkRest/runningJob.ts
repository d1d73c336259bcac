import { FlinkEnd } from '@headworks/backstage-plugin-data-pipelines-common';
import { FlinkJob } from './readJobs';

const ENDED: readonly string[] = [
  'FINISHED',
  'CANCELED',
  'FAILED',
  'SUSPENDED',
] satisfies FlinkEnd[];

export function isEnd(state: string): state is FlinkEnd {
  return ENDED.includes(state);
}

/** Where Flink runs one job and knows others that have ended: that one. */
export function runningJob(jobs: readonly FlinkJob[]): FlinkJob | undefined {
  return newest(jobs.filter(({ state }) => !isEnd(state)));
}

/** The one that Flink runs, else the one that it ran last. */
export function lastJob(jobs: readonly FlinkJob[]): FlinkJob | undefined {
  return runningJob(jobs) ?? newest(jobs);
}

function newest(jobs: readonly FlinkJob[]): FlinkJob | undefined {
  return [...jobs]
    .sort((a, b) => (b.startedAt ?? '').localeCompare(a.startedAt ?? ''))
    .at(0);
}
