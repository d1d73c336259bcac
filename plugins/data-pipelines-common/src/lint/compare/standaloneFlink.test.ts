import { said } from './__testUtils__/objects';

const SET = `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: web-count-jobmanager }
`;
const jobManager = (cluster: string, ...more: string[]) =>
  `{ template: { spec: { containers: [{ args: ${JSON.stringify([
    'standalone-job',
    `-Dhigh-availability.cluster-id=${cluster}`,
    ...more,
  ])} }] } } }`;
const from = (path: string) => ['--fromSavepoint', path];

describe('standaloneFlink', () => {
  it.each([
    [
      'goes on where only its pod changes',
      jobManager('a'),
      jobManager('a', '-Dx=y'),
      'info StatefulSet/web-count-jobmanager : the JobManager restarts and goes on from its last checkpoint; Nothing to do.',
    ],
    [
      'warns of a new job that starts empty',
      jobManager('a'),
      jobManager('b'),
      'warning StatefulSet/web-count-jobmanager spec.template.spec.containers.args: the job is another one now and starts empty; Take a savepoint of the running job first and name it as startFrom.',
    ],
    [
      'says what a new job starts from',
      jobManager('a'),
      jobManager('b', ...from('s3://one')),
      'info StatefulSet/web-count-jobmanager spec.template.spec.containers.args: the job is another one now and starts from s3://one; Nothing to do.',
    ],
    [
      'warns of the same savepoint once more',
      jobManager('a', ...from('s3://one')),
      jobManager('b', ...from('s3://one')),
      'warning StatefulSet/web-count-jobmanager spec.template.spec.containers.args: the job is another one now and starts from s3://one once more: what was done since is done again; Take a new savepoint of the running job first and name that as startFrom.',
    ],
  ])('%s', (_, before, after, expected) => {
    expect(said(SET, before, after)).toEqual([expected]);
  });
});

describe('standaloneFlink, its scale and its TaskManagers', () => {
  const scaled = (replicas: number) =>
    jobManager('a').replace('{ template', `{ replicas: ${replicas}, template`);
  const taskManager = (image: string) =>
    `{ template: { spec: { containers: [{ image: ${image}, args: [taskmanager] }] } } }`;

  it.each([
    [
      scaled(1),
      scaled(0),
      'info StatefulSet/web-count-jobmanager spec.replicas: the job stops; its checkpoints stay; Set suspended to false to go on.',
    ],
    [
      scaled(0),
      scaled(1),
      'info StatefulSet/web-count-jobmanager spec.replicas: the job goes on from its last checkpoint, or from startFrom; Nothing to do.',
    ],
    [
      taskManager('a'),
      taskManager('b'),
      'info StatefulSet/web-count-jobmanager : the TaskManagers restart, and the job with them; Nothing to do.',
    ],
  ])('%s → %s', (before, after, expected) => {
    expect(said(SET, before, after)).toEqual([expected]);
  });
});
