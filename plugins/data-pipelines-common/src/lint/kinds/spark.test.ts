import { parse } from 'yaml';
import { PipelineValues } from '../../model/spec';
import { RenderedPipeline } from '../RenderedPipeline';
import { sparkRuns, sparkValue } from './spark';

const runs = (text: string, values: PipelineValues = {}) =>
  sparkRuns(new RenderedPipeline({ objects: parse(text), values }));

describe('sparkRuns', () => {
  it("reads fields of Kubeflow's operator as the properties that they are", () => {
    const [run] = runs(`
- apiVersion: sparkoperator.k8s.io/v1beta2
  kind: ScheduledSparkApplication
  metadata: { name: shop-sum, labels: { headworks.dev/job: sum } }
  spec:
    schedule: 0 3 * * *
    suspend: true
    template:
      type: Python
      sparkConf: { spark.sql.shuffle.partitions: 8 }
      dynamicAllocation: { enabled: true, shuffleTrackingEnabled: false }
      driver: { memory: 1g, serviceAccount: shop-sum }
      restartPolicy: { type: OnFailure, onFailureRetries: 2 }
`);
    expect(Object.fromEntries(run.properties)).toEqual({
      'spark.sql.shuffle.partitions': '8',
      'spark.dynamicAllocation.enabled': 'true',
      'spark.dynamicAllocation.shuffleTracking.enabled': 'false',
      'spark.driver.memory': '1g',
      'spark.kubernetes.authenticate.driver.serviceAccountName': 'shop-sum',
    });
    expect(run.at('spark.driver.memory')).toBe('spec.template.driver.memory');
    expect(run.at('spark.sql.shuffle.partitions')).toBe(
      'spec.template.sparkConf.spark.sql.shuffle.partitions',
    );
    expect(run).toMatchObject({
      name: 'sum',
      language: 'Python',
      suspended: true,
      restart: { policy: 'OnFailure', retries: 2 },
      schedule: { cron: '0 3 * * *', suspended: true },
    });
  });

  it("calls a Spark Connect server's driver its server", () => {
    const [run] = runs(`
- apiVersion: sparkoperator.k8s.io/v1alpha1
  kind: SparkConnect
  metadata: { name: shop-notes, labels: { headworks.dev/job: notes } }
  spec: { server: { memory: 4g } }
`);
    expect(run.connect).toBe(true);
    expect(run.at('spark.driver.memory')).toBe('spec.server.memory');
    expect(sparkValue(run, 'driver.memory')).toBe(
      'values.spark.connect.notes.server.memory',
    );
  });

  it("reads a schedule of Apache's operator from its CronJob and ConfigMap", () => {
    const [run] = runs(`
- apiVersion: batch/v1
  kind: CronJob
  metadata: { name: shop-sum, namespace: a }
  spec: { schedule: 30 2 * * *, timeZone: Europe/Berlin, failedJobsHistoryLimit: 7 }
- apiVersion: v1
  kind: ConfigMap
  metadata: { name: shop-sum, namespace: a, labels: { headworks.dev/job: sum } }
  data:
    application.json: |
      { "spec": {
        "mainClass": "org.apache.spark.deploy.PythonRunner",
        "sparkConf": { "spark.driver.memory": "2g" },
        "applicationTolerations": { "ttlAfterStopMillis": 60000, "restartConfig": { "restartPolicy": "Always" } }
      } }
`);
    expect(run).toMatchObject({
      name: 'sum',
      operator: 'apache',
      language: 'Python',
      restart: { policy: 'Always' },
      timeToLive: { seconds: 60 },
      schedule: { timeZone: 'Europe/Berlin', failed: 7 },
    });
    expect(run.at('spark.driver.memory')).toBe(
      'data.application.json.spec.sparkConf.spark.driver.memory',
    );
  });

  it('reads what spark-submit is given from its Job and ConfigMap', () => {
    const [run] = runs(
      `
- apiVersion: batch/v1
  kind: Job
  metadata: { name: shop-sum-1a }
  spec:
    backoffLimit: 2147483647
    template: { spec: { containers: [{ args: [/bin/bash, /etc/runner/submit.sh, --class, A, local:///a.jar, b.py] }] } }
- apiVersion: v1
  kind: ConfigMap
  metadata: { name: shop-sum-1a, labels: { headworks.dev/job: sum } }
  data:
    spark.properties: |-
      spark.driver.extraJavaOptions=-Da="b\\\\tc" -Dd=e
      spark.hadoop.fs.s3a.endpoint\\:x=https://a
    driver.yaml: 'spec: { serviceAccountName: shop-sum }'
`,
      { spark: { jobs: { sum: { streaming: true } as object } } },
    );
    expect(Object.fromEntries(run.properties)).toEqual({
      'spark.driver.extraJavaOptions': '-Da="b\\tc" -Dd=e',
      'spark.hadoop.fs.s3a.endpoint:x': 'https://a',
    });
    expect(run).toMatchObject({
      operator: 'submit',
      language: 'JVM',
      streaming: true,
      restart: { policy: 'Always', object: { kind: 'Job' } },
      driver: { template: { spec: { serviceAccountName: 'shop-sum' } } },
    });
  });
});
