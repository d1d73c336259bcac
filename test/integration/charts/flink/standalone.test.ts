import { parse } from 'yaml';
import { Rendered, Renderer } from '../renderer';

interface StatefulSet extends Rendered {
  spec: {
    replicas?: number;
    serviceName: string;
    template: {
      metadata: { annotations: Record<string, string> };
      spec: {
        serviceAccountName: string;
        containers: Array<{
          args: string[];
          env: Array<{ name: string; value?: string }>;
          resources: object;
        }>;
        volumes: object[];
      };
    };
  };
}

const STATELESS = {
  upgrade: 'stateless',
  image: { repository: 'flink', tag: '2.1' },
};

/** One Helm is enough: the cases of ci/ are rendered alike by both. */
describe('a Flink job without the operator', () => {
  const charts = new Renderer('helm4');
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  const values = (job: object) => ({
    flink: {
      mode: 'standalone',
      jobs: {
        sessionize: { ...STATELESS, ...job },
        alerting: { enabled: false },
      },
    },
  });

  async function render(job: object = {}, more: object = {}) {
    const made = await charts.objects({ ...values(job), ...more });
    const named = (kind: string, name: string) =>
      made.find(
        object => object.kind === kind && object.metadata.name === name,
      );
    const set = (role: string) =>
      named('StatefulSet', `clickstream-sessionize-${role}`) as StatefulSet;
    const data = (
      named('ConfigMap', 'clickstream-sessionize') as unknown as {
        data: Record<string, string>;
      }
    ).data;
    const [jobManager, taskManager] = [set('jobmanager'), set('taskmanager')];
    return {
      made,
      named,
      jobManager,
      taskManager,
      args: jobManager.spec.template.spec.containers[0].args,
      configuration: parse(data['config.yaml']) as Record<string, string>,
      logging: data['log4j-console.properties'],
    };
  }

  const clusterId = async (job: object = {}, more: object = {}) =>
    (await render(job, more)).configuration['kubernetes.cluster-id'];

  it('is a JobManager and TaskManagers, and nothing of the operator', async () => {
    const { made, jobManager, taskManager } = await render();
    expect(made.map(({ kind }) => kind)).not.toContain('FlinkDeployment');
    expect(jobManager.spec.replicas).toBe(1);
    expect(taskManager.spec.replicas).toBe(2);
    expect(jobManager.spec.serviceName).toBe('clickstream-sessionize');
  });

  it('has as many TaskManagers as have slots for its parallelism', async () => {
    const replicas = async (job: object) =>
      (await render(job)).taskManager.spec.replicas;
    expect(await replicas({ parallelism: 9, taskManager: { slots: 4 } })).toBe(
      3,
    );
    expect(await replicas({ taskManager: { replicas: 5 } })).toBe(5);
  });

  it('starts what its values say, each word as it is', async () => {
    const { args } = await render({
      entryClass: 'com.example.Main',
      args: ['--jars', 'two words', '$(POD_IP)', '$$(A) $$'],
      startFrom: { path: 's3://state/savepoint-1' },
      allowNonRestoredState: true,
    });
    const [id] = args[2].match(/[0-9a-f]{8}$/)!;
    expect(args).toEqual([
      'standalone-job',
      '-Djobmanager.rpc.address=$(POD_IP)',
      `-Dkubernetes.cluster-id=clickstream-sessionize-${id}`,
      `-Dhigh-availability.cluster-id=clickstream-sessionize-${id}`,
      ...['--job-id', expect.stringMatching(`^${id}[0-9a-f]{24}$`)],
      ...['--jars', 'local:///opt/flink/usrlib/sessionize.jar'],
      ...['--job-classname', 'com.example.Main'],
      ...['--fromSavepoint', 's3://state/savepoint-1'],
      '--allowNonRestoredState',
      '--',
      ...['--jars', 'two words', '$$(POD_IP)', '$$$$(A) $$$$'],
    ]);
  });

  it('reads its configuration from a folder that the image does not write to', async () => {
    const { jobManager, taskManager } = await render();
    for (const { spec } of [jobManager, taskManager]) {
      const pod = spec.template.spec;
      expect(pod.containers[0]).toMatchObject({
        env: expect.arrayContaining([
          { name: 'FLINK_CONF_DIR', value: '/etc/flink' },
        ]),
        volumeMounts: expect.arrayContaining([
          { name: 'configuration', mountPath: '/etc/flink', readOnly: true },
          { name: 'tmp', mountPath: '/tmp' },
          { name: 'log', mountPath: '/opt/flink/log' },
        ]),
      });
    }
  });

  it('can do without a file system to write to, where the image has the plugin', async () => {
    const { taskManager } = await render({
      readOnlyRootFilesystem: true,
      filesystemPlugin: 'image',
    });
    expect(taskManager.spec.template.spec.containers[0]).toMatchObject({
      securityContext: { readOnlyRootFilesystem: true },
    });
  });

  it('keeps a job that has ended from starting again by itself', async () => {
    const { configuration } = await render();
    expect(configuration).toMatchObject({
      'execution.shutdown-on-application-finish': 'false',
      'job-result-store.delete-on-commit': 'false',
      'web.cancel.enable': 'false',
      'high-availability.type': 'kubernetes',
      'high-availability.storageDir':
        's3://playground/clickstream/dev/sessionize/ha',
    });
    expect(configuration['high-availability.cluster-id']).toBe(
      configuration['kubernetes.cluster-id'],
    );
  });

  it('tells Flink and Kubernetes of the same memory', async () => {
    const { jobManager, taskManager, configuration } = await render({
      jobManager: { memory: '1g' },
      taskManager: { cpu: 2, memory: '4096Mi', ephemeralStorage: '10Gi' },
    });
    expect(configuration).toMatchObject({
      'jobmanager.memory.process.size': '1g',
      'taskmanager.memory.process.size': '4096m',
    });
    expect(jobManager.spec.template.spec.containers[0].resources).toEqual({
      requests: { cpu: 0.5, memory: '1Gi' },
      limits: { memory: '1Gi' },
    });
    expect(taskManager.spec.template.spec.containers[0].resources).toEqual({
      requests: { cpu: 2, memory: '4096Mi', 'ephemeral-storage': '10Gi' },
      limits: { memory: '4096Mi', 'ephemeral-storage': '10Gi' },
    });
  });

  it('may keep ConfigMaps and do nothing else', async () => {
    const { named } = await render();
    expect(named('Role', 'clickstream-sessionize')).toMatchObject({
      rules: [{ apiGroups: [''], resources: ['configmaps'] }],
    });
  });

  it('offers its pages where the operator would', async () => {
    const { named } = await render();
    expect(named('Service', 'clickstream-sessionize-rest')?.spec).toEqual({
      selector: { app: 'clickstream-sessionize', component: 'jobmanager' },
      ports: [{ name: 'rest', port: 8081, targetPort: 'rest' }],
    });
    expect(named('Service', 'clickstream-sessionize')?.spec).toMatchObject({
      clusterIP: 'None',
      publishNotReadyAddresses: true,
    });
  });

  it('has an Ingress where that is asked for, and lets its controller through', async () => {
    const { named } = await render({
      ingress: {
        template: '{{name}}.{{namespace}}.example.com/flink',
        className: 'nginx',
        annotations: { 'example.com/auth': 'oidc' },
        tls: [{ hosts: ['example.com'], secretName: 'tls' }],
        controllerNamespace: 'ingress-nginx',
      },
    });
    const service = {
      name: 'clickstream-sessionize-rest',
      port: { name: 'rest' },
    };
    const path = {
      path: '/flink',
      pathType: 'ImplementationSpecific',
      backend: { service },
    };
    expect(named('Ingress', 'clickstream-sessionize')).toMatchObject({
      metadata: { annotations: { 'example.com/auth': 'oidc' } },
      spec: {
        ingressClassName: 'nginx',
        tls: [{ hosts: ['example.com'], secretName: 'tls' }],
        rules: [
          {
            host: 'clickstream-sessionize.pipelines.example.com',
            http: { paths: [path] },
          },
        ],
      },
    });
    const namespaceSelector = {
      matchLabels: { 'kubernetes.io/metadata.name': 'ingress-nginx' },
    };
    expect(
      named('NetworkPolicy', 'clickstream-sessionize')?.spec.ingress,
    ).toContainEqual({
      from: [{ namespaceSelector }],
      ports: [{ port: 8081 }],
    });
  });

  it('lets a drain take one TaskManager at a time', async () => {
    const { named } = await render();
    const name = 'clickstream-sessionize-taskmanager';
    expect(named('PodDisruptionBudget', name)?.spec).toMatchObject({
      maxUnavailable: 1,
    });
    expect(
      (await render({ parallelism: 1 })).named('PodDisruptionBudget', name),
    ).toBeUndefined();
  });

  it('gives the number of TaskManagers to an autoscaler in reactive mode', async () => {
    const { named, taskManager, configuration } = await render({
      reactive: { max: 6 },
    });
    expect(taskManager.spec).not.toHaveProperty('replicas');
    expect(configuration['scheduler-mode']).toBe('reactive');
    expect(configuration).not.toHaveProperty(['parallelism.default']);
    expect(
      named('HorizontalPodAutoscaler', 'clickstream-sessionize')?.spec,
    ).toMatchObject({
      scaleTargetRef: {
        apiVersion: 'apps/v1',
        kind: 'StatefulSet',
        name: 'clickstream-sessionize-taskmanager',
      },
      minReplicas: 1,
      maxReplicas: 6,
    });
  });

  it('has no pods while it is suspended, and nobody who brings them back', async () => {
    const { made, jobManager, taskManager } = await render({
      suspended: true,
      reactive: { max: 6 },
    });
    expect(jobManager.spec.replicas).toBe(0);
    expect(taskManager.spec.replicas).toBe(0);
    expect(made.map(({ kind }) => kind)).not.toContain(
      'HorizontalPodAutoscaler',
    );
  });

  it('takes the words of its logging and its overrides', async () => {
    const { logging, jobManager, taskManager } = await render({
      logging: { level: 'WARN' },
      objects: {
        jobManager: { override: { spec: { revisionHistoryLimit: 3 } } },
        taskManager: { override: { spec: { minReadySeconds: 7 } } },
      },
    });
    expect(logging).toContain('rootLogger.level = WARN');
    expect(jobManager.spec).toMatchObject({ revisionHistoryLimit: 3 });
    expect(taskManager.spec).toMatchObject({ minReadySeconds: 7 });
  });

  describe('its cluster id', () => {
    it.each<[string, object]>([
      ['image', { image: { repository: 'flink', tag: '2.2' } }],
      ['jar', { jar: 'local:///opt/flink/usrlib/other.jar' }],
      ['main class', { entryClass: 'com.example.Other' }],
      ['arguments', { args: ['--window', '1h'] }],
      ['environment', { env: { MODE: 'strict' } }],
      ['parallelism', { parallelism: 8 }],
      ['checkpoints', { checkpoints: { interval: '5m' } }],
      [
        'Flink options of the graph',
        { flinkConfiguration: { 'pipeline.object-reuse': 'true' } },
      ],
      ['startFrom', { startFrom: { path: 's3://state/savepoint-1' } }],
      ['topics to write', { writes: [] }],
    ])('changes with the %s', async (_, job) => {
      expect(await clusterId(job)).not.toBe(await clusterId());
    });

    it('changes with the nonce of the same startFrom', async () => {
      const path = 's3://state/savepoint-1';
      expect(await clusterId({ startFrom: { path, nonce: 1 } })).not.toBe(
        await clusterId({ startFrom: { path, nonce: 2 } }),
      );
    });

    it.each<[string, object]>([
      ['memory', { taskManager: { memory: '4Gi' } }],
      ['number of TaskManagers', { taskManager: { replicas: 7 } }],
      ['labels of the pods', { pod: { labels: { team: 'web' } } }],
      ['suspension', { suspended: true }],
      [
        'Flink options of the processes',
        { flinkConfiguration: { 'taskmanager.network.retries': '3' } },
      ],
    ])('stays with other %s', async (_, job) => {
      expect(await clusterId(job)).toBe(await clusterId());
    });

    it('stays when pods start again for a new configuration', async () => {
      const before = await render();
      const after = await render({
        flinkConfiguration: { 'taskmanager.network.retries': '3' },
      });
      const checksum = ({ taskManager }: typeof before) =>
        taskManager.spec.template.metadata.annotations[
          'headworks.dev/configuration'
        ];
      expect(checksum(after)).not.toBe(checksum(before));
    });
  });
});
