import {
  EnvironmentDrift,
  LiveObject,
  LiveState,
  PipelineDrift,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** A live topic. */
export function topic(
  name: string,
  state: LiveState,
  change: Partial<LiveObject> = {},
): LiveObject {
  return {
    object: {
      apiVersion: 'kafka.strimzi.io/v1',
      kind: 'KafkaTopic',
      namespace: 'kafka',
      name,
    },
    state,
    differences:
      state === 'differs'
        ? [{ path: 'spec.partitions', inGit: 12, live: 24 }]
        : [],
    ...change,
  };
}

/** An environment with these objects. */
export function environment(
  name: string,
  objects: LiveObject[],
  change: Partial<EnvironmentDrift> = {},
): EnvironmentDrift {
  return {
    environment: {
      name,
      cluster: 'east',
      namespace: 'data',
      release: 'orders',
    },
    objects,
    checkedAt: '2026-11-24T10:00:00Z',
    restoring: [],
    restore: `helm upgrade --install orders . -f values-${name}.yaml`,
    ...change,
  };
}

/** A pipeline's drift where all is well. */
export function drift(change: Partial<PipelineDrift> = {}): PipelineDrift {
  return {
    entityRef: 'component:default/orders',
    repository: { location: 'https://git.example.com/acme/orders/' },
    chart: { current: '0.2.0', newest: '0.2.0', upgradable: false },
    environments: [environment('dev', [topic('clicks', 'same')])],
    ...change,
  };
}

/** Older charts, and what the newest would change. */
export const older: PipelineDrift['chart'] = {
  current: '0.1.0',
  newest: '0.2.0',
  upgradable: true,
  upgrade: {
    changedFiles: ['Chart.yaml', 'charts/flink/Chart.yaml'],
    removedFiles: [],
    kept: [{ path: 'README.md', reason: 'it was changed here' }],
    environments: [
      {
        name: 'dev',
        jobs: [
          {
            engine: 'flink',
            job: 'sum',
            effect: 'restarts-from-savepoint',
            says: 'the job restarts from a savepoint',
            remedy: '',
          },
        ],
        changes: [],
        objects: [
          {
            object: {
              apiVersion: 'flink.apache.org/v1beta1',
              kind: 'FlinkDeployment',
              name: 'orders-sum',
            },
            state: 'changed',
            diff: '@@ -1 +1 @@\n-  parallelism: 1\n+  parallelism: 2\n',
          },
        ],
      },
    ],
  },
};
