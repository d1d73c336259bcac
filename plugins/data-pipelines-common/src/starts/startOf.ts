import {
  FlinkDeployment,
  FlinkJobState,
  FlinkSessionJob,
} from '../resources/flinkDeployment';
import { FlinkStats } from '../resources/flinkStats';
import { FlinkStart, FlinkTookUp } from './FlinkStart';

/**
 * States in which `startTime`, `upgradeSavepointPath` and the deployed
 * specification are those of this start: while a job ends they are already
 * what the next one begins with (recorded of operator 1.15.0).
 */
const RUNS: ReadonlySet<FlinkJobState> = new Set<FlinkJobState>([
  'CREATED',
  'INITIALIZING',
  'RUNNING',
  'RESTARTING',
]);

/**
 * The start of the job that runs, as its object tells of it; undefined where
 * none runs or it cannot be told from the one before.
 *
 * @public
 */
export function startOf(
  job: FlinkDeployment | FlinkSessionJob,
): FlinkStart | undefined {
  const { metadata, spec, status, deployed } = job;
  const { jobId, startTime, state, upgradeSavepointPath } =
    status?.jobStatus ?? {};
  const time = Number(startTime);
  if (!jobId || !state || !RUNS.has(state)) return undefined;
  if (!(time > 0 && time < 8.64e15)) return undefined;
  if (status?.jobManagerDeploymentStatus === 'MISSING') return undefined;
  return known({
    run: jobId,
    at: new Date(time).toISOString(),
    uid: metadata.uid,
    // What the operator has not taken up yet is of the next start.
    generation: status?.observedGeneration ?? metadata.generation,
    image: deployed?.image ?? ('image' in spec ? spec.image : undefined),
    flinkVersion:
      deployed?.flinkVersion ??
      ('flinkVersion' in spec ? spec.flinkVersion : undefined),
    wanted: spec.job?.upgradeMode,
    deployed,
    path: upgradeSavepointPath || undefined,
  });
}

/**
 * What Flink's REST says of the start of the job that it runs. Its
 * `latest.restored` is of the last restore, which may be one after a failure
 * of a task: it tells of the start only where there was none, or where the
 * path is no checkpoint of this run.
 *
 * @public
 */
export function startOfStats(stats: FlinkStats): FlinkStart | undefined {
  const { jobId, startedAt, checkpoints } = stats;
  if (!jobId || !startedAt) return undefined;
  return known({
    run: jobId,
    at: new Date(startedAt).toISOString(),
    flink: checkpoints && tookUp(jobId, stats, checkpoints),
    kept: checkpoints && lastKept(checkpoints),
  });
}

type Checkpoints = NonNullable<FlinkStats['checkpoints']>;

function tookUp(
  run: string,
  { restarts }: FlinkStats,
  { restores, restored }: Checkpoints,
): FlinkTookUp | undefined {
  if (restores === 0) return { nothing: true };
  if (restores !== 1 || !restored) return undefined;
  const { path, isSavepoint } = restored;
  const isOwn = path === undefined || path.includes(`/${run}/`);
  if (restarts !== 0 && isOwn) return undefined;
  return { nothing: false, isSavepoint, ...(path && { path }) };
}

function lastKept({ latestCompleted, latestSavepoint }: Checkpoints) {
  const [last] = [latestCompleted, latestSavepoint]
    .flatMap(one => one ?? [])
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return last && known({ at: last.at, path: last.path });
}

function known<T extends object>(fields: T): T {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as T;
}
