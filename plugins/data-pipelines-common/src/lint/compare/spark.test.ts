import { lines, objects, said } from './__testUtils__/objects';

const APPLICATION = `
apiVersion: sparkoperator.k8s.io/v1beta2
kind: SparkApplication
metadata: { name: web-report }
`;

describe('sparkApplication', () => {
  it('warns of a batch that runs again', () => {
    expect(said(APPLICATION, '{ image: a }', '{ image: b }')).toEqual([
      'warning SparkApplication/web-report spec: the application runs again from the start; Make sure that it may: its output would be written twice where it only appends.',
    ]);
  });

  it('knows what makes no new run', () => {
    expect(
      said(
        APPLICATION,
        '{ image: a, timeToLiveSeconds: 60 }',
        '{ image: a, suspend: true }',
      ),
    ).toEqual([]);
  });

  it('says that a stream goes on, unless from another place', () => {
    const stream = (image: string, at: string) =>
      `{ image: ${image}, restartPolicy: { type: Always }, sparkConf: { spark.sql.streaming.checkpointLocation: ${at} } }`;
    const restarts =
      'info SparkApplication/web-report spec: the application restarts from its checkpoints; Nothing to do.';
    expect(
      said(APPLICATION, stream('a', 's3://a'), stream('b', 's3://a')),
    ).toEqual([restarts]);
    expect(
      said(APPLICATION, stream('a', 's3://a'), stream('a', 's3://b')),
    ).toEqual([
      'warning SparkApplication/web-report spec.sparkConf.spark.sql.streaming.checkpointLocation: checkpoints at s3://a are left behind: the query starts from nothing at s3://b; Keep s3://a, or copy it there while the application is stopped.',
      restarts,
    ]);
  });

  it('says that it stops with its object', () => {
    expect(lines(objects(APPLICATION), [])).toEqual([
      'info SparkApplication/web-report : the application stops where it still runs; Nothing to do; its checkpoints and event logs stay.',
    ]);
  });
});

describe('scheduledSparkApplication', () => {
  it('leaves a run alone', () => {
    expect(
      said(
        APPLICATION.replace('kind: ', 'kind: Scheduled'),
        '{ template: { image: a } }',
        '{ template: { image: b } }',
      ),
    ).toEqual([
      'info ScheduledSparkApplication/web-report spec.template: the next run is another one; one that runs already goes on as it is; Nothing to do.',
    ]);
  });
});

describe('submittedRun', () => {
  const run = (name: string, job: string) => `
apiVersion: batch/v1
kind: Job
metadata: { name: ${name}, labels: { headworks.dev/pipeline: web, headworks.dev/job: ${job} } }
`;

  it('is a new one where its name is', () => {
    expect(
      lines(
        objects(run('web-report-1a', 'report')),
        objects(run('web-report-2b', 'report')),
      ),
    ).toEqual([
      'warning Job/web-report-1a : the job runs again from the start, as "web-report-2b"; Make sure that it may: its output would be written twice where it only appends.',
    ]);
  });

  it('is none where another job comes', () => {
    expect(
      lines(
        objects(run('web-report-1a', 'report')),
        objects(run('web-other-2b', 'other')),
      ),
    ).toEqual([]);
  });
});
