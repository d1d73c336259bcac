import { StartedFrom, StartReason } from '../model/starts';
import { isCheckpointFolder } from '../resources/checkpointFolder';
import { LAST_STATE } from '../resources/lastState';
import { FlinkStart } from './FlinkStart';

/**
 * Milliseconds after which a start is not the deployment's own for sure: a
 * JobManager that is replaced starts its job again by itself.
 */
const OWN_START = 10 * 60_000;

/**
 * Why a job started, from what changed since the start before. The order
 * matters: a redeploy changes the specification, too.
 *
 * @public
 */
export function startReason(
  start: FlinkStart,
  before: FlinkStart | undefined,
): StartReason {
  const { deployed } = start;
  if (!before) {
    return deployed?.first && isOwnStart(start) ? 'first' : 'unknown';
  }
  if (before.uid !== start.uid) return 'installed-anew';
  const last = before.deployed;
  if (!deployed?.at || !last?.at) return 'unknown';
  if (deployed.at === last.at) return 'failover';
  if (deployed.savepointRedeployNonce !== last.savepointRedeployNonce) {
    return 'restore';
  }
  if (deployed.spec !== last.spec) return 'upgrade';
  if (deployed.restartNonce !== last.restartNonce) return 'restart';
  return start.generation !== before.generation ? 'resume' : 'unknown';
}

/**
 * What a job took up when it started. Flink's own word counts most, then the
 * upgrade mode that the operator used; for a start that the operator did not
 * make only Flink knows.
 *
 * @public
 */
export function startedFrom(
  start: FlinkStart,
  why: StartReason,
): { from: StartedFrom; path?: string; saidBy?: 'flink' | 'operator' } {
  const { flink, deployed, path } = start;
  if (flink) {
    return flink.nothing
      ? { from: 'nothing', saidBy: 'flink' }
      : {
          from:
            flink.isSavepoint && !isCheckpointFolder(flink.path ?? '')
              ? 'savepoint'
              : 'checkpoint',
          ...(flink.path && { path: flink.path }),
          saidBy: 'flink',
        };
  }
  if (why === 'failover' || !isOwnStart(start)) return { from: 'unknown' };
  switch (deployed?.mode) {
    case 'stateless':
      return { from: 'nothing', saidBy: 'operator' };
    case 'last-state':
      return { from: 'checkpoint', saidBy: 'operator' };
    case 'savepoint':
      return !path || path === LAST_STATE
        ? { from: path ? 'checkpoint' : 'unknown' }
        : {
            from: isCheckpointFolder(path) ? 'checkpoint' : 'savepoint',
            path,
            saidBy: 'operator',
          };
    default:
      return { from: 'unknown' };
  }
}

function isOwnStart({ at, deployed }: FlinkStart): boolean {
  const waited = Date.parse(at) - Date.parse(deployed?.at ?? '');
  return waited < OWN_START;
}
