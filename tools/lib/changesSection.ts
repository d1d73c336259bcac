import {
  Change,
  compare,
  RenderedObject,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Mode, rowsByMode } from './byMode';

/** What one side of a change says; both have the rest in common. */
interface Side {
  spec?: object;
  job?: object;
  settings?: object;
}

const sql = (name: string): Side => ({
  spec: {
    podTemplate: { spec: { volumes: [{ name: 'sql', configMap: { name } }] } },
  },
});
const maxParallelism = (value: number): Side => ({
  settings: { 'pipeline.max-parallelism': value },
});
const backend = (type: string): Side => ({
  settings: { 'state.backend.type': type },
});

const CHANGES: Record<string, [before: Side, after: Side]> = {
  'another image': [
    { spec: { image: 'orders:1' } },
    { spec: { image: 'orders:2' } },
  ],
  'a newer Flink': [
    { spec: { flinkVersion: 'v2_1' } },
    { spec: { flinkVersion: 'v2_2' } },
  ],
  'another major Flink': [
    { spec: { flinkVersion: 'v1_20' } },
    { spec: { flinkVersion: 'v2_0' } },
  ],
  'an older Flink': [
    { spec: { flinkVersion: 'v2_2' } },
    { spec: { flinkVersion: 'v2_1' } },
  ],
  'another SQL script': [sql('sum-sql-1'), sql('sum-sql-2')],
  'another parallelism': [
    { job: { parallelism: 2 } },
    { job: { parallelism: 4 } },
  ],
  'another maximum parallelism': [maxParallelism(128), maxParallelism(256)],
  'another state backend': [backend('hashmap'), backend('rocksdb')],
  'another folder for checkpoints': [
    { settings: { 'execution.checkpointing.dir': 's3://acme/a' } },
    { settings: { 'execution.checkpointing.dir': 's3://acme/b' } },
  ],
  'a setting of Flink': [
    { settings: { 'taskmanager.memory.network.fraction': 0.1 } },
    { settings: { 'taskmanager.memory.network.fraction': 0.2 } },
  ],
  'a setting of the operator or its autoscaler': [
    { settings: { 'job.autoscaler.enabled': false } },
    { settings: { 'job.autoscaler.enabled': true } },
  ],
  startFrom: [
    {},
    {
      job: {
        initialSavepointPath: 's3://acme/savepoint-1a',
        savepointRedeployNonce: 1,
      },
    },
  ],
  'upgrade mode stateless': [{}, { job: { upgradeMode: 'stateless' } }],
};

/** What each change of a running job's values does, by upgrade mode. */
export function changesSection(): string {
  const rows = Object.entries(CHANGES).flatMap(([change, [before, after]]) =>
    rowsByMode(change, mode =>
      cells(compare([job(mode, before)], [job(mode, after)])),
    ),
  );
  return `## Change of a running job in Git

What \`headworks diff\`, the tab *Git and cluster* and each pull or merge request of the
portal say of a change. *Refused* means that none of them makes it.

| The change | Upgrade mode | What happens | Mind |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function cells(changes: readonly Change[]): string {
  const refused = changes.find(({ severity }) => severity === 'refused');
  if (refused)
    return `Refused: ${sentence(refused.problem)} | ${refused.remedy}`;
  const does = changes.filter(({ effect }) => effect !== undefined);
  const mind = changes.filter(({ effect }) => effect === undefined);
  return [
    does.map(({ problem }) => sentence(problem)).join(' ') ||
      'The job goes on as it is.',
    mind
      .map(({ problem, remedy }) => `${sentence(problem)} ${remedy}`)
      .join(' '),
  ].join(' | ');
}

function sentence(text: string): string {
  // Not what is written small, such as v2_1.
  const isWord = /^[a-z]+ /.test(text);
  return `${isWord ? text[0].toUpperCase() : text[0]}${text.slice(1)}.`;
}

function job(mode: Mode, side: Side): RenderedObject {
  return {
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkDeployment',
    metadata: { name: 'web-count', namespace: 'web' },
    spec: {
      flinkVersion: 'v2_1',
      ...side.spec,
      flinkConfiguration: {
        'execution.checkpointing.savepoint-dir': 's3://acme/savepoints',
        ...side.settings,
      },
      job: { upgradeMode: mode, ...side.job },
    },
  };
}
