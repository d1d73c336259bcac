import {
  ContainerStatus,
  Pod,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { FlinkStatsChange, ObjectChangeOf } from '../../collector/ObjectChange';
import { ProgressFact } from './Fact';
import { sentence } from './sentence';

/** Restarts of a pod's containers: one fact a container, which counts up. */
export function containerRestartFacts(
  change: ObjectChangeOf<'pods'>,
): Array<ProgressFact<'restart'>> {
  const { after } = change;
  if (!after) return [];
  const before = new Map(
    containers(change.before).map(one => [one.name, one.restartCount ?? 0]),
  );
  return containers(after).flatMap(container => {
    const count = container.restartCount ?? 0;
    if (count <= (before.get(container.name) ?? 0)) return [];
    const { name, uid } = after.metadata;
    return [
      {
        kind: 'restart' as const,
        at:
          container.state?.running?.startedAt ??
          endOf(container)?.finishedAt ??
          change.at,
        key: `${uid} ${container.name}`,
        rank: count,
        detail: {
          kind: 'restart' as const,
          what: `Container ${container.name} of pod ${name}`,
          count,
          message: whyEnded(container),
        },
      },
    ];
  });
}

/** Restarts of a Flink job from within: no container restarts for them. */
export function flinkRestartFacts(
  change: FlinkStatsChange,
): Array<ProgressFact<'restart'>> {
  const { jobId, restarts = 0, exception } = change.after ?? {};
  const before = change.before;
  const known = before?.jobId === jobId ? before?.restarts ?? 0 : 0;
  if (!jobId || restarts <= known) return [];
  return [
    {
      kind: 'restart',
      at: exception?.at ?? change.at,
      key: jobId,
      rank: restarts,
      detail: {
        kind: 'restart',
        what: 'The job, by Flink itself',
        count: restarts,
        message: sentence(exception?.message),
      },
    },
  ];
}

function containers(pod: Pod | undefined): ContainerStatus[] {
  const { initContainerStatuses = [], containerStatuses = [] } =
    pod?.status ?? {};
  return [...initContainerStatuses, ...containerStatuses];
}

function endOf({ lastState, state }: ContainerStatus) {
  return lastState?.terminated ?? state?.terminated;
}

function whyEnded(container: ContainerStatus): string | undefined {
  const end = endOf(container);
  if (!end) return undefined;
  if (end.reason === 'OOMKilled') {
    return 'It used more memory than its limit allows (OOMKilled)';
  }
  const reason = end.reason && end.reason !== 'Error' ? `, ${end.reason}` : '';
  return `It ended with exit code ${end.exitCode ?? 'unknown'}${reason}`;
}
