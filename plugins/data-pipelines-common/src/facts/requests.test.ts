import { apacheRequests, flinkRequests, kubeflowRequests } from './requests';

const metadata = { name: 'x', namespace: 'data', labels: {}, annotations: {} };
const GIB = 1024 ** 3;

describe('flinkRequests', () => {
  const spec = {
    job: {},
    jobManager: { resource: { cpu: 0.5, memory: '1536m' } },
    taskManager: { resource: { cpu: 2, memory: '4g' } },
  };

  it('counts as many TaskManagers as the operator says the job needs', () => {
    expect(
      flinkRequests({
        kind: 'FlinkDeployment',
        metadata,
        spec,
        status: { taskManager: { replicas: 2 } },
      }),
    ).toEqual({ cpu: 4.5, memory: 9.5 * GIB });
  });

  it('counts the declared ones in standalone mode, and several JobManagers', () => {
    expect(
      flinkRequests({
        kind: 'FlinkDeployment',
        metadata,
        spec: {
          ...spec,
          mode: 'standalone',
          jobManager: { ...spec.jobManager, replicas: 2 },
          taskManager: { ...spec.taskManager, replicas: 3 },
        },
      }),
    ).toEqual({ cpu: 7, memory: 15 * GIB });
  });

  it.each([
    ['how many TaskManagers it makes', spec, undefined],
    ['a size', { job: {} }, { taskManager: { replicas: 2 } }],
    [
      'any pod, being suspended',
      { ...spec, job: { state: 'suspended' } },
      { taskManager: { replicas: 2 } },
    ],
  ])('says nothing where the job does not have %s', (_, given, status) => {
    expect(
      flinkRequests({ kind: 'FlinkDeployment', metadata, spec: given, status }),
    ).toBeUndefined();
  });
});

describe('kubeflowRequests', () => {
  it('adds driver and executors up, with the overhead that Spark adds', () => {
    expect(
      kubeflowRequests({
        type: 'Python',
        driver: { cores: 1, memory: '1g', memoryOverhead: '512m' },
        executor: {
          cores: 2,
          coreRequest: '1500m',
          memory: '5g',
          instances: 2,
        },
      }),
    ).toEqual({ cpu: 4, memory: (1.5 + 2 * 7) * GIB });
  });

  it('says nothing where Spark decides how many executors there are', () => {
    const executor = { cores: 1, memory: '1g', instances: 2 };
    expect(
      kubeflowRequests({ executor, dynamicAllocation: { enabled: true } }),
    ).toBeUndefined();
    expect(
      kubeflowRequests({
        executor,
        sparkConf: { 'spark.dynamicAllocation.enabled': 'true' },
      }),
    ).toBeUndefined();
  });
});

describe('apacheRequests', () => {
  it('reads the properties of Spark', () => {
    expect(
      apacheRequests({
        kind: 'SparkApplication',
        metadata,
        spec: {
          jars: 'local:///opt/report.jar',
          sparkConf: {
            'spark.executor.instances': '3',
            'spark.driver.memory': '1g',
            'spark.driver.memoryOverhead': '1g',
            'spark.executor.memory': '2g',
            'spark.executor.memoryOverhead': '1g',
            'spark.executor.cores': '2',
          },
        },
      }),
    ).toEqual({ cpu: 7, memory: 11 * GIB });
  });
});
