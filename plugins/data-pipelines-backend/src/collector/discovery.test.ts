import { ClusterAccess } from '@headworks/backstage-plugin-data-pipelines-node';
import { ClusterReader } from './ClusterReader';
import { servedGroups, servedResources } from './discovery';

/** Answers of an API server that serves these paths. */
function readerOf(answers: Record<string, object | number>) {
  const access: ClusterAccess = {
    listClusters: async () => [],
    get: async (_, path) => {
      const answer = answers[path] ?? 404;
      return typeof answer === 'number'
        ? new Response('{}', { status: answer })
        : new Response(JSON.stringify(answer));
    },
  };
  return new ClusterReader({ access, cluster: 'east' });
}

const group = (name: string, ...versions: string[]) => ({
  name,
  versions: versions.map(version => ({ version })),
});
const { signal } = new AbortController();

async function served(answers: Record<string, object | number>) {
  const reader = readerOf(answers);
  const groups = await servedGroups(reader, { signal, patience: 1_000 });
  return Object.fromEntries(await servedResources(reader, groups, signal));
}

describe('servedResources', () => {
  it('takes the best version that the cluster serves of each kind', async () => {
    expect(
      await served({
        '/apis': {
          groups: [
            group('kafka.strimzi.io', 'v1', 'v1beta2'),
            group('sparkoperator.k8s.io', 'v1beta2', 'v1alpha1'),
          ],
        },
        '/apis/kafka.strimzi.io/v1': { resources: [{ name: 'kafkas' }] },
        '/apis/kafka.strimzi.io/v1beta2': {
          resources: [{ name: 'kafkas' }, { name: 'kafkatopics' }],
        },
        '/apis/sparkoperator.k8s.io/v1beta2': { resources: [] },
        '/apis/sparkoperator.k8s.io/v1alpha1': {
          resources: [{ name: 'sparkconnects' }],
        },
      }),
    ).toEqual({
      'kafkas.kafka.strimzi.io': 'v1',
      'kafkatopics.kafka.strimzi.io': 'v1beta2',
      'sparkconnects.sparkoperator.k8s.io': 'v1alpha1',
      pods: 'v1',
      events: 'v1',
    });
  });

  it('passes over a group that goes, or may not be looked at', async () => {
    expect(
      await served({
        '/apis': {
          groups: [
            group('flink.apache.org', 'v1beta1'),
            group('kafka.strimzi.io', 'v1'),
          ],
        },
        '/apis/kafka.strimzi.io/v1': 403,
      }),
    ).toEqual({ pods: 'v1', events: 'v1' });
  });

  it('does not take a failure for an answer', async () => {
    await expect(
      served({
        '/apis': { groups: [group('flink.apache.org', 'v1beta1')] },
        '/apis/flink.apache.org/v1beta1': 503,
      }),
    ).rejects.toMatchObject({ status: 503 });
  });

  it('understands no version that is not known', async () => {
    expect(
      await served({
        '/apis': { groups: [group('flink.apache.org', 'v9')] },
        '/apis/flink.apache.org/v9': {
          resources: [{ name: 'flinkdeployments' }],
        },
      }),
    ).toEqual({ pods: 'v1', events: 'v1' });
  });
});
