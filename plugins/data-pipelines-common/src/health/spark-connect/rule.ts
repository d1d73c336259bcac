import { HealthReport } from '../../model/health';
import { SparkConnect, SparkConnectState } from '../../resources/spark';
import { Moment } from '../assess';
import { deleting } from '../deleting';
import { notObserved, stateNotKnown } from '../notObserved';
import { withSince } from '../withSince';
import { podProblem } from '../witness';
import { secondsSince } from '../secondsSince';
import { leastExecutors } from '../spark-application/executorCounts';
import { driverFailure, endOfDriver } from '../spark-pods/driverEnd';
import { executorProblem } from '../spark-pods/executors';
import { sparkPods } from '../spark-pods/sparkPods';

/** Seconds that the operator's startup probe gives the server. */
const START = 305;

const BY_STATE: Readonly<Record<Exclude<SparkConnectState, ''>, HealthReport>> =
  {
    Provisioning: {
      health: 'Progressing',
      reason: 'ServerStarting',
      message: 'The Connect server is starting',
    },
    Ready: {
      health: 'Healthy',
      reason: 'Running',
      message: 'The Connect server runs',
    },
    NotReady: {
      health: 'Degraded',
      reason: 'ServerNotReady',
      message: 'The Connect server does not answer',
      nextStep: "Read the log of the server's pod.",
    },
    Failed: {
      health: 'Degraded',
      reason: 'ServerFailed',
      message: 'The Connect server has failed',
      nextStep: "Read the log of the server's pod.",
    },
  };

/**
 * How well a SparkConnect (Kubeflow) is. The operator says `NotReady` of a
 * server that starts, too, so its pod and its age are looked at. From the
 * operator's source: not recorded from a running one.
 *
 * @public
 */
export function sparkConnectRule(
  connect: SparkConnect,
  moment: Moment,
): HealthReport {
  const { metadata, status } = connect;
  if (metadata.deletionTimestamp) return deleting('Connect server', metadata);
  const state = status?.state ?? '';
  if (state === '') return notObserved('Connect server', metadata, moment);
  const report = BY_STATE[state];
  if (!report) return stateNotKnown(state);
  const since =
    status?.conditions?.find(({ type }) => type === 'ServerPodReady')
      ?.lastTransitionTime ?? status?.startTime;
  const explained =
    state === 'Ready' ? executors(connect, moment) : server(connect, moment);
  return withSince(explained ?? report, since);
}

function server(
  { metadata, status }: SparkConnect,
  moment: Moment,
): HealthReport | undefined {
  const { source, now } = moment;
  const { namespace } = metadata;
  const name = status?.server?.podName ?? `${metadata.name}-server`;
  const pod = source.get('pods', namespace, name);
  const end = endOfDriver(pod?.status);
  if (pod && end) {
    const failure = driverFailure(end, { namespace, name, pod });
    return {
      ...failure,
      message: failure.message.replace('The driver', 'The Connect server'),
    };
  }
  const problem = podProblem(pod ? [pod] : [], moment);
  if (problem) return problem;
  const started = pod?.status?.startTime ?? status?.startTime;
  return started && secondsSince(started, now) < START
    ? BY_STATE.Provisioning
    : undefined;
}

function executors(
  { metadata, spec, status }: SparkConnect,
  moment: Moment,
): HealthReport | undefined {
  if (!status?.executors) return undefined;
  const { running = 0, pending = 0, failed = 0 } = status.executors;
  const pods = sparkPods(moment.source, {
    namespace: metadata.namespace,
    label: 'sparkoperator.k8s.io/connect-name',
    name: metadata.name,
  });
  const problem = executorProblem({
    counts: { running, pending, failed, completed: 0 },
    wanted: leastExecutors(spec ?? {}),
    executors: pods.executors,
    since: status.startTime,
    moment,
  });
  return (
    problem && {
      ...problem,
      message: problem.message.replace('The driver', 'The Connect server'),
    }
  );
}
