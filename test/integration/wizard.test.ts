import fs from 'node:fs';
import path from 'node:path';
import { KubernetesObject } from '../cluster/client';
import { ScaffolderPortal, startScaffolderPortal } from './scaffolderPortal';
import { NAMESPACE, startWorld, World } from './world';

const TEMPLATE = 'streaming-pipeline';
const FLINK = `/apis/flink.apache.org/v1beta1/namespaces/${NAMESPACE}/flinkdeployments`;
const AWKWARD = `a: b # c {{ .Values.x }} }} "q" 'q'\nsecond: |\n  - \${{ secrets.x }}`;

/** The form's answers, as the wizard sends them with its defaults. */
function answers(change: Partial<ReturnType<typeof good>> = {}) {
  return { ...good(), ...change };
}

function good() {
  return {
    name: 'orders',
    owner: 'group:default/data-team',
    description: AWKWARD,
    topics: [
      { name: 'Orders.In', partitions: 3, retention: '7d', external: false },
      { name: 'totals', partitions: 1, retention: '7d', external: false },
    ],
    flinkJobs: [job()],
    target: {
      environment: 'dev',
      cluster: 'playground',
      namespace: NAMESPACE,
    },
    kafka: { cluster: 'analytics', namespace: 'kafka', authentication: 'none' },
    storageRoot: 's3://playground/pipelines',
    destination: 'local',
    install: true,
  };
}

function job(
  change: { name?: string; reads?: string[]; writes?: string[] } = {},
) {
  return {
    name: 'sum',
    description: AWKWARD,
    image: 'flink:2.1',
    jar: 'local:///opt/flink/usrlib/job.jar',
    args: ['--filter', AWKWARD],
    reads: ['Orders.In'],
    writes: ['totals'],
    parallelism: 1,
    upgrade: 'savepoint',
    ...change,
  };
}

