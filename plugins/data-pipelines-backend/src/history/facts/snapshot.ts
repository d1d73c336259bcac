import {
  FlinkDeployment,
  FlinkSessionJob,
  FlinkStateSnapshot,
  onePath,
  SnapshotView,
  snapshotView,
  statusSnapshots,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { FlinkStatsChange, ObjectChangeOf } from '../../collector/ObjectChange';
import { ProgressFact } from './Fact';
import { sentence } from './sentence';

type JobResource =
  | 'flinkdeployments.flink.apache.org'
  | 'flinksessionjobs.flink.apache.org';

/** How far one has come. */
export const SNAPSHOT_RANKS: Record<SnapshotView['state'], number> = {
  pending: 0,
  'in-progress': 1,
  completed: 2,
  failed: 2,
  abandoned: 2,
  deleted: 3,
};

/** A savepoint or checkpoint that an object asks for. */
export function snapshotFacts(
  change: ObjectChangeOf<'flinkstatesnapshots.flink.apache.org'>,
): Array<ProgressFact<'snapshot'>> {
  const { before } = change;
  const object = change.after ?? (before && takesFilesAlong(before) && before);
  if (!object) return [];
  const view = snapshotView(object);
  const state = change.after ? view.state : 'deleted';
  return [
    {
      kind: 'snapshot',
      at: view.finishedAt ?? view.createdAt ?? change.at,
      key: String(object.metadata.uid),
      alias: view.path && onePath(view.path),
      rank: SNAPSHOT_RANKS[state],
      detail: { kind: 'snapshot', ...shown({ ...view, state }) },
    },
  ];
}

/** The operator lets one go only when its files are deleted, unless told to keep them. */
function takesFilesAlong({ spec, status }: FlinkStateSnapshot): boolean {
  return (
    status?.state === 'COMPLETED' &&
    Boolean(spec.savepoint) &&
    spec.savepoint?.disposeOnDelete !== false
  );
}

/** Those that only the job's status names: of upgrades, and by old operators. */
export function statusSnapshotFacts<R extends JobResource>(
  change: ObjectChangeOf<R>,
): Array<ProgressFact<'snapshot'>> {
  const { after, before } = change;
  if (!after) return [];
  const known = new Set(
    before ? statusSnapshots(before).map(({ path }) => path) : [],
  );
  return takenBy(after)
    .filter(({ path }) => !known.has(path))
    .map(view => byPath(view.path, view.createdAt ?? change.at, shown(view)));
}

/** What Flink's REST says, which alone knows how large one is. */
export function statsSnapshotFacts(
  change: FlinkStatsChange,
): Array<ProgressFact<'snapshot'>> {
  const latest = change.after?.checkpoints?.latestSavepoint;
  const known = change.before?.checkpoints?.latestSavepoint;
  if (!latest?.path || latest.path === known?.path) return [];
  return [
    byPath(latest.path, latest.at, {
      name: lastPart(latest.path),
      origin: 'unknown',
      state: 'completed',
      path: latest.path,
      size: latest.size,
    }),
  ];
}

function takenBy(job: FlinkDeployment | FlinkSessionJob) {
  const given = job.spec.job?.initialSavepointPath;
  return statusSnapshots(job).flatMap(view =>
    // The operator repeats there what the spec says to start from.
    view.path && onePath(view.path) !== onePath(given ?? '')
      ? [{ ...view, path: view.path }]
      : [],
  );
}

function byPath(
  path: string,
  at: string,
  detail: Omit<ProgressFact<'snapshot'>['detail'], 'kind'>,
): ProgressFact<'snapshot'> {
  return {
    kind: 'snapshot',
    at,
    key: onePath(path),
    alias: onePath(path),
    rank: SNAPSHOT_RANKS.completed,
    detail: { kind: 'snapshot', ...detail },
  };
}

function shown({ name, origin, state, path, error }: SnapshotView) {
  return { name, origin, state, path, message: sentence(error) };
}

/** What a savepoint is called where nobody named it. */
export function lastPart(path: string): string {
  return onePath(path).split('/').at(-1) ?? path;
}
