import path from 'node:path';
import { operatorValues } from '../../../tools/lib/operatorCommands';
import { readOperators } from '../../../tools/lib/operators';
import { PlatformObject, PlatformRenderer } from './platformRenderer';

const operators = new Map(
  readOperators(path.resolve(__dirname, '../../../charts/platform')),
);
const NAMES = [...operators.keys()];
const EVERYTHING = {
  watchNamespaces: ['kafka', 'pipelines'],
  operators: Object.fromEntries(NAMES.map(name => [name, { enabled: true }])),
};

describe.each(['helm4', 'helm3'] as const)('the platform under %s', version => {
  const platform = new PlatformRenderer(version);
  beforeAll(() => platform.start(), 900_000);
  afterAll(() => platform.stop());

  const flux = (values: object = {}) =>
    platform.objects({ ...values, gitops: 'flux' });
  const names = (objects: PlatformObject[]) =>
    objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
  const find = (objects: PlatformObject[], kind: string, name: string) =>
    objects.find(
      object => object.kind === kind && object.metadata.name === name,
    )!;

  it('installs by default what pipelines need by default', async () => {
    expect(names(await platform.objects())).toEqual([
      'Application cert-manager',
      'Application flink',
      'Application spark-kubeflow',
      'Application strimzi',
    ]);
  });

  describe('for Argo CD', () => {
    it('is one Application an operator, each at its one version', async () => {
      const objects = await platform.objects(EVERYTHING);
      expect(names(objects).sort()).toEqual(
        NAMES.map(name => `Application ${name}`).sort(),
      );
      for (const { metadata, spec } of objects) {
        const {
          chart,
          version: pinned,
          release,
        } = operators.get(metadata.name)!;
        expect(spec.source).toMatchObject({
          chart,
          targetRevision: pinned,
          helm: { releaseName: release },
        });
        expect(pinned).toMatch(/^v?\d+\.\d+\.\d+$/);
      }
    });

    it('takes each operator in a later wave than what it comes after', async () => {
      const objects = await platform.objects(EVERYTHING);
      const wave = (name: string) =>
        Number(
          find(objects, 'Application', name).metadata.annotations?.[
            'argocd.argoproj.io/sync-wave'
          ],
        );
      for (const [name, { after = [], requires = [] }] of operators) {
        for (const earlier of [...after, ...requires]) {
          expect(`${earlier} ${wave(earlier) < wave(name)} ${name}`).toBe(
            `${earlier} true ${name}`,
          );
        }
      }
    });

    it('has CRDs applied by the server, and never removes them unasked', async () => {
      const { metadata, spec } = find(
        await platform.objects(),
        'Application',
        'strimzi',
      );
      expect(spec.syncPolicy).toMatchObject({
        automated: { selfHeal: true, prune: false },
        syncOptions: ['CreateNamespace=true', 'ServerSideApply=true'],
        managedNamespaceMetadata: {
          labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
        },
      });
      expect(metadata).not.toHaveProperty('finalizers');
    });

    it.each([
      ['', { server: 'https://kubernetes.default.svc' }],
      ['https://10.0.0.1', { server: 'https://10.0.0.1' }],
      ['production', { name: 'production' }],
    ])('installs into the cluster "%s"', async (cluster, expected) => {
      const objects = await platform.objects({ argocd: { cluster } });
      expect(find(objects, 'Application', 'strimzi').spec.destination).toEqual({
        ...expected,
        namespace: 'strimzi',
      });
    });

    it('names an OCI registry without its scheme', async () => {
      const objects = await platform.objects();
      const source = (name: string) =>
        find(objects, 'Application', name).spec.source?.repoURL;
      expect(source('strimzi')).toBe('quay.io/strimzi-helm');
      expect(source('flink')).toBe(
        'https://downloads.apache.org/flink/flink-kubernetes-operator-1.15.0/',
      );
    });
  });

  describe('for Flux', () => {
    it('is a HelmRelease and its source an operator', async () => {
      expect(names(await flux())).toEqual([
        'HelmRelease cert-manager',
        'HelmRelease flink',
        'HelmRelease spark-kubeflow',
        'HelmRelease strimzi',
        'HelmRepository flink',
        'HelmRepository spark-kubeflow',
        'OCIRepository cert-manager',
        'OCIRepository strimzi',
      ]);
    });

    it('waits for what is installed too, and for nothing else', async () => {
      const dependencies = async (values: object) =>
        find(await flux(values), 'HelmRelease', 'flink').spec.dependsOn;
      expect(await dependencies({})).toEqual([{ name: 'cert-manager' }]);
      expect(
        await dependencies({
          present: ['cert-manager'],
          operators: { 'cert-manager': { enabled: false } },
        }),
      ).toBeUndefined();
      expect(await dependencies(EVERYTHING)).toEqual([
        { name: 'cert-manager' },
        { name: 'kube-prometheus-stack' },
      ]);
    });

    it('calls everything by its prefix', async () => {
      const objects = await flux({ prefix: 'eu-' });
      expect(find(objects, 'HelmRelease', 'eu-flink').spec).toMatchObject({
        releaseName: 'flink-kubernetes-operator',
        dependsOn: [{ name: 'eu-cert-manager' }],
        chart: { spec: { sourceRef: { name: 'eu-flink' } } },
      });
    });

    it('creates and replaces CRDs', async () => {
      const { spec } = find(await flux(), 'HelmRelease', 'strimzi');
      expect(spec.install).toMatchObject({
        crds: 'CreateReplace',
        createNamespace: true,
      });
      expect(spec.upgrade).toMatchObject({ crds: 'CreateReplace' });
    });

    it('takes the chart at its version from either kind of registry', async () => {
      const objects = await flux();
      expect(find(objects, 'OCIRepository', 'strimzi').spec).toMatchObject({
        url: 'oci://quay.io/strimzi-helm/strimzi-kafka-operator',
        ref: { tag: '1.2.0' },
      });
      expect(find(objects, 'HelmRelease', 'strimzi').spec.chartRef).toEqual({
        kind: 'OCIRepository',
        name: 'strimzi',
      });
      expect(
        find(objects, 'HelmRelease', 'spark-kubeflow').spec.chart,
      ).toMatchObject({
        spec: {
          chart: 'spark-operator',
          version: '2.5.2',
          sourceRef: { kind: 'HelmRepository', name: 'spark-kubeflow' },
        },
      });
    });

    it('takes a chart from a mirror', async () => {
      const objects = await flux({
        operators: {
          flink: { repository: 'oci://registry.example.com/flink' },
        },
      });
      expect(find(objects, 'OCIRepository', 'flink').spec.url).toBe(
        'oci://registry.example.com/flink/flink-kubernetes-operator',
      );
    });
  });

  it('tells both tools the same', async () => {
    const argocd = await platform.objects(EVERYTHING);
    const released = await flux(EVERYTHING);
    for (const name of NAMES) {
      expect(find(released, 'HelmRelease', name).spec.values).toEqual(
        find(argocd, 'Application', name).spec.source?.helm.valuesObject,
      );
    }
  });

  it('tells an operator what the documented Helm commands tell it', async () => {
    const objects = await platform.objects(EVERYTHING);
    for (const [name, operator] of operators) {
      expect(
        find(objects, 'Application', name).spec.source?.helm.valuesObject,
      ).toEqual(operatorValues(operator, EVERYTHING.watchNamespaces));
    }
  });

  describe('namespaces to watch', () => {
    const told = async (values: object, name: string) =>
      find(await platform.objects(values), 'Application', name).spec.source
        ?.helm.valuesObject;

    it('are each operator’s own value', async () => {
      expect(await told(EVERYTHING, 'strimzi')).toMatchObject({
        watchNamespaces: ['kafka', 'pipelines'],
      });
      expect(await told(EVERYTHING, 'flink')).toMatchObject({
        watchNamespaces: ['kafka', 'pipelines'],
      });
      expect(await told(EVERYTHING, 'spark-kubeflow')).toMatchObject({
        spark: { jobNamespaces: ['kafka', 'pipelines'] },
      });
      expect(await told(EVERYTHING, 'spark-apache')).toMatchObject({
        workloadResources: {
          namespaces: { create: false, data: ['kafka', 'pipelines'] },
        },
      });
    });

    it('are all of them without any', async () => {
      expect(await told({}, 'strimzi')).toMatchObject({
        watchAnyNamespace: true,
      });
      expect(await told({}, 'flink')).not.toHaveProperty('watchNamespaces');
      expect(await told({}, 'spark-kubeflow')).toMatchObject({
        spark: { jobNamespaces: [''] },
      });
    });

    it('may be an operator’s own', async () => {
      const values = {
        watchNamespaces: ['pipelines'],
        operators: { strimzi: { watchNamespaces: ['kafka'] } },
      };
      expect(await told(values, 'strimzi')).toMatchObject({
        watchNamespaces: ['kafka'],
      });
      expect(await told(values, 'flink')).toMatchObject({
        watchNamespaces: ['pipelines'],
      });
    });
  });

  it('asks Strimzi for pods that a restricted namespace admits', async () => {
    const { spec } = find(await platform.objects(), 'Application', 'strimzi');
    expect(spec.source?.helm.valuesObject).toMatchObject({
      extraEnvs: [
        { name: 'STRIMZI_POD_SECURITY_PROVIDER_CLASS', value: 'restricted' },
      ],
    });
  });

  it('names the tag of Flink’s operator, whose chart would take latest', async () => {
    const { spec } = find(await platform.objects(), 'Application', 'flink');
    expect(spec.source).toMatchObject({
      targetRevision: '1.15.0',
      helm: { valuesObject: { image: { tag: '1.15.0' } } },
    });
  });

  it('turns monitors on where Prometheus’ kinds are, with its labels', async () => {
    const objects = await platform.objects({
      present: ['prometheus-operator-crds'],
      monitoring: { enabled: true, labels: { release: 'mine' } },
    });
    const values = (name: string) =>
      find(objects, 'Application', name).spec.source?.helm.valuesObject;
    expect(values('spark-kubeflow')).toMatchObject({
      prometheus: { podMonitor: { create: true, labels: { release: 'mine' } } },
    });
    expect(values('cert-manager')).toMatchObject({
      prometheus: {
        podmonitor: { enabled: true, labels: { release: 'mine' } },
      },
    });
  });

  it('merges values into the chart’s and override into the object, last', async () => {
    const objects = await platform.objects({
      operators: {
        flink: {
          values: { image: { tag: '1.15.1' }, replicas: 2 },
          override: {
            spec: {
              source: { targetRevision: '1.15.1' },
              syncPolicy: { automated: null },
            },
          },
        },
      },
    });
    const { spec } = find(objects, 'Application', 'flink');
    expect(spec.source).toMatchObject({
      targetRevision: '1.15.1',
      helm: {
        valuesObject: {
          image: { tag: '1.15.1' },
          replicas: 2,
          podSecurityContext: { runAsUser: 9999 },
        },
      },
    });
    expect(spec.syncPolicy).not.toHaveProperty('automated');
  });
});

describe.each(['helm4', 'helm3'] as const)(
  'the platform built by %s',
  version => {
    const platform = new PlatformRenderer(version);
    beforeAll(() => platform.start(), 900_000);
    afterAll(() => platform.stop());

    it('needs nothing but its neighbour in the repository', async () => {
      const objects = await platform.objects();
      expect(await platform.built()).toEqual(objects);
    });
  },
);

describe('the platform’s notes', () => {
  const platform = new PlatformRenderer('helm4');
  beforeAll(() => platform.start(), 900_000);
  afterAll(() => platform.stop());

  it('say how to tell two kinds SparkApplication apart', async () => {
    const both = await platform.notes({
      watchNamespaces: ['pipelines'],
      operators: { 'spark-apache': { enabled: true } },
    });
    expect(both).toContain('kubectl get sparkapplications.spark.apache.org');
    expect(both).toContain('kubectl create namespace pipelines');
    expect(await platform.notes()).not.toContain('sparkapp');
  });
});
