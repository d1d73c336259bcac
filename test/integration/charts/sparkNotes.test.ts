import { Renderer } from './renderer';
import { SPARK_JOB } from './sparkJob';

describe('the notes of Spark', () => {
  const charts = new Renderer('helm4');
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  it('name the jobs, the Connect server and the History Server', async () => {
    const notes = await charts.notes({
      spark: {
        enabled: true,
        jobs: { report: SPARK_JOB },
        connect: { notebooks: { image: SPARK_JOB.image } },
        historyServer: { enabled: true, image: SPARK_JOB.image },
      },
    });
    for (const line of [
      'get sparkapplications.sparkoperator.k8s.io,scheduledsparkapplications.sparkoperator.k8s.io --selector headworks.dev/pipeline=clickstream\n',
      'Open a Spark Connect session from a pod: sc://clickstream-notebooks-server.pipelines:15002\n',
      'port-forward service/clickstream-spark-history 18080\n',
      '  - event logs of Spark jobs, in the folder spark-events there\n',
      'A running Spark Connect server keeps its old values after an upgrade: delete its pod to let it start with the new ones.\n',
    ]) {
      expect(notes).toContain(line);
    }
  });

  it('warn of a job that GitOps would run again and again', async () => {
    const notes = await charts.notes({
      spark: {
        enabled: true,
        eventLog: { dir: 's3://logs/events' },
        jobs: { report: { ...SPARK_JOB, timeToLiveSeconds: 60 } },
      },
    });
    expect(notes).toContain(
      'The job report is deleted 60 s after its end: Argo CD or Flux would make it again, and it would run again.\n',
    );
    expect(notes).toContain(
      '  - event logs of Spark jobs, in s3://logs/events\n',
    );
  });
});
