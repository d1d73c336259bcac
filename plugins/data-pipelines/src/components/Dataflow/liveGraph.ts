import { parseEntityRef } from '@backstage/catalog-model';
import {
  EnvironmentView,
  FlowEdge,
  JobView,
  TopicView,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** What can stand in the drawing; `outside`: what the pipeline needs of others. */
export type FlowKind = 'topic' | 'flink' | 'spark' | 'outside';

/** A topic, a job, or what is outside of this pipeline. */
export interface FlowPart {
  /** Its entity ref. */
  id: string;
  kind: FlowKind;
  name: string;
  /** Absent for what is outside. */
  view?: TopicView | JobView;
}

/** An environment's parts, in the direction of the data. */
export interface LiveGraph {
  nodes: FlowPart[];
  edges: FlowEdge[];
}

/** What the drawing shows of one environment. */
export function liveGraph(
  view: Pick<EnvironmentView, 'jobs' | 'topics' | 'kafka'>,
): LiveGraph {
  const own: FlowPart[] = [
    ...view.topics.map(topic => part('topic', topic)),
    ...view.jobs.map(job => part(job.engine, job)),
  ];
  const known = new Set(own.map(({ id }) => id));
  // All topics stand on a Kafka cluster: it is drawn below them.
  const ground = new Set(view.kafka.map(({ entityRef }) => entityRef));
  const edges = [...view.topics, ...view.jobs].flatMap(
    ({ entityRef, upstream }) =>
      [...new Set(upstream)]
        .filter(from => !ground.has(from))
        .map(from => ({ from, to: entityRef })),
  );
  const outside = [...new Set(edges.map(({ from }) => from))]
    .filter(ref => !known.has(ref))
    .map(
      (ref): FlowPart => ({
        id: ref,
        kind: 'outside',
        name: parseEntityRef(ref).name,
      }),
    );
  return { nodes: [...outside, ...own], edges };
}

function part(kind: FlowKind, view: TopicView | JobView): FlowPart {
  return { id: view.entityRef, kind, name: view.name, view };
}
