import fs from 'node:fs/promises';
import path from 'node:path';
import {
  mockCredentials,
  mockServices,
  TestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  JobChangePreview,
  JobChangeQuestion,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { describeEffect } from '@headworks/backstage-plugin-data-pipelines-node';
import { eventually } from './eventually';
import { startPortal } from './startPortal';
import { git, makeGiven, readCases } from './templateCases';
import { startWorld, World } from './world';

const charts = path.resolve(__dirname, '../../charts');
const cases = new Map(readCases('change-job').map(one => [one.name, one]));
const NEW_IMAGE = cases.get('new-image')!;

const ofCase = (name: string): JobChangeQuestion => {
  const { pipeline: _, ...question } = cases.get(name)!.input;
  return question as unknown as JobChangeQuestion;
};

/** What the wizard of "Change a job" asks, of a real portal with real Git and Helm. */
describe('POST /pipelines/{namespace}/{name}/changes/preview', () => {
  let world: World;
  let backend: TestBackend;
  let mayRead = true;
  let mayPreview = true;

  beforeAll(async () => {
    world = await startWorld({ speed: 50 });
    const samples: string[] = [];
    for (const { given } of cases.values()) {
      if (!given || samples.includes(given.spec.pipeline.name)) continue;
      await makeGiven(given, world.home);
      samples.push(given.spec.pipeline.name);
    }
    const { spec } = NEW_IMAGE.given!;
    const pipeline = { ...spec.pipeline, name: 'unread' };
    await makeGiven({ spec: { ...spec, pipeline } }, world.home);
    const decided = (may: boolean) => ({
      result: may ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
    });
    const permissions = mockServices.permissions.mock({
      authorize: async requests => requests.map(() => decided(mayPreview)),
      authorizeConditional: async requests =>
        requests.map(() => decided(mayRead)),
    });
    backend = await startPortal(world, permissions.factory, {
      write: false,
      samples: [...samples, 'unread'],
      config: {
        backend: {},
        dataPipelines: {
          scaffolder: {
            localRepositories: world.home,
            chartsDirectory: charts,
            helm: world.binaries.helm4,
          },
        },
      },
    });
    await Promise.all([...samples, 'unread'].map(registered));
  }, 180_000);

  afterAll(async () => {
    await backend?.stop();
    await world?.stop();
  });

  afterEach(() => {
    mayRead = true;
    mayPreview = true;
  });

  it('says of another image and parallelism what the template says', async () => {
    const preview = await answer('parcels', ofCase('new-image'));
    expect(preview).toMatchObject({
      changedFiles: ['values-dev.yaml'],
      removedFiles: [],
    });
    expect(preview.problem).toBeUndefined();
    const [dev] = preview.environments;
    const lines = describeEffect(dev).map(line => `dev: ${line}`);
    for (const said of NEW_IMAGE.expected.log!) {
      expect(lines).toContainEqual(expect.stringContaining(said));
    }
  });

  it('says from which state a job restarts that gets another parallelism', async () => {
    const [dev] = (
      await answer('parcels', {
        ...{ environment: 'dev', job: 'sum', parallelism: 2 },
      })
    ).environments;
    expect(dev.jobs).toMatchObject([
      { job: 'sum', effect: expect.stringMatching(/^restarts-from-/) },
    ]);
    expect(dev.objects).toContainEqual({
      object: expect.objectContaining({ kind: 'FlinkDeployment' }),
      state: 'changed',
    });
  });

  it('says where a job starts that goes back to a savepoint', async () => {
    const [dev] = (await answer('takings', ofCase('restore'))).environments;
    expect(dev.jobs).toMatchObject([{ job: 'sum' }]);
    expect(dev.jobs[0].effect).not.toBe('nothing');
  });

  it('says that nothing changes', async () => {
    const { given } = cases.get('nothing-new')!;
    expect(
      await answer(given!.spec.pipeline.name, ofCase('nothing-new')),
    ).toEqual({ changedFiles: [], removedFiles: [], environments: [] });
  });

  it('changes nothing', async () => {
    const folder = path.join(world.home, 'parcels');
    expect(await git(folder, 'status', '--porcelain')).toBe('');
    expect(await git(folder, 'branch', '--list')).toBe('* main');
  });

  it.each<[string, string, JobChangeQuestion, string | RegExp]>([
    [
      'an unknown job',
      cases.get('no-such-job')!.given!.spec.pipeline.name,
      ofCase('no-such-job'),
      cases.get('no-such-job')!.expected.problem!,
    ],
    [
      'parallelism of Spark',
      'audits',
      ofCase('spark-parallelism'),
      cases.get('spark-parallelism')!.expected.problem!,
    ],
    [
      'an unknown environment',
      'parcels',
      { environment: 'prod', job: 'sum', parallelism: 2 },
      'Environment: the pipeline has no "prod"; choose one of dev',
    ],
    [
      'values that are no YAML',
      'parcels',
      { environment: 'dev', job: 'sum', values: 'flink: [' },
      /^Values: .*; correct the YAML there$/,
    ],
    [
      'no change',
      'parcels',
      { environment: 'dev', job: 'sum' },
      'Change: nothing is asked for; give an image, a parallelism or values',
    ],
    [
      'what only Helm refuses',
      'parcels',
      { environment: 'dev', job: 'sum', parallelism: 4000 },
      /^dev: .*4000 is more than maxParallelism.*; lower it/,
    ],
  ])('refuses %s, with the remedy', async (_, name, question, sentence) => {
    const preview = await answer(name, question);
    expect(preview.problem).toMatch(
      typeof sentence === 'string' ? escaped(sentence) : sentence,
    );
    expect(preview).toMatchObject({ changedFiles: [], environments: [] });
  });

  it('tells nobody of a pipeline that they may not see', async () => {
    mayRead = false;
    const response = await post('parcels', ofCase('new-image'));
    expect(response.status).toBe(404);
    expect((await response.json()).error.message).toBe(
      'component:default/parcels is not in the catalog, or you may not see it',
    );
  });

  it('renders nothing for those who may not preview', async () => {
    mayPreview = false;
    const response = await post('parcels', ofCase('new-image'));
    expect(response.status).toBe(403);
    expect((await response.json()).error.message).toContain(
      'data-pipelines.preview.create',
    );
  });

  it.each<[string, object, string]>([
    ['no job', { environment: 'dev' }, 'job: is missing'],
    [
      'another type',
      { environment: 'dev', job: 'sum', parallelism: 'two' },
      'parallelism: must be number',
    ],
  ])('refuses a body with %s', async (_, body, sentence) => {
    const response = await post('parcels', body);
    expect(response.status).toBe(400);
    expect((await response.json()).error.message).toContain(sentence);
  });

  it('says which repository it cannot read', async () => {
    // None of the others has been asked about: it is read now.
    await fs.rm(path.join(world.home, 'unread', '.git'), { recursive: true });
    const response = await post('unread', ofCase('new-image'));
    expect(response.status).toBe(503);
    expect((await response.json()).error.message).toMatch(
      /^The repository .+\/unread cannot be read: git rev-parse refused/,
    );
  });

  const post = (name: string, body: object) =>
    fetch(
      `http://localhost:${backend.server.port()}/api/data-pipelines/pipelines/default/${name}/changes/preview`,
      {
        method: 'POST',
        headers: {
          Authorization: mockCredentials.user.header(),
          'Content-Type': 'application/json',
        },
        body: JSON.stringify(body),
      },
    );

  async function answer(
    name: string,
    question: JobChangeQuestion,
  ): Promise<JobChangePreview> {
    const response = await post(name, question);
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  }

  const registered = (name: string) =>
    eventually(
      () =>
        fetch(
          `http://localhost:${backend.server.port()}/api/catalog/entities/by-name/component/default/${name}`,
          { headers: { Authorization: mockCredentials.user.header() } },
        ),
      ({ ok }) => ok,
    );
});

const escaped = (text: string) =>
  new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
