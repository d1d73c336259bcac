import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  GeneratedFile,
  PipelineDrift,
  PipelineSpec,
} from '@headworks/backstage-plugin-data-pipelines-common';
import {
  generatePipeline,
  Helm,
  loadCharts,
  writeFiles,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { SimulatedGitea, startSimulatedGitea } from './SimulatedGitea';
import { NAMESPACE, readSample, startWorld, World } from './world';

const root = path.resolve(__dirname, '../..');
const TOPIC = '/apis/kafka.strimzi.io/v1/namespaces/kafka/kafkatopics';
const FLINK = `/apis/flink.apache.org/v1beta1/namespaces/${NAMESPACE}/flinkdeployments`;

/** What a repository's author may try. */
const HOSTILE = {
  path: 'templates/hostile.yaml',
  content: `apiVersion: v1
kind: Secret
metadata: { name: token }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: ../secrets/token }
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: private
  namespace: default
  labels: { headworks.dev/pipeline: hostile, headworks.dev/environment: dev }
---
apiVersion: coordination.k8s.io/v1
kind: Lease
metadata: { name: lock }
---
apiVersion: example.org/v1
kind: Castle
metadata: { name: keep }
`,
};

/** Our charts as they may have been: another version, and a setting more for Flink. */
function older(charts: readonly GeneratedFile[]): GeneratedFile[] {
  return charts.map(({ path: file, content }) => {
    if (file.endsWith('/Chart.yaml')) {
      return {
        path: file,
        content: content.replace(/^version: .*$/m, 'version: 0.0.9'),
      };
    }
    return file === 'flink/templates/_configuration.tpl'
      ? {
          path: file,
          content: content.replace(
            /^.*"high-availability.type" "kubernetes".*$/m,
            '$&\n{{- $_ := set $config "web.refresh-interval" "5 s" -}}',
          ),
        }
      : { path: file, content };
  });
}

/** Catalog, Kubernetes plugin and ours, real Helm, Git and API server. */
describe('drift', () => {
  let world: World;
  let backend: TestBackend;
  let repositories: string;
  let hosted: string;
  let gitea: SimulatedGitea;
  let charts: GeneratedFile[];
  let mayRead = true;
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
    authorizeConditional: async requests =>
      requests.map(() => ({
        result: mayRead ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
      })),
  });

  beforeAll(async () => {
    world = await startWorld({ speed: 50 });
    charts = await loadCharts(path.join(root, 'charts'));
    repositories = path.join(world.home, 'repositories');
    hosted = path.join(world.home, 'hosted');
    await commit(repositories, 'clickstream');
    await install('clickstream');
    await commit(repositories, 'broken', {
      files: [
        {
          path: 'values-dev.yaml',
          content: 'global: { environment: dev }\nkafka: { topics: [] }\n',
        },
      ],
    });
    await commit(repositories, 'hostile', { files: [HOSTILE] });
    await commit(repositories, 'astray', {
      spec: spec => {
        spec.environments = {
          dev: { cluster: 'nowhere', namespace: NAMESPACE },
          prod: { cluster: 'playground', namespace: NAMESPACE },
        };
      },
      files: [{ path: 'values-prod.yaml', content: undefined }],
    });
    await commit(repositories, 'older', { charts: older(charts) });
    await commit(repositories, 'foreign', {
      charts: older(charts),
      files: [{ path: 'templates/validate.yaml', content: '# mine' }],
    });
    await commit(hosted, 'remote');
    await commit(hosted, 'lost');
    // Where a file location must never be read from.
    await commit(world.home, 'outside');
    gitea = await startSimulatedGitea(hosted);
    backend = await startPortal({
      world,
      repositories,
      permissions: permissions.factory,
      gitea: gitea.host,
    });
    for (const name of [
      'clickstream',
      'broken',
      'hostile',
      'astray',
      'older',
      'foreign',
      'remote',
      'lost',
      'outside',
    ]) {
      await registered(name);
    }
  });

  afterAll(async () => {
    await backend?.stop();
    await gitea?.stop();
    await world?.stop();
  });

  it('finds nothing in a pipeline as it was installed', async () => {
    const drift = await ask('clickstream');
    expect(drift.repository).toEqual({
      location: path.join(repositories, 'clickstream'),
    });
    expect(drift.chart).toMatchObject({ current: '0.1.0', newest: '0.1.0' });
    const [dev] = drift.environments;
    expect(dev.problem).toBeUndefined();
    expect(dev.objects.filter(({ state }) => state !== 'same')).toEqual([]);
    expect(dev.objects.length).toBeGreaterThan(10);
  });

  it('shows what the newest charts would change, and what that does to each job', async () => {
    const { chart, environments } = await ask('older');
    expect(chart).toMatchObject({
      current: '0.0.9',
      newest: '0.1.0',
      upgradable: true,
    });
    const upgrade = chart!.upgrade!;
    expect(upgrade.changedFiles).toEqual(
      expect.arrayContaining([
        'Chart.yaml',
        'charts/flink/templates/_configuration.tpl',
      ]),
    );
    const [dev] = upgrade.environments;
    expect(dev.jobs.map(({ job, effect }) => `${job} ${effect}`)).toEqual([
      'alerting restarts-from-savepoint',
      'sessionize restarts-from-savepoint',
    ]);
    expect(
      dev.objects.map(({ object, state }) => `${state} ${object.name}`).sort(),
    ).toEqual(['changed older-alerting', 'changed older-sessionize']);
    expect(dev.objects[0].diff).toMatch(/^-.*web.refresh-interval/m);
    expect(environments[0].objects.length).toBeGreaterThan(10);
  });

  it('says why an upgrade would lose what somebody wrote', async () => {
    const { chart } = await ask('foreign');
    expect(chart).toMatchObject({ current: '0.0.9', upgradable: false });
    expect(chart?.refusal).toContain(
      'templates/validate.yaml: it is not as Headworks wrote it',
    );
  });

  it('finds the field that somebody changed in the cluster', async () => {
    const { client } = world.cluster;
    await client.merge(`${TOPIC}/clicks`, { spec: { partitions: 24 } });
    await client.merge(`${FLINK}/clickstream-alerting`, {
      spec: { job: { parallelism: 7 } },
    });
    const { objects, restoring, restore } = await askAgain();
    const differing = objects.filter(({ state }) => state === 'differs');
    expect(
      differing.map(({ object, differences }) => [object.name, differences]),
    ).toEqual(
      expect.arrayContaining([
        ['clicks', [{ path: 'spec.partitions', inGit: 12, live: 24 }]],
        [
          'clickstream-alerting',
          [{ path: 'spec.job.parallelism', inGit: 2, live: 7 }],
        ],
      ]),
    );
    expect(differing).toHaveLength(2);
    expect(
      restoring?.map(({ severity, object }) => `${severity} ${object.name}`),
    ).toEqual(['refused clicks', 'info clickstream-alerting']);

    await promisify(execFile)(
      world.binaries.helm4,
      restore!.split(' ').slice(1),
      {
        cwd: path.join(repositories, 'clickstream'),
        env: { KUBECONFIG: world.cluster.adminKubeconfig },
      },
    );
    const restored = await askAgain();
    expect(restored.objects.filter(({ state }) => state !== 'same')).toEqual(
      [],
    );
    expect(restored.restoring).toEqual([]);
  });

  it('finds what somebody deleted, some seconds later', async () => {
    await world.cluster.client.delete(`${FLINK}/clickstream-sessionize`);
    const deadline = Date.now() + 8_000;
    let drifted: string[] = [];
    while (drifted.length === 0 && Date.now() < deadline) {
      const [dev] = (await ask('clickstream')).environments;
      drifted = dev.objects
        .filter(({ state }) => state !== 'same')
        .map(({ object, state }) => `${state} ${object.kind}/${object.name}`);
      await new Promise(resolve => setTimeout(resolve, 200));
    }
    expect(drifted).toEqual(['missing FlinkDeployment/clickstream-sessionize']);
  });

  it('does not show an object that has the name, but not the labels', async () => {
    const { client } = world.cluster;
    await client.merge(`${TOPIC}/alerts`, {
      metadata: { labels: { 'headworks.dev/pipeline': 'other' } },
      spec: { partitions: 99 },
    });
    const alerts = (await askAgain()).objects.find(
      ({ object }) => object.kind === 'KafkaTopic' && object.name === 'alerts',
    );
    expect(alerts).toMatchObject({ state: 'unreadable', differences: [] });
    expect(alerts?.reason).toContain('somebody else');
  });

  it('reads no Secret, nothing it has no right to and no path that a repository makes up', async () => {
    await world.cluster.client.create('/api/v1/namespaces/default/configmaps', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'private' },
      data: { key: 'value' },
    });
    const before = await requests('secrets');
    const [dev] = (await ask('hostile')).environments;
    const reasons = new Map(
      dev.objects
        .filter(({ state }) => state === 'unreadable')
        .map(({ object, reason }) => [`${object.kind}/${object.name}`, reason]),
    );
    expect(reasons.get('Secret/token')).toBe('The portal never reads Secrets');
    expect(reasons.get('ConfigMap/../secrets/token')).toBe(
      'Its name is not one that Kubernetes allows',
    );
    expect(reasons.get('Lease/lock')).toBe(
      'Cluster playground does not let the portal read leases; its service account needs get on them',
    );
    expect(reasons.get('Castle/keep')).toBe(
      'Cluster playground does not serve Castle of example.org/v1; install its operator',
    );
    expect(reasons.get('ConfigMap/private')).toMatch(/somebody else/);
    expect(await requests('secrets')).toBe(before);
  });

  it('says what Helm says of values that are broken', async () => {
    const { chart, environments } = await ask('broken');
    expect(chart?.current).toBe('0.1.0');
    expect(environments[0].problem).toMatch(/helm template refused/);
    expect(environments[0].problem).toContain('topics');
    expect(environments[0].objects).toEqual([]);
  });

  it('names the cluster that the portal does not know, and the values that are missing', async () => {
    const { environments } = await ask('astray');
    expect(environments.map(({ problem }) => problem)).toEqual([
      expect.stringContaining('The portal knows no cluster nowhere; add it'),
      'values-prod.yaml: is not in the repository; add it, or remove "prod" from headworks.dev/environments',
    ]);
  });

  it('reads no folder outside the local repositories', async () => {
    const { repository, chart, environments } = await ask('outside');
    expect(repository.problem).toMatch(
      /outside\/catalog-info.yaml is not in a local repository of this portal/,
    );
    expect(chart).toBeUndefined();
    expect(environments[0].problem).toBe('What Git says is not known');
  });

  it('reads a repository of a Git host, and says so when it no longer can', async () => {
    const drift = await ask('remote');
    expect(drift.repository).toEqual({
      location: `http://${gitea.host}/acme/remote/src/branch/main/`,
    });
    expect(drift.environments[0].objects.length).toBeGreaterThan(10);
    gitea.lose('lost');
    const { repository } = await ask('lost');
    expect(repository.problem).toMatch(
      /^The repository cannot be read: .* 404/,
    );
  });

  it('answers 404 to a viewer who may not see the pipeline, and 401 without one', async () => {
    mayRead = false;
    const at = 'data-pipelines/pipelines/default/clickstream/drift';
    expect((await call(at)).status).toBe(404);
    mayRead = true;
    const anonymous = await fetch(
      `http://localhost:${backend.server.port()}/api/${at}`,
      { headers: { Authorization: mockCredentials.none.header() } },
    );
    expect(anonymous.status).toBe(401);
  });

  it('says which cluster does not answer, and still what the repository holds', async () => {
    await world.cluster.stop();
    await touch('clickstream');
    const { chart, environments } = await ask('clickstream');
    expect(chart?.current).toBe('0.1.0');
    expect(environments[0].problem).toMatch(
      /^Cluster playground does not answer: the con/,
    );
  });

  /** A sample under another name, in a Git repository. */
  async function commit(
    folder: string,
    name: string,
    change: {
      spec?: (spec: PipelineSpec) => void;
      charts?: GeneratedFile[];
      files?: Array<{ path: string; content: string | undefined }>;
    } = {},
  ) {
    const directory = path.join(folder, name);
    const spec = readSample('clickstream');
    spec.pipeline.name = name;
    change.spec?.(spec);
    await writeFiles(
      directory,
      generatePipeline({ spec, charts: change.charts ?? charts }),
    );
    for (const { path: file, content } of change.files ?? []) {
      const target = path.join(directory, file);
      if (content === undefined) fs.rmSync(target);
      else fs.writeFileSync(target, content);
    }
    await git(directory, 'init', '--quiet', '--initial-branch=main');
    await commitAll(directory);
  }

  async function commitAll(directory: string) {
    await git(directory, 'add', '--all');
    await git(directory, 'commit', '--quiet', '-m', 'A change');
  }

  function git(directory: string, ...args: string[]) {
    return promisify(execFile)('git', ['-C', directory, ...args], {
      env: {
        PATH: process.env.PATH,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'a',
        GIT_AUTHOR_EMAIL: 'a@localhost',
        GIT_COMMITTER_NAME: 'a',
        GIT_COMMITTER_EMAIL: 'a@localhost',
      },
    });
  }

  async function install(name: string) {
    await new Helm({ binary: world.binaries.helm4 }).upgradeInstall({
      dir: path.join(repositories, name),
      release: name,
      namespace: NAMESPACE,
      values: ['values-dev.yaml'],
      kubeconfig: world.cluster.adminKubeconfig,
    });
  }

  async function registered(name: string) {
    const deadline = Date.now() + 20_000;
    while (
      !(await call(`catalog/entities/by-name/component/default/${name}`)).ok
    ) {
      if (Date.now() > deadline) throw new Error(`The catalog has no ${name}`);
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  async function ask(name: string, from = backend): Promise<PipelineDrift> {
    const response = await call(
      `data-pipelines/pipelines/default/${name}/drift`,
      from,
    );
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as PipelineDrift;
  }

  /** The cluster's objects as they are now, not of some seconds ago. */
  async function askAgain() {
    await touch('clickstream');
    const [dev] = (await ask('clickstream')).environments;
    return dev;
  }

  /** Another revision is looked at anew, and a local one every second. */
  async function touch(name: string) {
    const directory = path.join(repositories, name);
    fs.appendFileSync(path.join(directory, 'README.md'), '\n');
    await commitAll(directory);
    await new Promise(resolve => setTimeout(resolve, 1_100));
  }

  function call(at: string, from = backend) {
    return fetch(`http://localhost:${from.server.port()}/api/${at}`, {
      headers: { Authorization: mockCredentials.user.header() },
    });
  }

  /** Requests for a resource, as the API server counts them. */
  async function requests(resource: string): Promise<number> {
    const text = (await world.cluster.client.get('/metrics')) as unknown;
    return (text as string)
      .split('\n')
      .filter(
        line =>
          line.startsWith('apiserver_request_total{') &&
          line.includes(`resource="${resource}"`),
      )
      .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
  }
});

