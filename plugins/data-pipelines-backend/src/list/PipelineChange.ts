import { PipelineSummary } from '@headworks/backstage-plugin-data-pipelines-common';

/** One pipeline of a fleet came, went or is another. */
export interface PipelineChange {
  /** Absent where it came. */
  before?: PipelineSummary;
  /** Absent where it went. */
  after?: PipelineSummary;
}
