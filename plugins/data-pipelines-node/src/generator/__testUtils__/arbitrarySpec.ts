import { JsonObject } from '@backstage/types';
import * as fc from 'fast-check';
import { PipelineSpec } from '@headworks/backstage-plugin-data-pipelines-common';
import { arbitraryFlinkJob, arbitrarySparkJob, optional } from './arbitraryJob';
import { awkwardText } from './awkwardText';

/** Names that YAML, JavaScript or a file system take for something else. */
const TOPICS = [
  'clicks',
  'web.clicks_v1',
  'Upper.Case',
  '__proto__',
  'constructor',
  'on',
  'y',
  'null',
  '2024',
  '0x1F',
  '1e3',
  '007',
  'a-',
  '.a',
  't'.repeat(40),
];
const JOBS = ['sum', 'on', 'y', 'no', 'null', 'true', 'e1', 'a-b', 'prototype'];
const ENVIRONMENTS = ['dev', 'test', 'prod', 'on', 'no', 'null'];
const CLUSTERS = [
  'east',
  '{{x}}',
  '`id`',
  '$(x)',
  'a"b',
  "a'b",
  '#x',
  'é💥',
  '|',
];

/**
 * Any valid specification of profile dev, as a repository gives it back:
 * topics, Flink and Spark jobs in their modes, several environments, awkward
 * text in every free field.
 */
export function arbitrarySpec(): fc.Arbitrary<PipelineSpec> {
  return fc
    .record({
      isExternal: fc.boolean(),
      flinkMode: fc.constantFrom('operator', 'standalone'),
      sparkMode: fc.constantFrom('kubeflow', 'apache', 'submit'),
      names: fc.subarray(JOBS, { minLength: 1, maxLength: 4 }),
      topics: fc.subarray(TOPICS, { minLength: 1, maxLength: 5 }),
    })
    .chain(shape => {
      // A job's name may not be a topic's.
      const names = shape.names.filter(name => !shape.topics.includes(name));
      const half = Math.ceil(names.length / 2);
      const flink = names.slice(0, half);
      const spark = names.slice(half);
      return fc.record(
        {
          pipeline: arbitraryAbout(),
          environments: arbitraryEnvironments({ flink, topics: shape.topics }),
          values: fc
            .record({
              global: arbitraryGlobal(shape.isExternal),
              kafka: arbitraryTopics(shape.topics, shape.isExternal),
              flink: entries(flink, () =>
                arbitraryFlinkJob({
                  topics: shape.topics,
                  mode: shape.flinkMode,
                }),
              ),
              spark: entries(spark, () =>
                arbitrarySparkJob({
                  topics: shape.topics,
                  mode: shape.sparkMode,
                }),
              ),
            })
            .map(({ global, kafka, ...jobs }) => ({
              global,
              kafka: { topics: kafka },
              ...(flink.length > 0 && {
                flink: { mode: shape.flinkMode, jobs: jobs.flink },
              }),
              ...(spark.length > 0 && {
                spark: { mode: shape.sparkMode, jobs: jobs.spark },
              }),
            })),
          gitops: arbitraryGitops(),
          ci: fc.uniqueArray(fc.constantFrom('github', 'gitlab'), {
            minLength: 1,
          }),
        },
        { requiredKeys: ['pipeline', 'environments', 'values'] },
      );
    });
}

function arbitraryAbout(): fc.Arbitrary<PipelineSpec['pipeline']> {
  return fc.record(
    {
      name: fc.constantFrom('orders', 'on', 'y', 'null', 'a-1'),
      owner: fc.constantFrom('group:default/data-team', 'team-a'),
      title: awkwardText(),
      description: awkwardText(),
    },
    { requiredKeys: ['name', 'owner'] },
  );
}

function arbitraryGlobal(isExternal: boolean): fc.Arbitrary<JsonObject> {
  const authentication = fc.constantFrom<JsonObject>(
    { authentication: 'none' },
    {
      authentication: 'scram-sha-512',
      credentials: { via: 'kafka-access' },
    },
  );
  const storage = fc.constant({ uri: 's3://state/pipelines' });
  const external = fc.constant<JsonObject>({
    mode: 'external',
    bootstrapServers: 'kafka.example.com:9092',
    authentication: 'none',
  });
  const strimzi = authentication.map(chosen => ({
    mode: 'strimzi',
    cluster: 'analytics',
    namespace: 'kafka',
    bootstrapServers: 'analytics-kafka-bootstrap.kafka:9092',
    ...chosen,
  }));
  return fc.record({
    profile: fc.constant('dev'),
    kafka: isExternal ? external : strimzi,
    storage,
  });
}

function arbitraryTopics(names: string[], isExternal: boolean) {
  const declared = optional({
    partitions: fc.integer({ min: 1, max: 100 }),
    replicas: fc.integer({ min: 1, max: 3 }),
    retention: fc.constantFrom('7d', '12h', '30m'),
    config: fc.constant({ 'cleanup.policy': 'compact' }),
  });
  const external = fc.constant<JsonObject>({ external: true });
  return entries(names, () =>
    isExternal
      ? external
      : fc.oneof({ weight: 3, arbitrary: declared }, external),
  );
}

function arbitraryEnvironments(options: { flink: string[]; topics: string[] }) {
  const { flink, topics } = options;
  return fc
    .subarray(ENVIRONMENTS, { minLength: 1, maxLength: 3 })
    .chain(names =>
      fc.tuple(
        ...names.map(name =>
          fc
            .record(
              {
                cluster: fc.constantFrom(...CLUSTERS),
                values: arbitraryDifferences(flink, topics),
              },
              { requiredKeys: ['cluster'] },
            )
            .map(
              place => [name, { ...place, namespace: `data-${name}` }] as const,
            ),
        ),
      ),
    )
    .map(all => Object.fromEntries(all));
}

/** What one environment has otherwise. */
function arbitraryDifferences([job]: string[], topics: string[]) {
  const more = fc.integer({ min: 1, max: 8 });
  const differences: fc.Arbitrary<JsonObject>[] = [
    fc.constant({ global: { storage: { uri: 's3://other/pipelines' } } }),
    more.map(partitions => ({
      kafka: { topics: Object.fromEntries([[topics[0], { partitions }]]) },
    })),
  ];
  if (job) {
    differences.push(
      awkwardText().map(description => ({
        flink: { jobs: { [job]: { description } } },
      })),
      more.map(parallelism => ({
        flink: { jobs: { [job]: { parallelism } } },
      })),
    );
  }
  return fc.oneof(...differences);
}

function arbitraryGitops(): fc.Arbitrary<NonNullable<PipelineSpec['gitops']>> {
  return fc.record(
    {
      tool: fc.constantFrom('argocd', 'flux'),
      repoUrl: awkwardText().map(
        text => `https://git.example.com/${encodeURIComponent(text)}`,
      ),
      branch: fc.constantFrom('main', 'release/1.0', 'on', '007'),
      namespace: fc.constantFrom('gitops', 'on'),
    },
    { requiredKeys: ['tool', 'repoUrl'] },
  );
}

/** A map with these keys, whatever they are called. */
function entries(
  names: string[],
  value: () => fc.Arbitrary<JsonObject>,
): fc.Arbitrary<JsonObject> {
  return fc
    .tuple(...names.map(name => value().map(made => [name, made] as const)))
    .map(all => Object.fromEntries(all));
}
