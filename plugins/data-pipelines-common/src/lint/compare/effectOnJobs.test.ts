import { objects } from './__testUtils__/objects';
import { effectOnJobs } from './effectOnJobs';

const job = (
  engine: string,
  name: string,
  apiVersion: string,
  kind: string,
  spec: string,
) => `
apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: web-${name}
  labels: { headworks.dev/job: ${name}, app.kubernetes.io/component: ${engine} }
spec: ${spec}
`;
const flink = (spec: string, name = 'sum') =>
  job('flink', name, 'flink.apache.org/v1beta1', 'FlinkDeployment', spec);
const spark = (spec: string, kind = 'SparkApplication') =>
  job('spark', 'report', 'sparkoperator.k8s.io/v1beta2', kind, spec);
const sessionJob = (spec: string) =>
  job('flink', 'sum', 'flink.apache.org/v1beta1', 'FlinkSessionJob', spec);
const session = (image: string) => `
apiVersion: flink.apache.org/v1beta1
kind: FlinkDeployment
metadata: { name: web-shared }
spec: { image: ${image} }
`;

const inSession = (image: string) =>
  `${session(image)}---${sessionJob(
    '{ deploymentName: web-shared, job: {} }',
  )}`;

const said = (before: string, after: string) =>
  effectOnJobs(objects(before), objects(after)).map(
    ({ engine, job: name, effect, says }) =>
      `${engine}/${name} ${effect}: ${says}`,
  );

describe('effectOnJobs', () => {
  it.each([
    [
      'nothing where nothing changes',
      flink('{ image: a, job: {} }'),
      flink('{ image: a, job: {} }'),
      'flink/sum nothing: the job goes on as it is',
    ],
    [
      'nothing where the operator takes it without a restart',
      flink('{ job: {}, flinkConfiguration: { parallelism.default: 1 } }'),
      flink('{ job: {}, flinkConfiguration: { parallelism.default: 2 } }'),
      'flink/sum nothing: the job goes on as it is',
    ],
    [
      'a restart from a savepoint',
      flink('{ image: a, job: { upgradeMode: savepoint } }'),
      flink('{ image: b, job: { upgradeMode: savepoint } }'),
      'flink/sum restarts-from-savepoint: the job restarts from a savepoint that it takes first',
    ],
    [
      'a restart from a checkpoint',
      flink('{ image: a, job: { upgradeMode: last-state } }'),
      flink('{ image: b, job: { upgradeMode: last-state } }'),
      'flink/sum restarts-from-checkpoint: the job restarts from its last checkpoint',
    ],
    [
      'a restart from nothing',
      flink('{ image: a, job: { upgradeMode: stateless } }'),
      flink('{ image: b, job: { upgradeMode: stateless } }'),
      'flink/sum restarts-empty: the job restarts empty',
    ],
    [
      'what is refused, before anything else',
      flink('{ image: a, job: {} }'),
      flink('{ image: b, job: {}, mode: standalone }'),
      'flink/sum refused: native cannot become standalone: the operator refuses it',
    ],
    [
      'a batch that runs again',
      spark('{ image: a }'),
      spark('{ image: b }'),
      'spark/report runs-again: the application runs again from the start',
    ],
    [
      'a stream that goes on',
      spark('{ image: a, restartPolicy: { type: Always } }'),
      spark('{ image: b, restartPolicy: { type: Always } }'),
      'spark/report restarts-from-checkpoint: the application restarts from its checkpoints',
    ],
    [
      'another run next time',
      spark('{ template: { image: a } }', 'ScheduledSparkApplication'),
      spark('{ template: { image: b } }', 'ScheduledSparkApplication'),
      'spark/report runs-otherwise-next-time: the next run is another one; one that runs already goes on as it is',
    ],
    [
      'the same without an operator',
      job(
        'spark',
        'report',
        'batch/v1',
        'CronJob',
        '{ jobTemplate: { a: 1 } }',
      ),
      job(
        'spark',
        'report',
        'batch/v1',
        'CronJob',
        '{ jobTemplate: { a: 2 } }',
      ),
      'spark/report runs-otherwise-next-time: the next run is another one; one that runs already goes on as it is',
    ],
    [
      'that it does not know',
      job(
        'spark',
        'report',
        'spark.apache.org/v1',
        'SparkApplication',
        '{ a: 1 }',
      ),
      job(
        'spark',
        'report',
        'spark.apache.org/v1',
        'SparkApplication',
        '{ a: 2 }',
      ),
      'spark/report unknown: its SparkApplication changes, and what the operator makes of that is not known',
    ],
    [
      'what its session cluster takes along',
      inSession('a'),
      inSession('b'),
      'flink/sum restarts-from-checkpoint: the session cluster restarts with all its jobs',
    ],
  ])('says %s', (_, before, after, expected) => {
    expect(said(before, after)).toEqual([expected]);
  });

  it('says which job is new and which one stops', () => {
    expect(
      said(flink('{ job: {} }', 'old'), flink('{ job: {} }', 'new')),
    ).toEqual([
      'flink/new starts: the job is new',
      'flink/old stops: the job stops and the operator forgets its checkpoints: declared again, also under another name, it starts empty',
    ]);
  });
});
