import { parse } from 'yaml';
import { FlinkJob, FlinkSettings, settingsOf } from '../compare/flinkSpec';
import { ownArgs, savepointIn } from '../../resources/standaloneArgs';
import { ObjectOf, RenderedPipeline } from '../RenderedPipeline';
import type { FlinkRole, FlinkWorkload } from './flink';
import { FlinkStatefulSetSpec } from './flinkSpecs';
import { parsedText } from './parsedText';

type StatefulSet = ObjectOf<FlinkStatefulSetSpec>;
type ConfigMap = ObjectOf<object>;

const JOB = 'headworks.dev/job';

/** Jobs whose JobManager and TaskManagers are StatefulSets; their settings are in a ConfigMap. */
export function standaloneJobs(pipeline: RenderedPipeline): FlinkWorkload[] {
  const sets = pipeline.all<FlinkStatefulSetSpec>('apps', 'StatefulSet');
  const maps = pipeline.all<object>('', 'ConfigMap');
  return sets
    .filter(set => argsOf(set)[0] === 'standalone-job')
    .map(jobManager =>
      standaloneJob(
        jobManager,
        sets.find(
          set => argsOf(set)[0] === 'taskmanager' && isBeside(set, jobManager),
        ),
        maps.find(
          map => map.data?.['config.yaml'] && isBeside(map, jobManager),
        ),
      ),
    );
}

function standaloneJob(
  jobManager: StatefulSet,
  taskManager: StatefulSet | undefined,
  configMap: ConfigMap | undefined,
): FlinkWorkload {
  const flinkConfiguration = parsedText<FlinkSettings>(
    configMap?.data?.['config.yaml'],
    parse,
  );
  const settings = settingsOf({ flinkConfiguration });
  const pod = jobManager.spec.template?.spec;
  return {
    name: jobManager.metadata.labels?.[JOB] ?? jobManager.metadata.name,
    shape: 'application',
    operated: false,
    object: configMap ?? jobManager,
    at: key => `data.config.yaml.${key}`,
    settings,
    job: jobOf(jobManager, settings),
    image: pod?.containers?.[0]?.image,
    serviceAccount: pod?.serviceAccountName,
    jobManager: role(
      jobManager,
      settings.get('jobmanager.memory.process.size'),
    ),
    ...(taskManager && {
      taskManager: role(
        taskManager,
        settings.get('taskmanager.memory.process.size'),
      ),
    }),
  };
}

function jobOf(
  jobManager: StatefulSet,
  settings: ReadonlyMap<string, string>,
): FlinkJob {
  const args = argsOf(jobManager);
  const ours = ownArgs(args);
  const after = (flag: string) => ours[ours.indexOf(flag) + 1];
  const parallelism = settings.get('parallelism.default');
  return {
    jarURI: ours.includes('--jars') ? after('--jars') : undefined,
    parallelism: parallelism === undefined ? undefined : Number(parallelism),
    state: jobManager.spec.replicas === 0 ? 'suspended' : 'running',
    allowNonRestoredState: ours.includes('--allowNonRestoredState'),
    initialSavepointPath: savepointIn(args),
  };
}

function role(set: StatefulSet, memory: string | undefined): FlinkRole {
  const limit =
    set.spec.template?.spec?.containers?.[0]?.resources?.limits?.[
      'ephemeral-storage'
    ];
  return {
    object: set,
    replicas: set.spec.replicas,
    memory,
    ephemeralStorage: limit === undefined ? undefined : `${limit}`,
    pod: set.spec.template ?? {},
  };
}

function argsOf({ spec }: StatefulSet): string[] {
  return spec.template?.spec?.containers?.[0]?.args ?? [];
}

function isBeside(
  one: ConfigMap | StatefulSet,
  other: ConfigMap | StatefulSet,
): boolean {
  return (
    one.metadata.labels?.[JOB] === other.metadata.labels?.[JOB] &&
    one.metadata.namespace === other.metadata.namespace
  );
}
