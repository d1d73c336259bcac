import { FlinkDeployment, FlinkSessionJob } from './flinkDeployment';

/** As much of a job as says whether it was cancelled on request. */
export type StoppingJob = Partial<
  Pick<FlinkDeployment | FlinkSessionJob, 'spec' | 'status'>
>;

/**
 * Whether a job has stopped that its operator (1.15.0) never says to be
 * suspended: one that is cancelled where it goes on from a checkpoint, as jobs
 * in a session are with upgrade mode last-state, stays UPGRADING. Recorded in
 * session_last-state-suspend; a resume goes on from the checkpoint as it should.
 */
export function isCancelledToStop({ spec, status }: StoppingJob): boolean {
  return (
    spec?.job?.state === 'suspended' && status?.jobStatus?.state === 'CANCELED'
  );
}
