import { lines, objects, said } from './__testUtils__/objects';

const DEPLOYMENT = `
apiVersion: flink.apache.org/v1beta1
kind: FlinkDeployment
metadata: { name: web-count }
`;
const RESTARTS =
  'info FlinkDeployment/web-count : the job restarts from a savepoint that it takes first; Nothing to do.';
const job = (text: string, upgradeMode = 'savepoint') =>
  `{ job: { upgradeMode: ${upgradeMode} }, ${text} }`;
const settings = (text: string, upgradeMode?: string) =>
  job(`flinkConfiguration: { ${text} }`, upgradeMode);

describe('flinkDeployment', () => {
  it.each([
    [
      'another way to deploy',
      '{ job: {} }',
      '{ job: {}, mode: standalone }',
      'refused FlinkDeployment/web-count spec.mode: native cannot become standalone: the operator refuses it; Suspend the job with a savepoint, then declare it under another name with initialSavepointPath.',
    ],
    [
      'a job that becomes a session cluster',
      '{ job: {} }',
      '{}',
      'refused FlinkDeployment/web-count spec.job: a job cannot become a session cluster: the operator refuses it; Declare it under another name and remove this one.',
    ],
    [
      'a session cluster that becomes a job',
      '{}',
      '{ job: {} }',
      'refused FlinkDeployment/web-count spec.job: a session cluster cannot become a job: the operator refuses it; Declare it under another name and remove this one.',
    ],
  ])('refuses %s', (_, before, after, expected) => {
    expect(said(DEPLOYMENT, before, after)).toEqual([expected]);
  });

  describe('with state', () => {
    it.each([
      [
        'refuses another maximum parallelism',
        settings('pipeline.max-parallelism: 120'),
        settings('pipeline.max-parallelism: 360'),
        'refused FlinkDeployment/web-count spec.flinkConfiguration.pipeline.max-parallelism: the maximum parallelism 120 cannot become 360: the state is divided by it, and the job would not start from it; Keep 120, or start a second job with it from nothing and let it catch up, then remove this one.',
      ],
      [
        'refuses a first maximum parallelism',
        settings(''),
        settings('pipeline: { max-parallelism: 360 }'),
        'refused FlinkDeployment/web-count spec.flinkConfiguration.pipeline.max-parallelism: the maximum parallelism 128 cannot become 360: the state is divided by it, and the job would not start from it; Keep 128, or start a second job with it from nothing and let it catch up, then remove this one.',
      ],
      [
        'warns of another state backend',
        settings('state.backend.type: hashmap'),
        settings('state.backend.type: rocksdb'),
        'warning FlinkDeployment/web-count spec.flinkConfiguration.state.backend.type: the state backend hashmap becomes rocksdb, which only a canonical savepoint survives; Apply it while the job runs well: an unhealthy one is upgraded from its last checkpoint instead.',
      ],
      [
        'refuses another state backend without a canonical savepoint',
        settings(
          'kubernetes.operator.savepoint.format.type: NATIVE, state.backend.type: hashmap',
        ),
        settings(
          'kubernetes.operator.savepoint.format.type: NATIVE, state.backend.type: rocksdb',
        ),
        'refused FlinkDeployment/web-count spec.flinkConfiguration.state.backend.type: the state backend hashmap becomes rocksdb, and the job would not start from its last state; Set upgradeMode: savepoint and savepoints of type CANONICAL for this upgrade.',
      ],
      [
        'warns of another place for checkpoints',
        settings('state.checkpoints.dir: s3://a'),
        settings('execution.checkpointing.dir: s3://b'),
        'warning FlinkDeployment/web-count spec.flinkConfiguration.execution.checkpointing.dir: checkpoints go to s3://b from then on; those at s3://a stay, and the next start needs the newest of them; Delete the old ones only after the job has checkpoints in the new place.',
      ],
      [
        'refuses an older Flink',
        job('flinkVersion: v2_2'),
        job('flinkVersion: v2_1'),
        'refused FlinkDeployment/web-count spec.flinkVersion: v2_2 cannot become v2_1: an older Flink does not read the state of a newer one; Keep v2_2, or start from a savepoint that v2_1 has made.',
      ],
      [
        'warns of another major version',
        job('flinkVersion: v1_20'),
        job('flinkVersion: v2_0'),
        'warning FlinkDeployment/web-count spec.flinkVersion: v1_20 becomes v2_0: Flink does not promise that another major version reads the state; Try it on a copy of the job, started from a savepoint of this one.',
      ],
    ])('%s', (_, before, after, expected) => {
      expect(said(DEPLOYMENT, before, after)).toEqual([expected, RESTARTS]);
    });

    it.each([
      [120, undefined],
      [undefined, 128],
    ])('lets the maximum parallelism %s become %s', (from, to) => {
      const limit = (value?: number) =>
        settings(value ? `pipeline.max-parallelism: ${value}` : '');
      expect(said(DEPLOYMENT, limit(from), limit(to))).toEqual([RESTARTS]);
    });

    it('knows what Flink chose for a wide job', () => {
      const wide = (text: string) =>
        `{ job: { upgradeMode: savepoint, parallelism: 100 }, ${text} }`;
      expect(
        said(
          DEPLOYMENT,
          wide(''),
          wide('flinkConfiguration: { pipeline.max-parallelism: 256 }'),
        ),
      ).toEqual([RESTARTS]);
    });

    it.each([
      [
        'a savepoint, where there is a folder for it',
        ', flinkConfiguration: { execution.checkpointing.savepoint-dir: s3://s }',
        'warning FlinkDeployment/web-count spec.flinkVersion: v2_1 becomes v2_2 with upgradeMode last-state: the operator takes a savepoint for it, but of a job that does not run then the last checkpoint; Apply it while the job runs well.',
        RESTARTS,
      ],
      [
        'its last checkpoint, where there is none',
        '',
        'warning FlinkDeployment/web-count spec.flinkVersion: v2_1 becomes v2_2 with upgradeMode last-state and no folder for savepoints: the job is cancelled and starts from its last checkpoint; Set execution.checkpointing.savepoint-dir first, so that the operator takes a savepoint.',
        'info FlinkDeployment/web-count : the job restarts from its last checkpoint; Nothing to do.',
      ],
    ])('carries last-state to a newer Flink by %s', (_, text, ...expected) => {
      const of = (version: string) =>
        job(`flinkVersion: ${version}${text}`, 'last-state');
      expect(said(DEPLOYMENT, of('v2_1'), of('v2_2'))).toEqual(expected);
    });

    it('warns of a newer Flink for a job that is suspended with its last state', () => {
      const of = (version: string) =>
        `{ flinkVersion: ${version}, job: { upgradeMode: last-state, state: suspended } }`;
      expect(said(DEPLOYMENT, of('v2_1'), of('v2_2'))).toEqual([
        'warning FlinkDeployment/web-count spec.flinkVersion: v2_1 becomes v2_2: of a job that is suspended with its last state the operator refuses another version of Flink; Resume it with v2_1 first.',
      ]);
    });

    it('warns where the state is given up', () => {
      expect(
        said(DEPLOYMENT, job('image: a'), job('image: b', 'stateless')),
      ).toEqual([
        'warning FlinkDeployment/web-count spec.job.upgradeMode: savepoint becomes stateless: each restart from then on starts the job empty; Keep savepoint, or take a savepoint first.',
        'info FlinkDeployment/web-count : the job restarts empty; Nothing to do.',
      ]);
    });

    it('warns of state that may be dropped', () => {
      expect(
        said(
          DEPLOYMENT,
          '{ job: { upgradeMode: savepoint } }',
          '{ job: { upgradeMode: savepoint, allowNonRestoredState: true } }',
        ),
      ).toEqual([
        'warning FlinkDeployment/web-count spec.job.allowNonRestoredState: state of an operator that the new jar does not know is dropped without a word; Set it for one upgrade only, and back to false with the next.',
      ]);
    });
  });

  it('lets a job without state change', () => {
    expect(
      said(
        DEPLOYMENT,
        settings('pipeline.max-parallelism: 120', 'stateless'),
        settings('pipeline.max-parallelism: 360', 'stateless'),
      ),
    ).toEqual([
      'info FlinkDeployment/web-count : the job restarts empty; Nothing to do.',
    ]);
  });

  it('knows what the operator takes without a restart', () => {
    expect(
      said(
        DEPLOYMENT,
        settings('job.autoscaler.enabled: true'),
        settings('kubernetes: { operator: { job.restart.failed: true } }'),
      ),
    ).toEqual([]);
  });

  it.each([
    [
      '{ state: running, upgradeMode: savepoint }',
      '{ state: suspended, upgradeMode: savepoint }',
      'info FlinkDeployment/web-count spec.job.state: the job stops with a savepoint; Set it to running to go on.',
    ],
    [
      '{ state: suspended, upgradeMode: savepoint }',
      '{ state: running, upgradeMode: savepoint }',
      'info FlinkDeployment/web-count spec.job.state: the job goes on from where it stopped; Nothing to do.',
    ],
    [
      '{ upgradeMode: savepoint }',
      '{ upgradeMode: savepoint, initialSavepointPath: s3://s, savepointRedeployNonce: 1 }',
      'warning FlinkDeployment/web-count spec.job.savepointRedeployNonce: the job is cancelled and starts from s3://s: what it did since that savepoint is done again; Take a savepoint of the running job first.',
    ],
  ])('%s → %s', (before, after, expected) => {
    expect(said(DEPLOYMENT, `{ job: ${before} }`, `{ job: ${after} }`)).toEqual(
      [expected],
    );
  });

  it('says what a session cluster takes along', () => {
    expect(said(DEPLOYMENT, '{ image: a }', '{ image: b }')).toEqual([
      'warning FlinkDeployment/web-count : the session cluster restarts with all its jobs; Suspend its jobs first where they keep state.',
    ]);
    expect(lines(objects(DEPLOYMENT), [])).toEqual([
      'warning FlinkDeployment/web-count : the session cluster goes with all its jobs; Suspend its jobs first where they keep state.',
    ]);
  });

  it('says what a job loses with its name', () => {
    const named = `${DEPLOYMENT}spec: { job: {} }`;
    expect(
      lines(objects(named), objects(named.replace('web-count', 'web-sum'))),
    ).toEqual([
      'warning FlinkDeployment/web-count : the job stops and the operator forgets its checkpoints: declared again, also under another name, it starts empty; Suspend it with a savepoint first and keep the path for initialSavepointPath.',
    ]);
  });
});

describe('flinkSessionJob', () => {
  const JOB = DEPLOYMENT.replace('FlinkDeployment', 'FlinkSessionJob');

  it('refuses to move to another cluster', () => {
    expect(said(JOB, '{ deploymentName: a }', '{ deploymentName: b }')).toEqual(
      [
        'refused FlinkSessionJob/web-count spec.deploymentName: the job cannot move from the session cluster "a" to "b"; Suspend it with a savepoint, then declare it there under another name with initialSavepointPath.',
      ],
    );
  });

  it('restarts as a job does', () => {
    expect(
      said(
        JOB,
        '{ deploymentName: a, job: { parallelism: 1, upgradeMode: last-state } }',
        '{ deploymentName: a, job: { parallelism: 2, upgradeMode: last-state } }',
      ),
    ).toEqual([
      'info FlinkSessionJob/web-count : the job restarts from its last checkpoint; Nothing to do.',
    ]);
  });
});
