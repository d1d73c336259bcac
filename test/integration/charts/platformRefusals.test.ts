import { PlatformRenderer } from './platformRenderer';

describe.each(['helm4', 'helm3'] as const)(
  'the platform under %s refuses',
  version => {
    const platform = new PlatformRenderer(version);
    beforeAll(() => platform.start(), 900_000);
    afterAll(() => platform.stop());

    it.each([
      [
        'another tool',
        { gitops: 'rancher' },
        "at '/gitops': value must be one of 'argocd', 'flux'",
      ],
      [
        'an operator that it does not know',
        { operators: { nifi: { enabled: true } } },
        "at '/operators': additional properties 'nifi' not allowed",
      ],
      [
        'nothing to install',
        {
          operators: Object.fromEntries(
            ['cert-manager', 'strimzi', 'flink', 'spark-kubeflow'].map(name => [
              name,
              { enabled: false },
            ]),
          ),
        },
        'operators: none is enabled; enable one',
      ],
      [
        'Flink’s webhook without cert-manager',
        { operators: { 'cert-manager': { enabled: false } } },
        'operators.flink: it needs cert-manager, which is neither enabled nor present; enable operators.cert-manager, or add it to present where the cluster has it already, or set operators.flink.values.webhook.create: false',
      ],
      [
        'Strimzi’s access operator without Strimzi',
        {
          operators: {
            strimzi: { enabled: false },
            'strimzi-access': { enabled: true },
          },
        },
        'operators.strimzi-access: it needs strimzi, which is neither enabled nor present; enable operators.strimzi, or add it to present where the cluster has it already',
      ],
      [
        'monitors without Prometheus’ kinds',
        { monitoring: { enabled: true } },
        'monitoring.enabled: PodMonitors need prometheus-operator-crds, which is neither enabled nor present; enable operators.prometheus-operator-crds, or add it to present where the cluster has it already',
      ],
      [
        'an operator that is there already',
        { present: ['strimzi'] },
        'present: strimzi is also to be installed, and two of one operator fight over its CRDs; remove it from present, or set operators.strimzi.enabled: false',
      ],
      [
        'namespaces in two places',
        {
          operators: {
            'spark-kubeflow': { values: { spark: { jobNamespaces: ['a'] } } },
          },
        },
        'operators.spark-kubeflow.values.spark.jobNamespaces: it is set from watchNamespaces; use operators.spark-kubeflow.watchNamespaces',
      ],
      [
        'Apache’s Spark operator without namespaces',
        { operators: { 'spark-apache': { enabled: true } } },
        'operators.spark-apache.watchNamespaces: without any it watches only its own; name the namespaces of its jobs',
      ],
      [
        'namespaces for what serves all',
        { operators: { 'cert-manager': { watchNamespaces: ['a'] } } },
        'operators.cert-manager.watchNamespaces: it always serves the whole cluster; remove it',
      ],
      [
        'the tag latest',
        { operators: { flink: { values: { image: { tag: 'latest' } } } } },
        'operators.flink.values.image.tag: latest is whatever was pushed last; name a version',
      ],
      [
        'null',
        { operators: { flink: { values: { replicas: null } } } },
        'operators.flink.values.replicas: null neither removes nor keeps a default alike in Helm 3 and 4; set enabled: false to remove an entry',
      ],
    ])('%s', async (_, values, text) => {
      expect(await platform.refusal(values)).toContain(text);
    });

    it('everything at once', async () => {
      expect(
        await platform.refusal({
          present: ['strimzi'],
          operators: { 'cert-manager': { enabled: false } },
        }),
      ).toContain('2 problem(s) in the values:');
    });

    it('no webhook without cert-manager, nor cert-manager that is there', async () => {
      const without = { 'cert-manager': { enabled: false } };
      expect(
        await platform.refusal({
          operators: {
            ...without,
            flink: { values: { webhook: { create: false } } },
          },
        }),
      ).toBe('nothing was refused');
      expect(
        await platform.refusal({
          present: ['cert-manager'],
          operators: without,
        }),
      ).toBe('nothing was refused');
    });
  },
);
