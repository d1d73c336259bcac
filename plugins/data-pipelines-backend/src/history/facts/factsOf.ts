import {
  KnownObjects,
  ResourceId,
} from '@headworks/backstage-plugin-data-pipelines-common';
import {
  FlinkStatsChange,
  ObjectChange,
  ObjectChangeOf,
} from '../../collector/ObjectChange';
import { batchJobRunFacts } from './batchJobRun';
import { eventFacts } from './event';
import { Fact } from './Fact';
import { flinkRunFacts, flinkStatsRunFacts } from './flinkRun';
import { flinkStartFacts, flinkStatsStartFacts } from './flinkStart';
import { containerRestartFacts, flinkRestartFacts } from './restart';
import {
  snapshotFacts,
  statsSnapshotFacts,
  statusSnapshotFacts,
} from './snapshot';
import { sparkApacheRunFacts } from './sparkApacheRun';
import { sparkRunFacts } from './sparkRun';
import { upgradeFacts } from './upgrade';

type Rules = {
  readonly [R in ResourceId]: ReadonlyArray<
    (change: ObjectChangeOf<R>) => Fact[]
  >;
};

const upgrade = (change: unknown) => upgradeFacts(change as ObjectChange);

/** What is worth remembering of each kind. */
const RULES: Rules = {
  'flinkdeployments.flink.apache.org': [
    upgrade,
    flinkRunFacts,
    flinkStartFacts,
    statusSnapshotFacts,
  ],
  'flinksessionjobs.flink.apache.org': [
    upgrade,
    flinkRunFacts,
    flinkStartFacts,
    statusSnapshotFacts,
  ],
  'flinkstatesnapshots.flink.apache.org': [snapshotFacts],
  'flinkbluegreendeployments.flink.apache.org': [upgrade],
  'kafkas.kafka.strimzi.io': [upgrade],
  'kafkanodepools.kafka.strimzi.io': [upgrade],
  'kafkatopics.kafka.strimzi.io': [upgrade],
  'kafkausers.kafka.strimzi.io': [upgrade],
  'kafkaconnects.kafka.strimzi.io': [upgrade],
  'kafkaconnectors.kafka.strimzi.io': [upgrade],
  // The operator writes it after the Kafka that somebody changed.
  'strimzipodsets.core.strimzi.io': [],
  'kafkas.platform.confluent.io': [upgrade],
  'kafkatopics.platform.confluent.io': [upgrade],
  'kraftcontrollers.platform.confluent.io': [upgrade],
  'sparkapplications.sparkoperator.k8s.io': [upgrade, sparkRunFacts],
  'scheduledsparkapplications.sparkoperator.k8s.io': [upgrade],
  'sparkconnects.sparkoperator.k8s.io': [upgrade],
  'sparkapplications.spark.apache.org': [upgrade, sparkApacheRunFacts],
  'sparkclusters.spark.apache.org': [upgrade],
  'statefulsets.apps': [upgrade],
  'jobs.batch': [batchJobRunFacts],
  'cronjobs.batch': [upgrade],
  pods: [containerRestartFacts],
  events: [eventFacts],
};

/** What a change of an object tells. Pure. */
export function factsOf(change: ObjectChange): Fact[] {
  // One resource's rules and changes are of one type; the compiler cannot follow.
  const rules = RULES[change.resource] as Rules[typeof change.resource] &
    ReadonlyArray<(change: ObjectChange) => Fact[]>;
  return rules.flatMap(rule => rule(change));
}

/**
 * What a change tells that the object did not tell before: a job that says
 * again that it runs is no news, and most changes are that. Pure.
 */
export function newsOf(change: ObjectChange): Fact[] {
  const facts = factsOf(change);
  if (!change.before || facts.length === 0) return facts;
  const earlier = { ...change, before: undefined, after: change.before };
  const told = new Set(
    factsOf(earlier as ObjectChange).map(fact => JSON.stringify(fact)),
  );
  return facts.filter(fact => !told.has(JSON.stringify(fact)));
}

/** What Flink's own answer tells of a job's object. Pure. */
export function factsOfStats(
  change: FlinkStatsChange,
  object: KnownObjects[FlinkStatsChange['resource']],
): Fact[] {
  return [
    ...flinkStatsRunFacts(change),
    ...flinkRestartFacts(change),
    ...statsSnapshotFacts(change),
    ...flinkStatsStartFacts(change, object),
  ];
}
