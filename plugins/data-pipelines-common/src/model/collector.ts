import { ResourceId } from '../resources/kinds';
import { ClusterView, ObjectRef } from './views';

/**
 * The answer of `GET /collector`: how well the portal itself is informed.
 *
 * @public
 */
export interface CollectorView {
  clusters: CollectorClusterView[];
  /**
   * Objects that carry our pipeline label but match no environment that a
   * pipeline's entity declares. At most 200; `unclaimedTotal` is how many.
   */
  unclaimed: UnclaimedObject[];
  unclaimedTotal: number;
  history: HistoryWriterView;
}

/**
 * How the history is written, in numbers since the portal started.
 *
 * @public
 */
export interface HistoryWriterView {
  /** What happened and is not in the database yet. */
  waiting: number;
  /** Since when the first of it waits (ISO 8601); absent where nothing does. */
  waitingSince?: string;
  /** What was written; the same again counts again. */
  written: number;
  /** Transactions that wrote it. */
  batches: number;
  /** Transactions that failed, each tried again. */
  failures: number;
  /** What found no room while the database was away, or was refused by it. */
  dropped: number;
  /** Why the database cannot be written now; absent while it can. */
  error?: string;
}

/**
 * How one cluster is followed.
 *
 * @public
 */
export interface CollectorClusterView extends ClusterView {
  /**
   * Seconds that the cluster's clock is ahead of the portal's; negative where
   * it is behind. Absent until it answered.
   */
  clockAhead?: number;
  /** True where something on the way holds a watch back until it ends. */
  buffered: boolean;
  /**
   * True where something on the way ended a watch lately, without a word;
   * watches are kept short then, so that nothing is late.
   */
  cut: boolean;
  /** Absent where Flink is not asked. */
  flink?: CollectorFlinkView;
  /** Every kind, in the order of `RESOURCES`. */
  resources: CollectorResourceView[];
}

/**
 * How the Flinks of a cluster are asked for what no resource tells, such as
 * their checkpoints.
 *
 * @public
 */
export interface CollectorFlinkView {
  /** Jobs that run now. */
  jobs: number;
  /** Of these, jobs whose Flink answered when it was asked last. */
  answering: number;
  /** Rounds since the portal started, one for each Flink cluster. */
  asked: number;
  /** Of these, rounds without an answer. */
  unanswered: number;
  /** Why some do not answer: a sentence for each reason, at most 5. */
  messages: string[];
}

/**
 * How a kind is followed in one cluster.
 *
 * `absent`: the cluster does not serve it; looked for again every few seconds.
 * `refused`: the portal's credential may not read it.
 * `waiting`: its first list waits for others. `listing`: being read in full.
 * `live`: followed by a watch. `reconnecting`: between two watches, nothing
 * lost. `failing`: not followed; `message` says why.
 *
 * @public
 */
export type CollectorResourceState =
  | 'absent'
  | 'refused'
  | 'waiting'
  | 'listing'
  | 'live'
  | 'reconnecting'
  | 'failing';

/**
 * How a kind is followed in one cluster, in numbers since the portal started.
 *
 * @public
 */
export interface CollectorResourceView {
  resource: ResourceId;
  /** The version that is read; absent where none is served. */
  version?: string;
  state: CollectorResourceState;
  /** One sentence; set when `refused` or `failing`. */
  message?: string;
  /** Objects that are known. */
  objects: number;
  /** When it was last known to be current (ISO 8601). */
  asOf?: string;
  /** When something of it changed last (ISO 8601). */
  changedAt?: string;
  /** Full reads. */
  lists: number;
  /** Watches that were opened again after the first. */
  watchRestarts: number;
  /** Times that the cluster asked the portal to wait (HTTP 429). */
  throttled: number;
  /** Read from the cluster. */
  bytes: number;
}

/**
 * A live object that no declared environment claims.
 *
 * @public
 */
export interface UnclaimedObject {
  object: ObjectRef;
  /** The pipeline that its label names. */
  pipeline: string;
}
