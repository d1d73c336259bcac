import { HealthReport } from '../../model/health';
import { Pod } from '../../resources/pod';
import { StatefulSet } from '../../resources/workloads';
import { Moment } from '../assess';
import { deleting } from '../deleting';
import { youngest } from '../flink-deployment/flinkPods';
import { checkpointProblem } from '../flink-job/checkpointProblem';
import { freshStats } from '../flink-job/freshStats';
import { restartLoop } from '../flink-job/restartLoop';
import { ownerProblem } from '../witness/ownerProblem';
import { podProblem } from '../witness/podProblem';
import { endedJob } from './endedJob';

/** Seconds until a process of Flink should answer its probe. */
const READINESS_TIMEOUT = 300;

type Role = 'jobmanager' | 'taskmanager';
const NAMES: Record<Role, string> = {
  jobmanager: 'JobManager',
  taskmanager: 'TaskManagers',
};

/**
 * How well JobManager or TaskManagers of a job without an operator are: its
 * pods, and of the JobManager what Flink's REST says of the job.
 *
 * @public
 */
export function flinkStatefulSetRule(
  set: StatefulSet,
  moment: Moment,
): HealthReport {
  const { metadata, spec, status } = set;
  const { role, pods } = podsOf(set, moment);
  const what = NAMES[role];
  if (metadata.deletionTimestamp) return deleting(what, metadata);
  const wanted = spec?.replicas ?? 1;
  if (wanted === 0) {
    return {
      health: 'Suspended',
      reason: 'Suspended',
      message: 'The job is suspended on request',
      nextStep: 'Set suspended to false in its values to resume it.',
    };
  }
  const broken =
    podProblem(pods, moment) ??
    ownerProblem({ kind: 'StatefulSet', metadata }, moment);
  if (broken?.health === 'Degraded') return broken;
  const progress = unfinished(set, wanted);
  if (progress) {
    return broken ?? late(progress, pods, moment);
  }
  return (
    (role === 'jobmanager' ? job(set, moment) : undefined) ?? {
      health: 'Healthy',
      reason: 'Running',
      message:
        role === 'jobmanager'
          ? 'The JobManager runs'
          : `${status?.readyReplicas} of ${wanted} TaskManagers run`,
      since: pods
        .map(pod => pod.metadata.creationTimestamp ?? '')
        .sort()
        .at(-1),
    }
  );
}

/** Its pods carry `app`, the job's name, and `component`, which ends its own. */
function podsOf(
  { metadata }: StatefulSet,
  { source }: Moment,
): { role: Role; pods: Pod[] } {
  const { namespace, name } = metadata;
  const role: Role = name.endsWith('-taskmanager')
    ? 'taskmanager'
    : 'jobmanager';
  const app = name.replace(/-(?:jobmanager|taskmanager)$/, '');
  return {
    role,
    pods: source
      .labelled('pods', namespace, 'app', app)
      .filter(pod => pod.metadata.labels.component === role),
  };
}

function unfinished(
  { metadata, status }: StatefulSet,
  wanted: number,
): HealthReport | undefined {
  if ((status?.observedGeneration ?? 0) < (metadata.generation ?? 0)) {
    return {
      health: 'Progressing',
      reason: 'SpecChanged',
      message: 'The job was changed and Kubernetes has not taken it up yet',
    };
  }
  const ready = status?.readyReplicas ?? 0;
  const have = `${ready} of ${wanted} pods are ready`;
  if (
    status?.updateRevision !== status?.currentRevision &&
    (status?.updatedReplicas ?? 0) < wanted
  ) {
    return {
      health: 'Progressing',
      reason: 'RollingOut',
      message: `A new version is being rolled out; ${have}`,
    };
  }
  return ready < wanted
    ? { health: 'Progressing', reason: 'PodsNotReady', message: have }
    : undefined;
}

function late(
  progress: HealthReport,
  pods: readonly Pod[],
  moment: Moment,
): HealthReport {
  const waited = youngest(
    pods.filter(
      ({ status }) =>
        !status?.conditions?.some(
          ({ type, status: holds }) => type === 'Ready' && holds === 'True',
        ),
    ),
    moment,
  );
  return (waited ?? 0) > READINESS_TIMEOUT
    ? {
        health: 'Degraded',
        reason: 'PodsNotReady',
        message: `${progress.message}, ${
          READINESS_TIMEOUT / 60
        } minutes after they were made`,
        nextStep: 'Read the logs of those that are not.',
      }
    : progress;
}

function job(
  { metadata }: StatefulSet,
  moment: Moment,
): HealthReport | undefined {
  const stats = freshStats(
    moment.source.flinkStats(
      'statefulsets.apps',
      metadata.namespace,
      metadata.name,
    ),
    undefined,
    moment,
  );
  return (
    endedJob(stats, moment) ??
    restartLoop([], stats, moment) ??
    checkpointProblem(stats, moment)
  );
}
