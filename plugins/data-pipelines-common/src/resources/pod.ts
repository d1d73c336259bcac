import { Condition, ObjectMetadata } from './metadata';

/**
 * The part of a pod that explains why a job does not run.
 *
 * @public
 */
export interface Pod {
  metadata: ObjectMetadata;
  status?: {
    phase?: string;
    conditions?: Condition[];
    containerStatuses?: Array<{
      name: string;
      restartCount?: number;
      state?: { waiting?: { reason?: string; message?: string } };
    }>;
  };
}
