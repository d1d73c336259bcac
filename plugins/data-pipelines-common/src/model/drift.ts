import { JsonValue } from '@backstage/types';
import { Change, JobChange, ObjectIdentity } from '../lint';
import { Environment } from './views';

/**
 * How a pipeline's repository stands to today's charts and to what is live.
 *
 * @public
 */
export interface PipelineDrift {
  entityRef: string;
  repository: RepositoryView;
  /** Absent where the repository cannot be read. */
  chart?: ChartDrift;
  environments: EnvironmentDrift[];
}

/**
 * Where a pipeline's Git content was read.
 *
 * @public
 */
export interface RepositoryView {
  /** Its address, or its folder on the portal's own disk. */
  location: string;
  /** Why it cannot be read, and the remedy; absent when it can. */
  problem?: string;
}

/**
 * The charts that a pipeline vendors, and those that this portal has.
 *
 * @public
 */
export interface ChartDrift {
  /** What the repository vendors. */
  current: string;
  /** Absent where the portal has no charts; `refusal` says what to do. */
  newest?: string;
  /** Whether the newest would change anything and can be had. */
  upgradable: boolean;
  /** Why no upgrade can be prepared, and the remedy. */
  refusal?: string;
  /** What the newest would change; absent where nothing would. */
  upgrade?: ChartUpgrade;
}

/**
 * What moving to the newest charts changes.
 *
 * @public
 */
export interface ChartUpgrade {
  changedFiles: string[];
  removedFiles: string[];
  /** What people wrote, left as it is. */
  kept: Array<{ path: string; reason: string }>;
  environments: EnvironmentUpgrade[];
}

/**
 * What a change of the repository does in one environment.
 *
 * @public
 */
export interface EnvironmentEffect {
  name: string;
  /** The change makes the environment. */
  isNew?: boolean;
  /** What it does to each job. */
  jobs: JobChange[];
  /** What it does to objects that matter, the worst first. */
  changes: Change[];
  /** Every object that is rendered otherwise. */
  objects: ObjectChange[];
}

/**
 * What an upgrade changes in one environment.
 *
 * @public
 */
export interface EnvironmentUpgrade extends EnvironmentEffect {
  objects: ObjectDiff[];
  /** Why it cannot be told; absent when it can. */
  problem?: string;
}

/**
 * An object that is rendered otherwise.
 *
 * @public
 */
export interface ObjectChange {
  object: ObjectIdentity;
  state: 'added' | 'changed' | 'removed';
}

/**
 * One object before and after.
 *
 * @public
 */
export interface ObjectDiff extends ObjectChange {
  /** Unified diff of its YAML; empty where it may not be shown. */
  diff: string;
  /** Set where the rest of the diff is left out. */
  cut?: boolean;
}

/**
 * What is in a cluster, beside what Git says.
 *
 * @public
 */
export interface EnvironmentDrift {
  environment: Environment;
  /** Why nothing can be compared, and the remedy; absent when it can. */
  problem?: string;
  objects: LiveObject[];
  /** What it would do to make the cluster as Git says, the worst first. */
  restoring?: Change[];
  /** The command that would. */
  restore?: string;
  /** When the cluster was asked (ISO 8601). */
  checkedAt?: string;
}

/**
 * How a live object stands to what Git renders: `unreadable` where the portal
 * cannot or may not look.
 *
 * @public
 */
export type LiveState = 'same' | 'differs' | 'missing' | 'unreadable';

/**
 * One object that Git renders.
 *
 * @public
 */
export interface LiveObject {
  object: ObjectIdentity;
  state: LiveState;
  /** Why it cannot be read, or why it differs as a whole. */
  reason?: string;
  differences: FieldDifference[];
}

/**
 * A field that Git sets and the cluster has otherwise.
 *
 * @public
 */
export interface FieldDifference {
  /** Such as `spec.partitions`. */
  path: string;
  /** Absent where Git says nothing of it. */
  inGit?: JsonValue;
  /** Absent where the live object has no such field. */
  live?: JsonValue;
}
