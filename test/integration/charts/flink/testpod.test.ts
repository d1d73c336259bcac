import { Rendered } from '../renderer';
import { FlinkCharts } from './flinkCharts';

interface Container {
  name: string;
  image: string;
  env: Array<{ name: string; value: string }>;
}

describe('helm test of a Flink job', () => {
  const charts = new FlinkCharts();
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  const podOf = (objects: Rendered[]) =>
    objects.find(({ kind }) => kind === 'Pod')!;
  const containersOf = (pod: Rendered) =>
    Object.fromEntries(
      (pod.spec.containers as Container[]).map(({ name, image, env }) => [
        name,
        {
          image,
          ...Object.fromEntries(env.map(one => [one.name, one.value])),
        },
      ]),
    );

  it('asks Flink for a checkpoint of the job, and the API server for its rights', async () => {
    const pod = podOf(await charts.job({}));
    expect(pod.metadata).toMatchObject({
      name: 'clickstream-sessionize-test',
      annotations: { 'helm.sh/hook': 'test' },
      // Through the job's network policy.
      labels: { app: 'clickstream-sessionize' },
    });
    expect(pod.spec.serviceAccountName).toBe('clickstream-sessionize');
    expect(containersOf(pod)).toMatchObject({
      state: {
        image: 'flink:2.1',
        REST_HOST: 'clickstream-sessionize-rest',
        FOLDER: 's3://playground/clickstream/dev/sessionize/checkpoints',
      },
      permissions: { RIGHTS: expect.stringContaining('create:pods') },
    });
  });

  it('asks for no more than the Role of a cluster whose pods the operator makes', async () => {
    const pod = podOf(await charts.job({ reactive: { max: 2 } }));
    expect(containersOf(pod).permissions).toMatchObject({
      RIGHTS: expect.not.stringContaining('pods'),
    });
  });

  it('waits for no checkpoint of a job at rest', async () => {
    const pod = podOf(await charts.job({ suspended: true }));
    expect(Object.keys(containersOf(pod))).toEqual(['permissions']);
  });

  it('is left out on request', async () => {
    const kinds = (await charts.job({}, { tests: { enabled: false } })).map(
      ({ kind }) => kind,
    );
    expect(kinds).not.toContain('Pod');
  });
});
