import { Health } from './health';

/**
 * What happened, newest first.
 *
 * @public
 */
export interface HistoryPage {
  items: HistoryEntry[];
  /** Ask with it for what happened before; absent where nothing did. */
  nextCursor?: string;
}

/**
 * One thing that happened to a part of a pipeline in one environment.
 *
 * @public
 */
export type HistoryEntry = HistoryPlace &
  (
    | {
        kind: 'transition';
        from?: Health;
        to: Health;
        reason: string;
        message: string;
      }
    | {
        /** Seen again with the same id when it ends. */
        kind: 'run';
        /** Flink's job id, or the id of Spark's submission. */
        run: string;
        state: 'running' | 'finished' | 'failed' | 'stopped';
        /** ISO 8601. */
        startedAt?: string;
        /** ISO 8601. */
        endedAt?: string;
        /** The savepoint it started from, where known. */
        startedFrom?: string;
        message?: string;
      }
    | { kind: 'restart'; what: string; count: number; message?: string }
    | {
        kind: 'upgrade';
        generation: number;
        changes: Array<{ path: string; from?: string; to?: string }>;
        /** Field manager, or the user where the object names one. */
        by?: string;
      }
    | {
        kind: 'snapshot';
        name: string;
        origin: string;
        /** The user who asked for it, where no object says so. */
        by?: string;
        state: string;
        path?: string;
        /** Bytes. */
        size?: number;
        message?: string;
      }
    | {
        kind: 'event';
        type: 'Normal' | 'Warning';
        reason: string;
        message: string;
        /** How often; `at` is the last time. */
        count: number;
        /** The first time (ISO 8601). */
        firstAt: string;
        about: string;
      }
  );

/**
 * When and where something happened.
 *
 * @public
 */
export interface HistoryPlace {
  id: string;
  /** ISO 8601. */
  at: string;
  /** Entity ref of the pipeline. */
  pipelineRef: string;
  environment: string;
  cluster: string;
  /** Entity ref of the job or topic; absent where none is declared. */
  entityRef?: string;
  /** Such as `FlinkDeployment/pipelines/clickstream-sessionize`. */
  object: string;
}

/** @public */
export type HistoryKind = HistoryEntry['kind'];
