import { listIn, objectIn, textIn, timeIn } from './fields';

/** A job that Flink knows. */
export interface FlinkJob {
  id: string;
  state: string;
  /** ISO 8601. */
  startedAt?: string;
  /** ISO 8601. */
  endedAt?: string;
}

/** `/jobs/overview`. */
export function readJobs(json: unknown): FlinkJob[] {
  const { jobs } = objectIn<{ jobs?: unknown }>(json);
  return listIn<{
    jid?: unknown;
    state?: unknown;
    'start-time'?: unknown;
    'end-time'?: unknown;
  }>(jobs).flatMap(job => {
    const id = textIn(job.jid);
    const startedAt = timeIn(job['start-time']);
    const endedAt = timeIn(job['end-time']);
    return id
      ? [
          {
            id,
            state: textIn(job.state) ?? '',
            ...(startedAt && { startedAt }),
            ...(endedAt && { endedAt }),
          },
        ]
      : [];
  });
}
