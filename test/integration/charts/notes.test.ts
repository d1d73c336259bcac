import { Renderer } from './renderer';

const IN_PRODUCTION = {
  global: {
    profile: 'prod',
    kafka: {
      namespace: 'pipelines',
      authentication: 'tls',
      bootstrapServers: 'analytics-kafka-bootstrap:9093',
    },
  },
};
const DIGEST = `sha256:${'0'.repeat(64)}`;

/** Helm 4 alone prints them without a cluster; helm.test.ts has both on one. */
describe('the notes', () => {
  const charts = new Renderer('helm4');
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  it('give the next command and what an uninstall leaves behind', async () => {
    const notes = await charts.notes();
    expect(notes).toContain(
      'kubectl --namespace pipelines get flinkdeployments.flink.apache.org --selector headworks.dev/pipeline=clickstream',
    );
    expect(notes).toContain('What `helm uninstall clickstream` leaves behind:');
    expect(notes).toContain('below s3://playground/clickstream/dev');
  });

  it('name images without a digest where the profile asks for one', async () => {
    expect(await charts.notes()).not.toContain('set image.digest');
    const pinned = {
      flink: { jobs: { alerting: { image: { digest: DIGEST } } } },
    };
    expect(await charts.notes({ ...IN_PRODUCTION, ...pinned })).toContain(
      'Images by tag only, which may change under you; set image.digest: flink.jobs.sessionize\n',
    );
  });
});
