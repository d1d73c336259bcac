/**
 * What flows where, in the direction of the data.
 *
 * @public
 */
export interface FlowGraph {
  nodes: ReadonlyArray<{ id: string }>;
  /** From and to by the nodes' ids. */
  edges: readonly FlowEdge[];
}

/**
 * Data goes from one node to the other.
 *
 * @public
 */
export interface FlowEdge {
  from: string;
  to: string;
}
