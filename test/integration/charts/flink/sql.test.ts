import { FlinkCharts, specOf } from './flinkCharts';

const SQL = `-- one line
INSERT INTO alerts SELECT * FROM sessions WHERE note = 'a: "b"';
`;

describe('a Flink job in SQL', () => {
  const charts = new FlinkCharts();
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  const made = async (job: object) => {
    const objects = await charts.objects({
      flink: {
        jobs: {
          totals: {
            image: { repository: 'sql-runner', tag: '1.0.0' },
            ...job,
          },
        },
      },
    });
    return objects.filter(({ metadata }) => /-totals/.test(metadata.name));
  };
  const scriptOf = (objects: Awaited<ReturnType<typeof made>>) =>
    objects.find(({ kind }) => kind === 'ConfigMap') as unknown as {
      metadata: { name: string; annotations?: Record<string, string> };
      immutable: boolean;
      data: Record<string, string>;
    };

  it('runs its script, letter by letter, with the runner of the image', async () => {
    const objects = await made({ sql: SQL, args: ['--verbose'] });
    const script = scriptOf(objects);
    expect(script).toMatchObject({
      immutable: true,
      data: { 'job.sql': SQL },
    });
    const { job, podTemplate } = specOf(objects, 'FlinkDeployment');
    expect(job).toMatchObject({
      jarURI: 'local:///opt/flink/usrlib/sql-runner.jar',
      args: ['/etc/flink-sql/job.sql', '--verbose'],
    });
    expect(podTemplate.spec.volumes).toContainEqual({
      name: 'sql',
      configMap: { name: script.metadata.name },
    });
  });

  it('gets a new ConfigMap for a new script, and keeps the old one where a rollback may need it', async () => {
    const first = scriptOf(await made({ sql: SQL }));
    const second = scriptOf(await made({ sql: 'SELECT 1;', rollback: true }));
    expect(first.metadata.name).toMatch(/^clickstream-totals-sql-[0-9a-f]{8}$/);
    expect(second.metadata.name).not.toBe(first.metadata.name);
    expect(first.metadata).not.toHaveProperty('annotations');
    expect(second.metadata.annotations).toEqual({
      'helm.sh/resource-policy': 'keep',
    });
  });
});
