import { readSpec } from './cases';
import { Rendered, Renderer } from './renderer';

interface Container {
  image: string;
  env: Array<{ name: string; value?: string }>;
  securityContext: object;
}
interface PodSpec {
  containers: Container[];
  initContainers?: Array<{ command: string[] }>;
  volumes: Array<{ name: string; secret?: { secretName: string } }>;
}

describe.each(['helm4', 'helm3'] as const)(
  'the objects of a cluster without an operator under %s',
  version => {
    const charts = new Renderer(version);
    beforeAll(async () => {
      await charts.start();
      for (const name of ['dev', 'prod']) {
        await charts.write(
          readSpec('kafka', `statefulset-${name}-values.yaml`),
        );
      }
    }, 900_000);
    afterAll(() => charts.stop());

    const find = (made: Rendered[], kind: string, name: string) =>
      made.find(
        object => object.kind === kind && object.metadata.name === name,
      )!;
    const names = (made: Rendered[], kind: string) =>
      made.filter(object => object.kind === kind).map(o => o.metadata.name);
    const production = (cluster: object = {}) =>
      charts.objects({ kafka: { cluster } }, 'river');
    const templateOf = (set: Rendered) =>
      set.spec.template as {
        metadata: { annotations: object; labels: object };
        spec: PodSpec;
      };
    const dataOf = (map: Rendered) =>
      (map as unknown as { data: { [file: string]: string } }).data;

    it('are a set for each pool, whose pods have their node’s id', async () => {
      const made = await production();
      expect(find(made, 'StatefulSet', 'river-controllers').spec).toMatchObject(
        {
          replicas: 3,
          ordinals: { start: 1000 },
          serviceName: 'river-nodes',
          podManagementPolicy: 'Parallel',
          persistentVolumeClaimRetentionPolicy: {
            whenDeleted: 'Retain',
            whenScaled: 'Retain',
          },
        },
      );
      const controllers = dataOf(find(made, 'ConfigMap', 'river-controllers'));
      expect(Object.keys(controllers)).toEqual(
        expect.arrayContaining(
          ['1000', '1001', '1002'].map(id => `node-${id}.properties`),
        ),
      );
      expect(controllers['server.properties']).toContain(
        'controller.quorum.voters=1000@river-controllers-1000.river-nodes.kafka.svc:9090,1001@',
      );
    });

    it('advertise what is right inside and outside', async () => {
      const brokers = dataOf(
        find(await production(), 'ConfigMap', 'river-brokers'),
      );
      expect(brokers['node-1.properties']).toBe(
        `node.id=1
advertised.listeners=REPLICATION://river-brokers-1.river-nodes.kafka.svc:9091,OUTSIDE://kafka-1.example.com:9094,TLS://river-brokers-1.river-nodes.kafka.svc:9093
`,
      );
    });

    it('have a Service for the start, one for all nodes and one for each broker outside', async () => {
      const made = await production();
      expect(names(made, 'Service').sort()).toEqual([
        'river-bootstrap',
        'river-nodes',
        'river-outside',
        'river-outside-0',
        'river-outside-1',
        'river-outside-2',
      ]);
      expect(find(made, 'Service', 'river-nodes').spec).toMatchObject({
        clusterIP: 'None',
        publishNotReadyAddresses: true,
      });
      expect(find(made, 'Service', 'river-outside-1').spec).toMatchObject({
        type: 'LoadBalancer',
        selector: { 'statefulset.kubernetes.io/pod-name': 'river-brokers-1' },
        loadBalancerSourceRanges: ['198.51.100.0/24'],
        ports: [{ port: 9094, targetPort: 9094 }],
      });
    });

    it('take the port of a node from the address that says it', async () => {
      const made = await charts.objects(
        {
          kafka: {
            cluster: {
              listeners: {
                plain: { port: 9092, type: 'internal' },
                outside: {
                  port: 9094,
                  type: 'nodeport',
                  addresses: { 0: 'node.example.com:30940' },
                  override: { metadata: { annotations: { a: 'b' } } },
                },
              },
            },
          },
        },
        'brook',
      );
      expect(find(made, 'Service', 'brook-outside-0')).toMatchObject({
        metadata: { annotations: { a: 'b' } },
        spec: { type: 'NodePort', ports: [{ port: 9094, nodePort: 30940 }] },
      });
      expect(
        dataOf(find(made, 'ConfigMap', 'brook-brokers'))['node-0.properties'],
      ).toContain('OUTSIDE://node.example.com:30940');
    });

    it('hold no secret, and no password in a command', async () => {
      const made = await production();
      const { containers, volumes } = templateOf(
        find(made, 'StatefulSet', 'river-brokers'),
      ).spec;
      expect(volumes).toEqual(
        expect.arrayContaining([
          { name: 'admin', secret: { secretName: 'river-admin' } },
          { name: 'tls', secret: { secretName: 'river-tls' } },
        ]),
      );
      expect(containers[0]).toMatchObject({
        image: 'apache/kafka:4.3.1',
        securityContext: { readOnlyRootFilesystem: true },
      });
      const brokers = dataOf(find(made, 'ConfigMap', 'river-brokers'));
      expect(brokers['server.properties']).toContain(
        'password="${dir:/etc/kafka/admin:password}"',
      );
    });

    it('keep their cluster id through every change of values', async () => {
      const idOf = (made: Rendered[], set: string) =>
        templateOf(find(made, 'StatefulSet', set)).spec.containers[0].env.find(
          ({ name }) => name === 'CLUSTER_ID',
        )?.value;
      const id = idOf(await production(), 'river-brokers');
      expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/);
      const config = { 'log.retention.hours': 1 };
      expect(idOf(await production({ config }), 'river-controllers')).toBe(id);
      expect(idOf(await charts.objects({}, 'brook'), 'brook-brokers')).not.toBe(
        id,
      );
    });

    it('restart for a setting, and not for one more node', async () => {
      const printOf = async (cluster: object) =>
        templateOf(
          find(
            await charts.objects({ kafka: { cluster } }, 'brook'),
            'StatefulSet',
            'brook-more',
          ),
        ).metadata.annotations;
      const more = { roles: ['broker'], firstNodeId: 10, replicas: 3 };
      const before = await printOf({ pools: { more } });
      expect(
        await printOf({ pools: { more: { ...more, replicas: 4 } } }),
      ).toEqual(before);
      expect(
        await printOf({
          pools: { more },
          config: { 'log.retention.hours': 1 },
        }),
      ).not.toEqual(before);
    });

    it('may lose one node of a role at a time', async () => {
      const made = await production();
      expect(names(made, 'PodDisruptionBudget')).toEqual([
        'river-brokers',
        'river-controllers',
      ]);
      expect(
        find(made, 'PodDisruptionBudget', 'river-brokers').spec,
      ).toMatchObject({
        maxUnavailable: 1,
        selector: { matchLabels: { 'headworks.dev/kafka-role': 'broker' } },
      });
      expect(
        names(await charts.objects({}, 'brook'), 'PodDisruptionBudget'),
      ).toEqual(['brook-brokers']);
    });

    it('let only the cluster’s own pods to controllers', async () => {
      const policy = find(
        await production(),
        'NetworkPolicy',
        'river-controllers',
      );
      const prometheus = { 'app.kubernetes.io/name': 'prometheus' };
      expect(policy.spec.ingress).toMatchObject([
        {
          from: [
            {
              podSelector: {
                matchLabels: { 'headworks.dev/kafka-cluster': 'river' },
              },
            },
          ],
        },
        {
          from: [{ podSelector: { matchLabels: prometheus } }],
          ports: [{ port: 9404 }],
        },
      ]);
    });

    it('let the clients to a listener whom it names', async () => {
      const { ingress } = find(
        await production(),
        'NetworkPolicy',
        'river-brokers',
      ).spec;
      expect(ingress).toEqual(
        expect.arrayContaining([
          {
            from: [{ namespaceSelector: { matchLabels: { team: 'data' } } }],
            ports: [{ port: 9093 }],
          },
        ]),
      );
    });

    it('have metrics only where an image brings the agent', async () => {
      const made = await production();
      expect(names(made, 'PodMonitor')).toEqual(['river-kafka']);
      expect(
        templateOf(find(made, 'StatefulSet', 'river-brokers')).spec
          .initContainers,
      ).toMatchObject([
        { command: ['cp', '/agent.jar', '/opt/jmx/agent.jar'] },
      ]);
      const without = await charts.objects(
        { global: { monitoring: { enabled: true } } },
        'brook',
      );
      expect(names(without, 'PodMonitor')).toEqual([]);
    });

    it('have a certificate from cert-manager, good for every name, where an issuer is named', async () => {
      const made = await charts.objects(
        {
          kafka: {
            cluster: {
              statefulset: {
                tls: {
                  issuer: { name: 'ca', kind: 'ClusterIssuer' },
                  names: ['10.0.0.1', 'kafka.example.com'],
                },
              },
            },
          },
        },
        'brook',
      );
      expect(find(made, 'Certificate', 'brook-tls').spec).toMatchObject({
        secretName: 'brook-tls',
        privateKey: { encoding: 'PKCS8' },
        dnsNames: expect.arrayContaining([
          '*.brook-nodes.pipelines.svc',
          'brook-bootstrap.pipelines.svc',
          'kafka.example.com',
        ]),
        ipAddresses: ['10.0.0.1'],
        issuerRef: { kind: 'ClusterIssuer', name: 'ca' },
      });
    });

    it('are made topics by a hook that another release has as well', async () => {
      const made = await production({ create: false });
      expect(names(made, 'StatefulSet')).toEqual([]);
      expect(find(made, 'Job', 'river-topics').metadata.annotations).toEqual({
        'helm.sh/hook': 'post-install,post-upgrade',
        'helm.sh/hook-delete-policy': 'before-hook-creation,hook-succeeded',
      });
      const map = find(made, 'ConfigMap', 'river-topics');
      expect(map.metadata.namespace).toBe('pipelines');
      expect(dataOf(map).topics).toBe(
        'clicks\t12\t3\tretention.ms=604800000\nsessions\t6\t3\tretention.ms=2592000000\n',
      );
    });

    it('are what `override` makes of them', async () => {
      const override = { metadata: { annotations: { mine: 'given' } } };
      const kinds = {
        configMap: 'ConfigMap river-brokers',
        nodesService: 'Service river-nodes',
        bootstrapService: 'Service river-bootstrap',
        podDisruptionBudget: 'PodDisruptionBudget river-brokers',
        networkPolicy: 'NetworkPolicy river-brokers',
        serviceAccount: 'ServiceAccount river-kafka',
        podMonitor: 'PodMonitor river-kafka',
        job: 'Job river-topics',
        jobConfigMap: 'ConfigMap river-topics',
        testPod: 'Pod river-topics-test',
      };
      const objects = Object.fromEntries(
        Object.keys(kinds).map(name => [name, { override }]),
      );
      const made = await production({
        statefulset: { objects },
        pools: { brokers: { override } },
      });
      for (const at of [...Object.values(kinds), 'StatefulSet river-brokers']) {
        const [kind, name] = at.split(' ');
        expect([at, find(made, kind, name).metadata.annotations?.mine]).toEqual(
          [at, 'given'],
        );
      }
    });
  },
);
