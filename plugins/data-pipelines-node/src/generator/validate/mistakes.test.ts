import {
  GeneratedFile,
  PipelineSpec,
} from '@headworks/backstage-plugin-data-pipelines-common';
import {
  ourCharts,
  sampleSpec,
  sparkJob,
  values,
} from '../__testUtils__/sample';
import { validateSpec } from './validateSpec';

let charts: GeneratedFile[];
beforeAll(async () => {
  charts = await ourCharts();
});

/** Each mistake has exactly the problems that belong to it. */
describe('validateSpec', () => {
  it.each<[string, (of: PipelineSpec) => void, string[]]>([
    [
      'what the umbrella writes itself',
      of => {
        values(of).global.pipeline = { name: 'other', owner: 'x' };
        of.environments.dev.values = { global: { environment: 'prod' } };
      },
      [
        'values.global.pipeline: is written from the rest of the specification',
        'environments.dev.values.global.environment: is written from the rest of the specification',
      ],
    ],
    [
      'a key that is not there in this place',
      of => {
        values(of).flink.jobs.sum.frobnicate = true;
      },
      ['values.flink.jobs.sum.frobnicate: is not known here'],
    ],
    [
      'a misspelt choice',
      of => {
        values(of).flink.jobs.sum.upgrade = 'savepont';
      },
      [
        'values.flink.jobs.sum.upgrade: is not one of the possible values; did you mean "savepoint"?',
      ],
    ],
    [
      'a misspelt topic',
      of => {
        values(of).flink.jobs.sum.reads = ['purchase'];
      },
      [
        'values.flink.jobs.sum.reads: nobody declares the topic "purchase"; did you mean "purchases"?',
      ],
    ],
    [
      'a number where a text is wanted',
      of => {
        values(of).flink.jobs.sum.args = [1] as unknown as string[];
      },
      ['values.flink.jobs.sum.args.0: must be a text'],
    ],
    [
      'a value of no form, in one sentence',
      of => {
        values(of).flink.jobs.sum.env = { LEVEL: 3 };
      },
      [
        'values.flink.jobs.sum.env.LEVEL: is neither a text nor a map with secret and key nor a map with configMap and key',
      ],
    ],
    [
      'a value of almost one form, by that form',
      of => {
        values(of).flink.jobs.sum.env = { LEVEL: { secret: 's', kee: 'k' } };
      },
      [
        'values.flink.jobs.sum.env.LEVEL.key: is missing',
        'values.flink.jobs.sum.env.LEVEL.kee: is not known here; did you mean "key"?',
      ],
    ],
    [
      'a topic that Kafka cannot have',
      of => {
        values(of).kafka.topics['a b'] = {};
        values(of).kafka.topics.x = { retention: 'a week' };
      },
      [
        "values.kafka.topics.a b: not a topic's name",
        'values.kafka.topics.x.retention: not a duration',
      ],
    ],
    [
      'two topics that Kafka cannot tell apart',
      of => {
        values(of).kafka.topics['a.b'] = {};
        values(of).kafka.topics.a_b = {};
      },
      [
        'values.kafka.topics.a_b: Kafka cannot tell it from "a.b": in its metrics a dot is an underscore',
      ],
    ],
    [
      'a topic that is only dots',
      of => {
        values(of).kafka.topics['..'] = {};
      },
      ['values.kafka.topics...: no object in Kubernetes can be named after it'],
    ],
    [
      'a Flink and a Spark job with one name',
      of => {
        values(of).spark = { jobs: { sum: sparkJob() } };
      },
      ['values.spark.jobs.sum: a Flink job has the same name'],
    ],
    [
      'two environments in one place',
      of => {
        of.environments.test = { cluster: 'east', namespace: 'data' };
      },
      [
        'environments.test: goes to the same cluster and namespace as "dev", where one would replace the other',
      ],
    ],
    [
      'what is wrong in one environment, there',
      of => {
        of.environments.prod = {
          cluster: 'west',
          namespace: 'data',
          values: {
            kafka: { topics: { purchases: { partitions: 0 } } },
            flink: { jobs: { sum: { paralelism: 8 } } },
          },
        };
      },
      [
        'environments.prod.values.kafka.topics.purchases.partitions: must be at least 1',
        'environments.prod.values.flink.jobs.sum.paralelism: is not known here; did you mean "parallelism"?',
      ],
    ],
    [
      'what one environment takes away from a job',
      of => {
        of.environments.prod = {
          cluster: 'west',
          namespace: 'data',
          values: { kafka: { topics: { purchases: { enabled: false } } } },
        };
      },
      [
        'environments.prod.values.flink.jobs.sum.reads: the topic "purchases" is disabled',
      ],
    ],
    [
      'what is wrong for all environments, once',
      of => {
        of.environments.prod = { cluster: 'west', namespace: 'data' };
        values(of).kafka.topics.purchases.partitions = 0;
      },
      ['values.kafka.topics.purchases.partitions: must be at least 1'],
    ],
    [
      'two jobs with one consumer group',
      of => {
        const { sum } = values(of).flink.jobs;
        values(of).flink.jobs = {
          one: { ...sum, args: ['--group.id=shared'] },
          two: { ...sum, args: ['--group-id', 'shared'] },
          three: { ...sum, env: { KAFKA_GROUP_ID: 'orders-dev-four' } },
        };
        values(of).spark = { jobs: { four: sparkJob({ reads: ['totals'] }) } };
      },
      [
        'environments.dev.values.flink.jobs.two: has the consumer group "shared", as the job "one" in dev has',
        'environments.dev.values.spark.jobs.four: has the consumer group "orders-dev-four", as the job "three" in dev has',
      ],
    ],
    [
      'two environments whose jobs have one consumer group in one Kafka',
      of => {
        const { sum } = values(of).flink.jobs;
        values(of).flink.jobs = { sum, 'b-sum': { ...sum } };
        of.environments = {
          a: { cluster: 'east', namespace: 'a' },
          'a-b': { cluster: 'east', namespace: 'b' },
        };
      },
      [
        'environments.a-b.values.flink.jobs.sum: has the consumer group "orders-a-b-sum", as the job "b-sum" in a has',
      ],
    ],
    [
      'a password in an address',
      of => {
        of.gitops = {
          tool: 'argocd',
          repoUrl: 'https://me:secret@git.example.com/orders',
        };
      },
      [
        'gitops.repoUrl: holds a user and a password, which everybody who reads the repository would see',
      ],
    ],
    [
      'an address that Flux does not know',
      of => {
        of.gitops = { tool: 'flux', repoUrl: 'git@git.example.com:orders' };
      },
      ['gitops.repoUrl: Flux takes no such address'],
    ],
    [
      'CI where nobody reads it',
      of => {
        of.gitops = {
          tool: 'argocd',
          repoUrl: 'https://git.example.com/all',
          path: 'pipelines/orders',
        };
        of.ci = ['github'];
      },
      [
        'ci: CI reads its files at the top of a repository, and the chart is in pipelines/orders',
      ],
    ],
    [
      'a folder outside the repository',
      of => {
        of.gitops = {
          tool: 'argocd',
          repoUrl: 'https://git.example.com/all',
          path: '../orders',
          branch: 'a b',
        };
        of.chart = { source: 'https://example.com/charts' };
      },
      [
        'chart.source: not a source of charts',
        'gitops.branch: not a branch',
        'gitops.path: not a folder of the repository',
      ],
    ],
    [
      'half a character, which no file can hold',
      of => {
        of.pipeline.title = 'a\ud83d';
      },
      ['pipeline.title: holds half a character'],
    ],
    [
      'characters that readers of YAML refuse',
      of => {
        of.pipeline.title = 'a\tb\r\n\u200b💥';
        of.pipeline.description = 'a\u0007';
        values(of).flink.jobs.sum.args = ['\ufeffa', '\u2028', 'a\uffff'];
      },
      [
        'pipeline.description: holds the invisible character U+0007',
        'values.flink.jobs.sum.args.0: holds the invisible character U+FEFF',
        'values.flink.jobs.sum.args.1: holds the invisible character U+2028',
        'values.flink.jobs.sum.args.2: holds the invisible character U+FFFF',
      ],
    ],
    [
      'a key that YAML merges',
      of => {
        values(of).flink.jobs.sum.flinkConfiguration = { '<<': 'x' };
      },
      [
        'values.flink.jobs.sum.flinkConfiguration.<<: is no key: in YAML it merges another map',
      ],
    ],
  ])('refuses %s', (_, change, expected) => {
    const problems = validateSpec(sampleSpec(change), charts).map(
      ({ path, problem }) => `${path}: ${problem}`,
    );
    expect(problems.sort()).toEqual([...expected].sort());
  });
});
