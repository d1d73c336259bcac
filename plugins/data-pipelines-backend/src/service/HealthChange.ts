import {
  HealthReport,
  ObjectRef,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** The health of one part of a pipeline has changed in one environment. */
export interface HealthChange {
  /** Entity ref of the pipeline. */
  pipelineRef: string;
  environment: string;
  /** Entity ref of the job or topic; absent where none is declared. */
  entityRef?: string;
  /** The object, also where it is gone or was never there. */
  object: ObjectRef;
  /** Absent where nothing was known before. */
  before?: HealthReport;
  after: HealthReport;
  /**
   * The newest resourceVersion that was known of the cluster when this was
   * found out. It tells replicas that lag from those that are ahead.
   */
  version?: string;
  /** When it was found out here (ISO 8601). */
  at: string;
}
