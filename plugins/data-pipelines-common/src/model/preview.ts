import { LintFinding, ObjectIdentity } from '../lint';
import { GeneratedFile, Problem } from './spec';

/**
 * What a specification would make, before anything is made.
 *
 * @public
 */
export interface PipelinePreview {
  /** What is wrong with the specification; with any, nothing below is there. */
  problems: Problem[];
  dataflow: DataflowGraph;
  /** The repository's files, without our vendored charts. */
  files: GeneratedFile[];
  /** How many files of our charts come on top. */
  vendoredFiles: number;
  environments: EnvironmentPreview[];
}

/**
 * What one environment would hold.
 *
 * @public
 */
export interface EnvironmentPreview {
  name: string;
  objects: ObjectIdentity[];
  totals: ResourceTotals;
  findings: LintFinding[];
  /** Why Helm rendered nothing, in its own words; absent when it did. */
  error?: string;
}

/**
 * What the pods of a pipeline ask for at most at the same time.
 *
 * @public
 */
export interface ResourceTotals {
  pods: number;
  /** Cores. */
  cpu: number;
  /** Bytes. */
  memory: number;
  /** Bytes of persistent volumes. */
  storage: number;
  /** Pods of these ask for no amount, or are sized by somebody else. */
  unsized: ObjectIdentity[];
}

/**
 * Topics and jobs, in the direction of the data.
 *
 * @public
 */
export interface DataflowGraph {
  nodes: DataflowNode[];
  /** From and to by the nodes' ids. */
  edges: Array<{ from: string; to: string }>;
}

/**
 * A topic or a job in the drawing.
 *
 * @public
 */
export interface DataflowNode {
  /** `topic/<name>`, `flink/<name>` or `spark/<name>`. */
  id: string;
  kind: 'topic' | 'flink' | 'spark';
  name: string;
  /** Declared by somebody else. */
  external?: boolean;
}