/** The real scaffolder and catalog, our template and actions, real Helm and API server. */
describe('the template Streaming pipeline', () => {
  let world: World;
  let portal: ScaffolderPortal;

  beforeAll(async () => {
    world = await startWorld({ speed: 50 });
    portal = await startScaffolderPortal(world);
    await portal.entity(`template:default/${TEMPLATE}`);
  });

  afterAll(async () => {
    await portal?.stop();
    await world?.stop();
  });

  describe('refuses', () => {
    it.each<[string, object, RegExp]>([
      ['a name that is no DNS label', { name: 'My_Pipeline' }, /pattern/],
      ['a name that leaves its folder', { name: '../orders' }, /pattern/],
      ['a name that is too long', { name: 'a'.repeat(41) }, /40/],
    ])('%s, in the form', async (_, change, sentence) => {
      const response = await portal.submit(TEMPLATE, answers(change));
      expect(response.status).toBe(400);
      expect(await response.text()).toMatch(sentence);
      expect(await traces()).toEqual([]);
    });

    it.each<[string, object, string]>([
      [
        'a topic with 0 partitions',
        { topics: [{ name: 'Orders.In', partitions: 0 }, { name: 'totals' }] },
        'Topics › Orders.In › partitions: must be at least 1; give 1 or more',
      ],
      [
        'no topics',
        { topics: [] },
        'Jobs › sum › reads: nobody declares the topic "Orders.In"; add it to the topics (as external if somebody else owns it) or remove it from the job',
      ],
      [
        'a job that reads what nobody declares',
        { flinkJobs: [job({ reads: ['nothing'] })] },
        'Jobs › sum › reads: nobody declares the topic "nothing"; add it to the topics (as external if somebody else owns it) or remove it from the job',
      ],
      [
        'a job whose full name Flink would not take',
        { name: 'a'.repeat(40), flinkJobs: [job({ name: 'summing' })] },
        `Jobs › summing: the name "${'a'.repeat(
          40,
        )}-summing" has 48 characters and Flink allows 45; shorten the job's or the pipeline's name`,
      ],
      [
        'two topics with one name',
        { topics: [{ name: 'totals' }, { name: 'totals' }] },
        'Topics › totals: stands there twice; remove or rename one of them',
      ],
      [
        'a namespace that is not there',
        { target: { ...good().target, namespace: 'nowhere' } },
        'Where it runs › Namespace: "nowhere" does not exist in cluster playground; create it, or choose another one',
      ],
    ])('%s, before anything is made', async (_, change, sentence) => {
      const { status, log } = await portal.create(TEMPLATE, answers(change));
      expect(status).toBe('failed');
      expect(log).toContain(sentence);
      expect(await traces()).toEqual([]);
    });
  });

  it('makes, registers and installs a pipeline, and its text is as it was typed', async () => {
    const { status, log } = await portal.create(TEMPLATE, answers());
    expect(log).not.toContain('Error');
    expect(status).toBe('completed');

    const repository = path.join(portal.repositories, 'orders');
    expect(fs.existsSync(path.join(repository, '.git'))).toBe(true);
    const object = await world.cluster.client.get<
      KubernetesObject & { spec: { job: { args: string[] } } }
    >(`${FLINK}/orders-sum`);
    expect(object.spec.job.args).toEqual(['--filter', AWKWARD]);
    expect(object.metadata.annotations?.['headworks.dev/description']).toBe(
      AWKWARD,
    );
    const entity = await portal.entity('component:default/orders');
    expect(entity.metadata.description).toBe(AWKWARD);
  });

  it('refuses a name that exists, and leaves what has it alone', async () => {
    const before = await traces();
    const { status, log } = await portal.create(TEMPLATE, answers());
    expect(status).toBe('failed');
    expect(log).toContain(
      'About › Name: "orders" exists already; choose another name',
    );
    expect(await traces()).toEqual(before);
  });

  it('refuses a topic that another pipeline declares, and says whose it is', async () => {
    const before = await traces();
    const { status, log } = await portal.create(
      TEMPLATE,
      answers({
        name: 'second',
        topics: [
          { name: 'totals', partitions: 1, retention: '7d', external: false },
        ],
        flinkJobs: [job({ reads: ['totals'], writes: [] })],
      }),
    );
    expect(status).toBe('failed');
    expect(log).toContain(
      'Topics › totals: the pipeline "orders" declares it already; mark it as declared by somebody else, or choose another name',
    );
    expect(await traces()).toEqual(before);
  });

  it('takes that topic as somebody else’s', async () => {
    const { status } = await portal.create(
      TEMPLATE,
      answers({
        name: 'second',
        topics: [
          { name: 'totals', partitions: 1, retention: '7d', external: true },
        ],
        flinkJobs: [job({ reads: ['totals'], writes: [] })],
      }),
    );
    expect(status).toBe('completed');
  });

  it('passes a dry run, which makes nothing', async () => {
    const before = await traces();
    const response = await portal.dryRun(
      TEMPLATE,
      answers({
        name: 'rehearsal',
        topics: [
          {
            name: 'rehearsed',
            partitions: 1,
            retention: '7d',
            external: false,
          },
        ],
        flinkJobs: [job({ reads: ['rehearsed'], writes: [] })],
      }),
    );
    const result = await response.json();
    expect(response.status).toBe(200);
    expect(
      result.directoryContents.map(({ path: file }: { path: string }) => file),
    ).toEqual(expect.arrayContaining(['Chart.yaml', 'catalog-info.yaml']));
    expect(await traces()).toEqual(before);
  });

  /** Everything that a run could leave behind. */
  async function traces(): Promise<string[]> {
    const client = world.cluster.client;
    const { items: deployments } = await client.list(FLINK);
    const { items: releases } = await client.list(
      `/api/v1/namespaces/${NAMESPACE}/secrets`,
    );
    const locations: Array<{ data: { target: string } }> = await (
      await portal.call('catalog/locations')
    ).json();
    return [
      ...fs.readdirSync(portal.repositories).map(name => `repository ${name}`),
      ...deployments.map(({ metadata }) => `job ${metadata.name}`),
      ...releases.map(({ metadata }) => `secret ${metadata.name}`),
      ...locations.map(
        ({ data }) => `location ${path.basename(path.dirname(data.target))}`,
      ),
    ].sort();
  }
});
