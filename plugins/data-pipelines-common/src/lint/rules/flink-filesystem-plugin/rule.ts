import { compareVersions, numbersOf } from '../../compare/version';
import { envOf } from '../../kinds/enginePod';
import {
  FlinkWorkload,
  flinkClusters,
  podsOf,
  settingOf,
  valueOf,
} from '../../kinds/flink';
import {
  CHECKPOINTS_DIR,
  SAVEPOINTS_DIR,
  STORAGE_DIR,
} from '../../kinds/flinkKeys';
import { flinkValues } from '../../kinds/flinkValues';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const PLUGINS: Readonly<Record<string, string>> = {
  s3: 'flink-s3-fs-',
  s3a: 'flink-s3-fs-',
  s3p: 'flink-s3-fs-',
  gs: 'flink-gs-fs-',
  abfs: 'flink-azure-fs-',
  abfss: 'flink-azure-fs-',
};

export const rule: LintRule = {
  id: 'flink-filesystem-plugin',
  summary:
    'Flink has the plugin of the storage that it writes to, of its own version.',
  why: "The plugins are in the image but not switched on: without one the job fails at its first checkpoint, and with one of another version the image's entrypoint ends the pod.",
  check: pipeline =>
    flinkClusters(pipeline).flatMap(cluster => {
      const wanted = PLUGINS[schemeOf(cluster) ?? ''];
      const inImage =
        flinkValues(pipeline, cluster, 'filesystemPlugin') === 'image';
      const problem = wanted && problemOf(cluster, wanted, inImage);
      return problem
        ? violation((cluster.jobManager ?? cluster).object, {
            path: cluster.operated ? 'spec.podTemplate' : 'spec.template',
            problem,
            remedy:
              'Set filesystemPlugin to enable and flinkRelease to the version in the image, or filesystemPlugin to image where it has the plugin switched on.',
            value: valueOf(cluster, 'filesystemPlugin'),
          })
        : [];
    }),
};

function schemeOf(cluster: FlinkWorkload): string | undefined {
  const address = [CHECKPOINTS_DIR, SAVEPOINTS_DIR, [STORAGE_DIR]]
    .map(keys => settingOf(cluster, ...keys).value)
    .find(value => value !== undefined);
  return /^([a-z0-9]+):/.exec(address ?? '')?.[1];
}

function problemOf(cluster: FlinkWorkload, wanted: string, inImage: boolean) {
  const enabled = (envOf(podsOf(cluster), 'ENABLE_BUILT_IN_PLUGINS') ?? '')
    .split(';')
    .find(jar => jar.startsWith(wanted));
  if (enabled === undefined) {
    return (
      !inImage &&
      `it writes to ${schemeOf(
        cluster,
      )}://, and no plugin ${wanted}… is switched on`
    );
  }
  const version = enabled.slice(wanted.length);
  return (
    cluster.flinkVersion !== undefined &&
    numbersOf(version).length > 0 &&
    compareVersions(version, cluster.flinkVersion, 2) !== 0 &&
    `it switches on ${enabled}, but flinkVersion is ${cluster.flinkVersion}: there is no such file in the image`
  );
}
