import { JobStateView } from '@headworks/backstage-plugin-data-pipelines-common';
import { KubernetesObject } from '../cluster/client';
import { eventually } from './eventually';
import { operatorOf } from './operatorOf';
import { NAMESPACE, World } from './world';

export const FLINK = `/apis/flink.apache.org/v1beta1/namespaces/${NAMESPACE}`;

interface Job extends KubernetesObject {
  spec: {
    job: {
      state?: string;
      initialSavepointPath?: string;
      savepointRedeployNonce?: number;
    };
    restartNonce?: number;
  };
  status?: {
    observedGeneration?: number;
    lifecycleState: string;
    jobStatus: { state: string; upgradeSavepointPath?: string };
  };
}

/** A FlinkStateSnapshot. */
interface Snapshot extends KubernetesObject {
  spec: { savepoint?: { path?: string; formatType?: string } };
  status?: { path?: string };
}

/** The Flink jobs of the sample clickstream, in the cluster and as the portal shows them. */
export function clickstreamJobs(
  world: () => World,
  { get }: Pick<ReturnType<typeof operatorOf>, 'get'>,
) {
  const job = (name: string): Promise<Job> =>
    world().cluster.client.get<Job>(
      `${FLINK}/flinkdeployments/clickstream-${name}`,
    );

  const state = (name: string) =>
    get<JobStateView>(`/jobs/default/clickstream-${name}/state`);

  return {
    job,

    snapshot: (name: string): Promise<Snapshot> =>
      world().cluster.client.get(`${FLINK}/flinkstatesnapshots/${name}`),

    async snapshotNames(): Promise<string[]> {
      const { items } = await world().cluster.client.get<
        KubernetesObject & { items: KubernetesObject[] }
      >(`${FLINK}/flinkstatesnapshots`);
      return items.map(({ metadata }) => metadata.name);
    },

    /** One of sessionize as the portal shows it, gone or not. */
    async rememberedSnapshot(name: string) {
      const { environments } = await state('sessionize');
      return environments[0].snapshots.find(one => one.name === name);
    },

    /** One of sessionize that the portal shows as completed. */
    async completedSnapshot(wanted = /./) {
      const found = ({ environments }: JobStateView) =>
        environments[0].snapshots.find(
          one =>
            one.source === 'resource' &&
            one.state === 'completed' &&
            wanted.test(one.name),
        );
      const seen = await eventually(
        () => state('sessionize'),
        view => found(view) !== undefined,
      );
      return found(seen)!;
    },

    /** In the cluster and in what the portal knows. */
    async running(name: string) {
      await eventually(
        () => job(name),
        ({ metadata, status }) =>
          status?.observedGeneration === metadata.generation &&
          status?.lifecycleState === 'STABLE' &&
          status?.jobStatus.state === 'RUNNING',
      );
      await eventually(
        // The catalog reads its files when it has started.
        () => state(name).catch(() => undefined),
        view => view?.environments[0]?.job.report.health === 'Healthy',
      );
    },
  };
}
