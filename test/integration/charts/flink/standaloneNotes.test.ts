import { KubernetesObject } from '../../../cluster/client';
import { Renderer } from '../renderer';

describe('the notes of Flink jobs without the operator', () => {
  const charts = new Renderer('helm4');
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  const values = {
    flink: {
      mode: 'standalone',
      jobs: {
        sessionize: { upgrade: 'stateless' },
        alerting: { upgrade: 'stateless' },
      },
    },
  };

  it('give the command before each change of a job', async () => {
    const notes = await charts.notes(values);
    expect(notes).toContain(
      'kubectl --namespace pipelines get statefulsets,pods --selector headworks.dev/pipeline=clickstream,app.kubernetes.io/component=flink',
    );
    expect(notes).toContain(`
Before you change a Flink job, stop it with a savepoint and set its startFrom.path to what is printed:
  kubectl --namespace pipelines exec clickstream-alerting-jobmanager-0 -- sh -c 'flink stop --type native $FLINK_JOB_ID'
  kubectl --namespace pipelines exec clickstream-sessionize-jobmanager-0 -- sh -c 'flink stop --type native $FLINK_JOB_ID'
`);
    expect(notes).not.toContain('FlinkStateSnapshot');
    expect(notes).not.toContain('Suspend the Flink jobs');
  });

  it('name what stays after an uninstall and after a change, and spare what runs', async () => {
    const notes = await charts.notes(values);
    const current = clusterIds(await charts.objects(values)).join(',');
    const remove =
      "--output name | grep -E '/(clickstream-alerting|clickstream-sessionize)-[0-9a-f]{8}-' | xargs -r kubectl --namespace pipelines delete";
    expect(notes).toContain(
      `kubectl --namespace pipelines get configmaps --selector 'type=flink-native-kubernetes' ${remove}`,
    );
    expect(notes).toContain(
      `kubectl --namespace pipelines get configmaps --selector 'type=flink-native-kubernetes,app notin (${current})' ${remove}`,
    );
  });
});

function clusterIds(objects: KubernetesObject[]): string[] {
  const found = JSON.stringify(objects).matchAll(
    /-Dkubernetes\.cluster-id=([\w-]+)/g,
  );
  return [...new Set([...found].map(([, id]) => id))];
}
