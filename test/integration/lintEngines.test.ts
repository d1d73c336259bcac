import fs from 'node:fs';
import path from 'node:path';
import {
  lint,
  PipelineValues,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { parse } from 'yaml';
import { Renderer } from './charts/renderer';

const charts = path.resolve(__dirname, '../../charts');
const renderer = new Renderer('helm4');

interface Tree {
  [key: string]: unknown;
}

function merged(base: Tree, over: Tree): Tree {
  return Object.entries(over).reduce((result, [key, value]) => {
    const before = result[key];
    const both = [before, value].every(
      one => typeof one === 'object' && one !== null && !Array.isArray(one),
    );
    return {
      ...result,
      [key]: both ? merged(before as Tree, value as Tree) : value,
    };
  }, base);
}

/** Whom a value is about, such as `values.flink.jobs.sum.parallelism`. */
function jobIn(value: string): string {
  return /\.(?:jobs|sessions|connect)\.([^.]+)/.exec(value)?.[1] ?? 'all';
}

/** Rules that find something once more values lie over one of our charts' cases: `rule job`. */
async function newlyFound(name: string, extra: Tree): Promise<string[]> {
  const [chart, file] = name.split('/');
  const text = fs.readFileSync(
    path.join(charts, chart, 'ci', `${file}-values.yaml`),
    'utf8',
  );
  const check = async (values: Tree, more: Tree) =>
    lint({
      objects: await renderer.case(name, more),
      values: values as PipelineValues,
      profile: 'regulated',
    })
      .filter(({ rule }) => rule.startsWith(chart))
      .map(({ rule, value = '' }) => `${rule} ${jobIn(value)}`);
  const given = parse(text) as Tree;
  const before = await check(given, {});
  const after = await check(merged(given, extra), extra);
  return [...new Set(after)].filter(found => !before.includes(found)).sort();
}

/** What a person breaks in the values, and Helm still renders. */
describe('lint of what a hand edit breaks', () => {
  beforeAll(() => renderer.start());
  afterAll(() => renderer.stop());

  it("finds it in jobs of Flink's operator", async () => {
    const found = await newlyFound('flink/operator-prod', {
      flink: {
        jobs: {
          sessionize: {
            parallelism: 400,
            maxParallelism: 720,
            checkpoints: {
              timeout: '30s',
              tolerableFailures: 0,
              retained: 1,
              keepOnCancel: false,
            },
            state: { incremental: false, managedFraction: 0.05 },
            restart: { strategy: 'fixed-delay' },
            allowNonRestoredState: true,
            jobManager: { memory: '700m' },
            override: {
              spec: {
                ingress: { annotations: null },
                serviceAccount: 'default',
                flinkConfiguration: {
                  'metrics.reporter.prom.factory.class': null,
                  'execution.checkpointing.interval': '11m',
                  'execution.checkpointing.min-pause': null,
                  'high-availability.type': null,
                  'kubernetes.cluster-id': 'mine',
                  'kubernetes.operator.pod-template.merge-arrays-by-name': null,
                },
              },
            },
          },
          restored: {
            upgrade: 'stateless',
            filesystemPlugin: 'enable',
            flinkRelease: '1.20.4',
            taskManager: { memory: '900m', slots: 8 },
            objects: {
              networkPolicy: {
                override: { spec: { ingress: [{ ports: [{ port: 8081 }] }] } },
              },
            },
          },
        },
      },
    });
    expect(found).toEqual([
      'flink-checkpoint-failures sessionize',
      'flink-checkpoint-interval sessionize',
      'flink-checkpoint-pause sessionize',
      'flink-checkpoint-retained sessionize',
      'flink-checkpoint-timeout sessionize',
      'flink-dropped-state sessionize',
      'flink-filesystem-plugin restored',
      'flink-high-availability sessionize',
      'flink-incremental-checkpoints sessionize',
      'flink-ingress sessionize',
      'flink-jobmanager-memory sessionize',
      'flink-metrics sessionize',
      'flink-refused-settings sessionize',
      'flink-rest-reachable restored',
      'flink-restart-strategy sessionize',
      'flink-service-account sessionize',
      'flink-taskmanager-memory restored',
      'flink-template-merge sessionize',
      'flink-transaction-timeout sessionize',
      'flink-upgrade-mode restored',
    ]);
  });

  it('finds it in jobs of Flink without an operator', async () => {
    const found = await newlyFound('flink/standalone-prod', {
      flink: {
        jobs: {
          sessionize: {
            checkpoints: { interval: '2h' },
            allowNonRestoredState: true,
            objects: {
              configuration: { override: {} },
              taskManager: { override: { spec: { replicas: 1 } } },
            },
          },
        },
      },
    });
    expect(found).toEqual([
      'flink-checkpoint-interval sessionize',
      'flink-dropped-state sessionize',
      'flink-task-slots sessionize',
    ]);
  });

  it("finds it in jobs of Kubeflow's operator", async () => {
    const found = await newlyFound('spark/kubeflow-prod', {
      spark: {
        eventLog: { enabled: false },
        jobs: {
          backfill: {
            type: 'Python',
            driver: { memory: '400m' },
            executor: { memoryOverhead: '512m' },
            timeToLiveSeconds: 60,
            restart: { policy: 'Always' },
            pod: {
              tolerations: { spot: { key: 'spot', operator: 'Exists' } },
            },
            override: {
              spec: {
                mode: 'client',
                dynamicAllocation: { shuffleTrackingEnabled: false },
                sparkConf: {
                  'spark.master': 'local',
                  'spark.decommission.enabled': 'false',
                },
              },
            },
          },
          daily: {
            schedule: '*/5 2 * * *',
            concurrency: 'Allow',
            history: { failed: 0 },
            suspend: true,
            override: { spec: { timeZone: null } },
          },
          sum: {
            restart: { policy: 'OnFailure' },
            override: {
              spec: {
                dynamicAllocation: { enabled: true },
                sparkConf: {
                  'spark.sql.streaming.checkpointLocation': 'file:///tmp/prod',
                },
              },
            },
          },
        },
      },
    });
    expect(found).toEqual([
      'spark-checkpoint-location sum',
      'spark-denied-properties backfill',
      'spark-deploy-mode backfill',
      'spark-dynamic-allocation-limit sum',
      'spark-event-log all',
      'spark-memory-minimum backfill',
      'spark-memory-overhead backfill',
      'spark-restart-policy backfill',
      'spark-restart-policy sum',
      'spark-schedule-concurrency daily',
      'spark-schedule-frequency daily',
      'spark-schedule-history daily',
      'spark-schedule-time-zone daily',
      'spark-shuffle-data backfill',
      'spark-spot-driver backfill',
      'spark-spot-executors backfill',
      'spark-streaming-allocation sum',
      'spark-suspended daily',
      'spark-time-to-live backfill',
    ]);
  });

  it("finds it in jobs of Apache's operator", async () => {
    const found = await newlyFound('spark/apache-prod', {
      spark: {
        jobs: {
          nightly: {
            schedule: '*/2 * * * *',
            concurrency: 'Allow',
            executor: { memory: '256m' },
          },
          summing: {
            restart: { policy: 'Never' },
            override: {
              spec: { sparkConf: { 'spark.executor.instances': '0' } },
            },
          },
        },
      },
    });
    expect(found).toEqual([
      'spark-executors summing',
      'spark-memory-minimum nightly',
      'spark-restart-policy summing',
      'spark-schedule-concurrency nightly',
      'spark-schedule-frequency nightly',
    ]);
  });

  it('finds it in jobs that spark-submit starts', async () => {
    const found = await newlyFound('spark/submit-prod', {
      spark: {
        jobs: {
          nightly: { concurrency: 'Allow', executor: { memory: '256m' } },
          balance: {
            restart: { policy: 'OnFailure' },
            sparkConf: {
              'spark.sql.streaming.checkpointLocation': 'file:///tmp/prod',
              'spark.eventLog.rolling.enabled': 'false',
            },
          },
        },
      },
    });
    expect(found).toEqual([
      'spark-checkpoint-location balance',
      'spark-event-log-rolling balance',
      'spark-memory-minimum nightly',
      'spark-restart-policy balance',
      'spark-schedule-concurrency nightly',
    ]);
  });
});

describe('lint', () => {
  it("knows the Flink versions of the platform's operator", () => {
    const operators = parse(
      fs.readFileSync(
        path.join(charts, 'platform/files/operators.yaml'),
        'utf8',
      ),
    ) as Record<string, { engine?: { chart: string; versions?: string[] } }>;
    const versions = Object.values(operators)
      .flatMap(({ engine }) => (engine?.chart === 'flink' ? engine : []))
      .flatMap(({ versions: known = [] }) => known);
    expect(versions.length).toBeGreaterThan(0);
    const refused = lint({
      objects: [...versions, 'v1_14', 'v2_3'].map(flinkVersion => ({
        apiVersion: 'flink.apache.org/v1beta1',
        kind: 'FlinkDeployment',
        metadata: { name: flinkVersion },
        spec: { flinkVersion },
      })),
      values: {},
    }).filter(({ rule }) => rule === 'flink-version');
    expect(refused.map(({ object }) => object?.name)).toEqual([
      'v1_14',
      'v2_3',
    ]);
  });
});
