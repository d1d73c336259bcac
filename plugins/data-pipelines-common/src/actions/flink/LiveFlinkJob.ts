import { LiveMetadata } from '../LiveMetadata';
import { FlinkSpec } from '../../lint/compare/flinkSpec';
import { flinkDeployedIn } from '../../objects/project/flinkDeployed';
import { FlinkDeployed } from '../../resources/flinkDeployed';
import { FlinkDeployment } from '../../resources/flinkDeployment';

/**
 * A FlinkDeployment or FlinkSessionJob as the API server has it right now.
 *
 * @public
 */
export interface LiveFlinkJob {
  apiVersion: string;
  kind: 'FlinkDeployment' | 'FlinkSessionJob';
  metadata: LiveMetadata;
  spec: FlinkSpec & { restartNonce?: number };
  status?: FlinkDeployment['status'];
  /** Where the portal has read the job itself: the API server knows no such field. */
  deployed?: FlinkDeployed;
}

/**
 * What a job is told to do, and what it does.
 *
 * @public
 */
export type JobAsIs = Pick<LiveFlinkJob, 'spec' | 'status' | 'deployed'>;

/** How the next upgrade keeps state. The operator's own default does not. */
export function upgradeModeOf({ spec }: JobAsIs) {
  return spec.job?.upgradeMode ?? 'stateless';
}

/**
 * How a stopped job was stopped, which is how it goes on: the operator inherits
 * that, unless `stateless` is asked for meanwhile. Undefined while it is not
 * stopped, and where the operator does not say.
 */
export function stoppedModeOf({
  status,
  deployed,
}: JobAsIs): string | undefined {
  return status?.lifecycleState === 'SUSPENDED'
    ? (deployed ?? flinkDeployedIn(status))?.mode
    : undefined;
}

export function isSuspended({ spec }: JobAsIs): boolean {
  return spec.job?.state === 'suspended';
}

/** Whether Flink does nothing more about it: it has failed for good, finished or was cancelled. */
export function isOver({ status }: JobAsIs): boolean {
  switch (status?.jobStatus?.state) {
    case 'FAILED':
    case 'FINISHED':
    case 'CANCELED':
      return true;
    default:
      return false;
  }
}

export function isRunning({ status }: JobAsIs): boolean {
  return status?.jobStatus?.state === 'RUNNING';
}
