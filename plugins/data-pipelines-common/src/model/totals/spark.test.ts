import { totals } from './__testUtils__/totals';

describe('totalsOf Spark', () => {
  const kubeflow = (spec: string, kind = 'SparkApplication') => `
    apiVersion: sparkoperator.k8s.io/v1beta2
    kind: ${kind}
    metadata: { name: sum }
    spec: ${spec}`;

  it('adds a tenth of the memory, and 384 MiB at least', () => {
    expect(
      totals(
        kubeflow(
          `{ driver: { cores: 1, memory: 1g }, executor: { instances: 2, cores: 2, memory: 10g } }`,
        ),
      ),
    ).toEqual([3, 5, 1 + 384 / 1024 + 2 * 11, 0]);
  });

  it('adds two fifths for Python, and one executor by default', () => {
    expect(
      totals(
        kubeflow(
          `{ type: Python, driver: { memory: 5g }, executor: { memory: 5g } }`,
        ),
      ),
    ).toEqual([2, 2, 14, 0]);
  });

  it('prefers what is said: request, overhead, factor', () => {
    expect(
      totals(
        kubeflow(`{
          memoryOverheadFactor: "0.5",
          driver: { memory: 2g, coreRequest: 500m },
          executor: { memory: 2g, memoryOverhead: 2g, instances: 1 }
        }`),
      ),
    ).toEqual([2, 1.5, 7, 0]);
  });

  it('counts the most executors that dynamic allocation may ask for', () => {
    const dynamic = (most: string) =>
      kubeflow(`{
        driver: { memory: 10g },
        executor: { memory: 10g },
        dynamicAllocation: { enabled: true, initialExecutors: 1, ${most} }
      }`);
    expect(totals(dynamic('maxExecutors: 4'))).toEqual([5, 5, 55, 0]);
    expect(totals(dynamic(''))).toEqual([1, 1, 11, 0, 'SparkApplication/sum']);
  });

  it('counts one run of a schedule, and none while it is suspended', () => {
    const spec = `{ driver: { memory: 10g }, executor: { memory: 10g } }`;
    const scheduled = (more: string) =>
      kubeflow(
        `{ schedule: '0 3 * * *', ${more} template: ${spec} }`,
        'ScheduledSparkApplication',
      );
    expect(totals(scheduled(''))).toEqual([2, 2, 22, 0]);
    expect(totals(scheduled('suspend: true,'))).toEqual([0, 0, 0, 0]);
  });

  it('counts the server of Spark Connect', () => {
    expect(
      totals(
        kubeflow(
          `{ server: { memory: 10g }, executor: { memory: 10g, instances: 2 } }`,
          'SparkConnect',
        ),
      ),
    ).toEqual([3, 3, 33, 0]);
  });

  it('reads the properties of Apache’s operator, where 2 executors are the default', () => {
    const apache = (conf: string) => `
      apiVersion: spark.apache.org/v1
      kind: SparkApplication
      metadata: { name: sum }
      spec:
        jars: local:///opt/app.jar
        sparkConf: ${conf}
        executorSpec:
          podTemplateSpec:
            spec:
              containers:
                - { name: spark-kubernetes-executor }
                - { name: agent, resources: { requests: { cpu: 100m, memory: 1Gi } } }`;
    expect(
      totals(
        apache(`{
          spark.driver.memory: 10g,
          spark.executor.memory: 10g,
          spark.executor.cores: "2",
          spark.kubernetes.driver.request.cores: 500m
        }`),
      ),
    ).toEqual([3, 4.7, 35, 0]);
    expect(
      totals(
        apache(`{
          spark.driver.memory: 10g,
          spark.executor.memory: 10g,
          spark.executor.instances: "1",
          spark.executor.pyspark.memory: 1g,
          spark.memory.offHeap.enabled: "true",
          spark.memory.offHeap.size: 2g,
          spark.kubernetes.executor.volumes.persistentVolumeClaim.spill.options.claimName: OnDemand,
          spark.kubernetes.executor.volumes.persistentVolumeClaim.spill.options.sizeLimit: 50Gi
        }`),
      ),
    ).toEqual([2, 2.1, 26, 50]);
  });

  it('counts the application that a schedule of Apache’s operator makes', () => {
    expect(
      totals(`
        apiVersion: batch/v1
        kind: CronJob
        metadata: { name: sum }
        spec:
          jobTemplate:
           spec:
            template:
             spec:
              containers:
                - { name: runner, resources: { requests: { cpu: 50m, memory: 1Gi } } }
              volumes: [{ name: files, configMap: { name: sum } }]
---
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: sum }
        data:
          application.json: |
            { "spec": { "pyFiles": "local:///opt/a.py", "sparkConf": {
              "spark.driver.memory": "5g", "spark.executor.memory": "5g" } } }`),
    ).toEqual([4, 3.05, 22, 0]);
  });

  it('counts the runner and what it submits with its ConfigMap', () => {
    const runner = `
          containers:
            - { name: runner, args: [submit.sh, 'local:///opt/app/sum.py'], resources: { requests: { cpu: 50m, memory: 1Gi } } }
          volumes: [{ name: files, configMap: { name: sum } }]`;
    const config = `
---
      apiVersion: v1
      kind: ConfigMap
      metadata: { name: sum }
      data:
        spark.properties: |
          spark.driver.memory=5g
          spark.executor.memory=5g
          spark.executor.instances=2
          spark.app.name=a=b`;
    expect(
      totals(`
      apiVersion: batch/v1
      kind: Job
      metadata: { name: sum }
      spec:
        template:
         spec: ${runner}${config}`),
    ).toEqual([4, 3.05, 22, 0]);
    expect(
      totals(`
      apiVersion: batch/v1
      kind: CronJob
      metadata: { name: sum }
      spec:
        suspend: true
        jobTemplate: { spec: { template: { spec: {} } } }${config}`),
    ).toEqual([0, 0, 0, 0]);
  });
});
