import { HealthReport } from '../../model/health';
import { ObjectSource } from '../../objects/ObjectSource';
import { Pod } from '../../resources/pod';
import {
  ApacheClusterStateSummary,
  ApacheSparkCluster,
} from '../../resources/sparkApache';
import { Moment } from '../assess';
import { deleting } from '../deleting';
import { notObserved, stateNotKnown } from '../notObserved';
import { withSince } from '../withSince';
import { ownerProblem, podProblem } from '../witness';
import { said } from './said';

const BY_STATE: Readonly<Record<ApacheClusterStateSummary, HealthReport>> = {
  Submitted: {
    health: 'Progressing',
    reason: 'Submitted',
    message: 'The Spark operator is creating the cluster',
  },
  SchedulingFailure: {
    health: 'Degraded',
    reason: 'SubmissionFailed',
    message: 'The cluster could not be created',
    nextStep: 'Correct what the message names, then upgrade the release.',
  },
  RunningHealthy: {
    health: 'Healthy',
    reason: 'Running',
    message: 'The cluster runs',
  },
  Failed: {
    health: 'Degraded',
    reason: 'ClusterFailed',
    message: 'The cluster has failed',
    nextStep: "Read the log of the cluster's master.",
  },
  ResourceReleased: {
    health: 'Missing',
    reason: 'ResourceReleased',
    message: 'The pods of the cluster were deleted by the operator',
  },
};

/**
 * How well a SparkCluster of Apache's operator is. `RunningHealthy` says only
 * that its objects were created, so its pods are looked at. From the
 * operator's source: not recorded from a running one.
 *
 * @public
 */
export function apacheSparkClusterRule(
  cluster: ApacheSparkCluster,
  moment: Moment,
): HealthReport {
  const { metadata, status } = cluster;
  if (metadata.deletionTimestamp) return deleting('cluster', metadata);
  const current = status?.currentState;
  if (!current?.currentStateSummary) {
    return notObserved('cluster', metadata, moment);
  }
  const report = BY_STATE[current.currentStateSummary];
  if (!report) return stateNotKnown(current.currentStateSummary);
  const since = current.lastTransitionTime;
  if (current.currentStateSummary === 'RunningHealthy') {
    return withSince(podsOf(cluster, moment) ?? report, since);
  }
  return report.health === 'Degraded'
    ? { ...report, message: `${report.message}${said(current.message)}`, since }
    : withSince(report, since);
}

/** What the pods say; undefined where they are well, or are not watched. */
function podsOf(
  { metadata, spec }: ApacheSparkCluster,
  moment: Moment,
): HealthReport | undefined {
  const { namespace, name } = metadata;
  const { source } = moment;
  const refused = ['master', 'worker']
    .map(role => `${name}-${role}`)
    .map(set => setProblem(namespace, set, moment))
    .find(Boolean);
  if (refused) return refused;
  const master = source.get('pods', namespace, `${name}-master-0`);
  if (!master) return undefined;
  const workers = workersOf(source, namespace, `${name}-worker`);
  const problem = podProblem([master, ...workers], moment);
  if (problem) return problem;
  if (!isReady(master)) {
    return {
      health: 'Progressing',
      reason: 'MasterStarting',
      message: "The cluster's master is starting",
    };
  }
  const wanted = spec?.clusterTolerations?.instanceConfig?.minWorkers ?? 0;
  const ready = workers.filter(isReady).length;
  return ready < wanted
    ? {
        health: 'Progressing',
        reason: 'WorkersStarting',
        message: `${ready} of ${wanted} workers are ready`,
        nextStep: 'If this lasts, look at the events of the worker pods.',
      }
    : undefined;
}

function setProblem(namespace: string, name: string, moment: Moment) {
  return ownerProblem(
    { kind: 'StatefulSet', metadata: { namespace, name } },
    moment,
  );
}

/** The StatefulSet's pods are numbered without gaps. */
function workersOf(source: ObjectSource, namespace: string, name: string) {
  const found: Pod[] = [];
  for (let at = 0; ; at += 1) {
    const pod = source.get('pods', namespace, `${name}-${at}`);
    if (!pod) return found;
    found.push(pod);
  }
}

function isReady({ status }: Pod): boolean {
  return (
    status?.conditions?.some(
      ({ type, status: is }) => type === 'Ready' && is === 'True',
    ) ?? false
  );
}
