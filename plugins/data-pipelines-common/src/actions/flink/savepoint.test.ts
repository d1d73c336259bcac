import { momentOf, runningJob, SUSPENDED } from '../__testUtils__/moment';
import { plan, traps } from '../__testUtils__/plans';
import { planFlinkAction } from './planFlinkAction';

describe('savepoint', () => {
  it('is an object of its own that keeps its data', () => {
    const [step] = plan({ action: 'savepoint' }).steps;
    expect(step).toEqual({
      do: 'create',
      cluster: 'lake',
      object: {
        apiVersion: 'flink.apache.org/v1beta1',
        kind: 'FlinkStateSnapshot',
        metadata: {
          name: 'web-count-k1',
          namespace: 'web',
          labels: { 'headworks.dev/pipeline': 'web' },
          annotations: { 'headworks.dev/requested-by': 'user:default/ana' },
        },
        spec: {
          jobReference: { kind: 'FlinkDeployment', name: 'web-count' },
          savepoint: { disposeOnDelete: false },
          backoffLimit: 3,
        },
      },
    });
  });

  it('has the name, the folder and the format that somebody wants', () => {
    const planned = plan({
      action: 'savepoint',
      name: 'before-black-friday',
      folder: 's3://acme/kept/',
      format: 'native',
    });
    expect(planned.steps[0]).toMatchObject({
      object: {
        metadata: { name: 'before-black-friday' },
        spec: {
          savepoint: {
            disposeOnDelete: false,
            path: 's3://acme/kept/',
            formatType: 'NATIVE',
          },
        },
      },
    });
    expect(planned.steps[1]).toMatchObject({
      target: { name: 'before-black-friday' },
      until: 'savepoint-completed',
    });
    expect(planned.effects).toContain(
      'The Flink operator writes the savepoint below s3://acme/kept/.',
    );
    expect(planned.effects.join(' ')).toContain('only the state backend');
    expect(traps(planned)).toEqual(['note other-folder']);
  });

  it.each([
    ['s3://acme/web/count/savepoints', {}, []],
    ['s3://acme/web/count/savepoints/kept', {}, []],
    ['s3://acme/web/count/savepoints-2', {}, ['note other-folder']],
    [undefined, { flinkConfiguration: {} }, ['note no-folder']],
    [undefined, {}, []],
  ])('to the folder %s, of a job with %j, minds %j', (folder, spec, minds) => {
    expect(
      traps(plan({ action: 'savepoint', folder }, runningJob({ spec }))),
    ).toEqual(minds);
  });

  it.each([
    [{ folder: 'kept' }, 'does not begin with a scheme', 's3://bucket/job'],
    [{ name: 'Before' }, 'none that Kubernetes takes', '63 at most'],
    [{ name: 'a'.repeat(64) }, 'none that Kubernetes takes', '63 at most'],
    [{ name: 'there' }, 'There is a snapshot there already', 'another name'],
  ])('cannot be taken with %j', (wish, sentence, remedy) => {
    const { refusal } = planFlinkAction(
      { action: 'savepoint', ...wish },
      momentOf(runningJob(), {
        snapshots: [
          {
            name: 'there',
            type: 'savepoint',
            origin: 'user',
            state: 'completed',
            source: 'resource',
          },
        ],
      }),
    );
    expect(refusal?.sentence).toContain(sentence);
    expect(refusal?.remedy).toContain(remedy);
  });

  it('has a name that Kubernetes takes, however long the job is called', () => {
    const job = runningJob();
    const long = {
      ...job,
      metadata: { ...job.metadata, name: 'a'.repeat(63) },
    };
    const [step] = plan({ action: 'savepoint' }, long).steps;
    expect(step).toMatchObject({
      object: { metadata: { name: `${'a'.repeat(60)}-k1` } },
    });
  });

  it('names the folder of a job in a session, whose operator takes that of the session', () => {
    const [step] = plan(
      { action: 'savepoint' },
      { ...runningJob(), kind: 'FlinkSessionJob' },
    ).steps;
    expect(step).toMatchObject({
      object: {
        spec: { savepoint: { path: 's3://acme/web/count/savepoints' } },
      },
    });
  });

  it('needs a job that runs', () => {
    const refused = plan(
      { action: 'savepoint' },
      runningJob({ jobStatus: { state: 'RESTARTING' } }),
    );
    expect(refused.refusal).toEqual({
      sentence: 'A savepoint needs a running job; this one is restarting.',
      remedy: 'Wait until it runs.',
    });
    expect(refused.steps).toEqual([]);
    expect(
      plan({ action: 'savepoint' }, runningJob(SUSPENDED)).refusal,
    ).toEqual({
      sentence: 'A savepoint needs a running job; this one is suspended.',
      remedy: 'Resume it.',
    });
  });
});
