import { FlinkSpec } from '../../lint/compare/flinkSpec';
import { FlinkDeployment } from '../../resources/flinkDeployment';
import { ManagedFields } from '../../resources/rawObject';

/**
 * A FlinkDeployment or FlinkSessionJob as the API server has it right now.
 *
 * @public
 */
export interface LiveFlinkJob {
  apiVersion: string;
  kind: 'FlinkDeployment' | 'FlinkSessionJob';
  metadata: {
    name: string;
    namespace: string;
    generation?: number;
    managedFields?: readonly ManagedFields[];
    labels?: Readonly<Record<string, string>>;
    annotations?: Readonly<Record<string, string>>;
  };
  spec: FlinkSpec & { restartNonce?: number };
  status?: FlinkDeployment['status'];
}

/**
 * What a job is told to do, and what it does.
 *
 * @public
 */
export type JobAsIs = Pick<LiveFlinkJob, 'spec' | 'status'>;

/** How the next upgrade keeps state. The operator's own default does not. */
export function upgradeModeOf({ spec }: JobAsIs) {
  return spec.job?.upgradeMode ?? 'stateless';
}

export function isSuspended({ spec }: JobAsIs): boolean {
  return spec.job?.state === 'suspended';
}

export function isRunning({ status }: JobAsIs): boolean {
  return status?.jobStatus?.state === 'RUNNING';
}
