import { Moment } from '../health/assess';
import { flinkPods } from '../health/flink-deployment/flinkPods';
import { JobFacts } from '../model/views';
import { FlinkStats } from '../resources/flinkStats';
import { KnownObjects } from '../resources/kinds';
import { Pod } from '../resources/pod';
import { flinkRequests } from './requests';
import { writtenImage } from './writtenImage';

/**
 * Resources that a Flink job may be.
 *
 * @public
 */
export type FlinkResource =
  | 'flinkdeployments.flink.apache.org'
  | 'flinksessionjobs.flink.apache.org'
  | 'flinkbluegreendeployments.flink.apache.org'
  | 'statefulsets.apps';

type Facts<R extends FlinkResource> = (
  object: KnownObjects[R],
  moment: Moment,
) => JobFacts;

const FACTS: { readonly [R in FlinkResource]: Facts<R> } = {
  'flinkdeployments.flink.apache.org': (deployment, moment) => {
    const { metadata, spec } = deployment;
    const pods = flinkPods(metadata, moment).all;
    return {
      resources: flinkRequests(deployment),
      version: versionOf(spec.flinkVersion),
      image: spec.image,
      parallelism: spec.job?.parallelism,
      ...ofPods(pods),
      ...ofStats(
        moment.source.flinkStats(
          'flinkdeployments.flink.apache.org',
          metadata.namespace,
          metadata.name,
        ),
        pods,
      ),
    };
  },

  'flinksessionjobs.flink.apache.org': ({ metadata, spec }, { source }) => {
    const { namespace, name } = metadata;
    const session = spec.deploymentName
      ? source.get(
          'flinkdeployments.flink.apache.org',
          namespace,
          spec.deploymentName,
        )
      : undefined;
    return {
      version: versionOf(session?.spec.flinkVersion),
      image: session?.spec.image,
      parallelism: spec.job?.parallelism,
      ...ofStats(
        source.flinkStats('flinksessionjobs.flink.apache.org', namespace, name),
        [],
      ),
    };
  },

  'flinkbluegreendeployments.flink.apache.org': () => ({}),

  'statefulsets.apps': ({ metadata }, { source }) => {
    const { namespace, name, labels } = metadata;
    const pods = source
      .labelled(
        'pods',
        namespace,
        'headworks.dev/pipeline',
        labels['headworks.dev/pipeline'] ?? '',
      )
      .filter(
        pod =>
          pod.metadata.labels['headworks.dev/job'] ===
          labels['headworks.dev/job'],
      );
    return {
      image: writtenImage(metadata),
      ...ofPods(pods),
      ...ofStats(source.flinkStats('statefulsets.apps', namespace, name), pods),
    };
  },
};

/**
 * What is worth knowing of a Flink job beside its health; what is not known is
 * left out. Never throws: an object of an odd shape has no facts.
 *
 * @public
 */
export function flinkJobFacts<R extends FlinkResource>(
  resource: R,
  object: KnownObjects[R],
  moment: Moment,
): JobFacts {
  try {
    const facts = FACTS[resource](object, moment);
    return Object.fromEntries(
      Object.entries(facts).filter(([, value]) => value !== undefined),
    );
  } catch {
    return {};
  }
}

/** Operators write `v2_1` for 2.1. */
function versionOf(flinkVersion: string | undefined): string | undefined {
  return flinkVersion?.replace(/^v/, '').replace(/_/g, '.');
}

function ofPods(pods: readonly Pod[]): JobFacts {
  const staying = pods.filter(({ metadata }) => !metadata.deletionTimestamp);
  if (staying.length === 0) return {};
  const ready = staying.filter(({ status }) =>
    status?.conditions?.some(
      ({ type, status: holds }) => type === 'Ready' && holds === 'True',
    ),
  );
  return {
    pods: { ready: ready.length, wanted: staying.length },
    restarts: restartsOf(staying),
  };
}

function ofStats(
  stats: FlinkStats | undefined,
  pods: readonly Pod[],
): JobFacts {
  if (!stats) return {};
  const { latestCompleted } = stats.checkpoints ?? {};
  return {
    ...(stats.restarts !== undefined && {
      restarts: stats.restarts + restartsOf(pods),
    }),
    ...(latestCompleted && {
      lastCheckpoint: {
        at: latestCompleted.at,
        took: latestCompleted.took,
        size: latestCompleted.size,
      },
    }),
    checkpointsUnknown: stats.error,
  };
}

function restartsOf(pods: readonly Pod[]): number {
  return pods
    .flatMap(({ status }) => status?.containerStatuses ?? [])
    .reduce((sum, { restartCount }) => sum + (restartCount ?? 0), 0);
}
