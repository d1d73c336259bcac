import {
  HealthReport,
  HistoryPlace,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** The health of one part of a pipeline, as the pages show it, has changed. */
export interface HealthChange {
  /** The object is the last known one, or the expected one, where none is there. */
  place: Omit<HistoryPlace, 'id' | 'at'>;
  /** Absent where nothing was known before. */
  before?: Pick<HealthReport, 'health' | 'reason'>;
  after: HealthReport;
  /**
   * The newest resourceVersion of what the pipeline's healths are made of. It
   * is the same for all replicas, and tells those that lag.
   */
  version: number;
  /** When it was found out here (ISO 8601). */
  at: string;
}
