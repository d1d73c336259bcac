import {
  FlinkStats,
  KnownObjects,
  RawObject,
  ResourceId,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** One object was seen for the first time, has changed, or is gone. */
export type ObjectChange = {
  [R in ResourceId]: ObjectChangeOf<R>;
}[ResourceId];

/** A change of one kind of object. */
export interface ObjectChangeOf<R extends ResourceId> {
  cluster: string;
  resource: R;
  /** Absent where it was not known before. */
  before?: KnownObjects[R];
  /** Absent where it is gone. */
  after?: KnownObjects[R];
  /**
   * What the API server sent, with the whole spec and the managed fields.
   * Only for the time of the call: whoever needs some of it copies that.
   */
  raw?: RawObject;
  /** The object's resourceVersion: of the change, not of when we saw it. */
  version?: string;
  /** When it was seen here (ISO 8601). */
  at: string;
}

/** Gets the changes of one tick together: a cold start brings thousands. */
export type ChangeListener = (changes: readonly ObjectChange[]) => void;

/** Flink's REST said something new of a job. */
export interface FlinkStatsChange {
  cluster: string;
  resource: ResourceId;
  namespace: string;
  name: string;
  before?: FlinkStats;
  after?: FlinkStats;
  /** ISO 8601. */
  at: string;
}