async function startPortal(options: {
  world: World;
  repositories: string;
  permissions: Parameters<typeof startTestBackend>[0]['features'] extends
    | Array<infer Feature>
    | undefined
    ? Feature
    : never;
  /** Host of the repositories `remote` and `lost`. */
  gitea: string;
}): Promise<TestBackend> {
  const { world, repositories, permissions, gitea } = options;
  const { cluster, binaries, home } = world;
  const { url, caData } = cluster;
  return startTestBackend({
    features: [
      permissions,
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          catalog: {
            rules: [{ allow: ['Component', 'Resource'] }],
            processingInterval: { seconds: 1 },
            locations: [
              {
                type: 'file',
                target: path.join(repositories, '*/catalog-info.yaml'),
              },
              {
                type: 'file',
                target: path.join(home, 'outside/catalog-info.yaml'),
              },
              ...['remote', 'lost'].map(name => ({
                type: 'url',
                target: `http://${gitea}/acme/${name}/src/branch/main/catalog-info.yaml`,
              })),
            ],
          },
          integrations: {
            gitea: [{ host: gitea, baseUrl: `http://${gitea}` }],
          },
          kubernetes: {
            serviceLocatorMethod: { type: 'multiTenant' },
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: [
                  {
                    name: 'playground',
                    url,
                    caData,
                    authProvider: 'serviceAccount',
                    serviceAccountToken: cluster.readToken,
                  },
                ],
              },
            ],
          },
          dataPipelines: {
            scaffolder: {
              chartsDirectory: path.join(root, 'charts'),
              helm: binaries.helm4,
              localRepositories: repositories,
            },
          },
        },
      }),
      import('@backstage/plugin-catalog-backend'),
      import('@backstage/plugin-kubernetes-backend'),
      import('@backstage/plugin-signals-backend'),
      import('@headworks/backstage-plugin-data-pipelines-backend'),
      import(
        '@headworks/backstage-plugin-catalog-backend-module-data-pipelines'
      ),
    ],
  });
}
