import {
  JobStateView,
  ObjectIndex,
  snapshotsOf,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { FleetEntry } from '../fleet/Fleet';

/** The snapshots of a Flink job, environment by environment. */
export function jobStateView(
  { pipeline, environments }: FleetEntry,
  entityRef: string,
  clusters: { source(cluster: string): ObjectIndex },
): Omit<JobStateView, 'clusters'> {
  return {
    entityRef,
    pipelineRef: pipeline.entityRef,
    environments: environments.flatMap(({ environment, jobs }) => {
      const job = jobs.find(one => one.entityRef === entityRef);
      if (!job) return [];
      const source = clusters.source(environment.cluster);
      const { namespace } = environment;
      const deployment =
        job.object &&
        source.get(
          'flinkdeployments.flink.apache.org',
          namespace,
          job.object.name,
        );
      const snapshots = source
        .inNamespace('flinkstatesnapshots.flink.apache.org', namespace)
        .filter(({ spec }) => spec.jobReference?.name === job.object?.name);
      return [
        {
          environment,
          job,
          snapshots: deployment ? snapshotsOf({ deployment, snapshots }) : [],
          savepointRefusal: deployment
            ? refusal(deployment.status?.jobStatus?.state)
            : 'The job is not installed',
        },
      ];
    }),
  };
}

function refusal(state: string | undefined): string | undefined {
  return state === 'RUNNING'
    ? undefined
    : `A savepoint needs a running job; this one is ${
        state?.toLowerCase() ?? 'not started yet'
      }`;
}
