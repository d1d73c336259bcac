import { HealthReport } from '../../model/health';
import { StartView } from '../../model/starts';

/**
 * That a job runs without the state that it had: nothing else about it looks
 * wrong, and its results are. A job that goes on from what it made since has
 * still lost what was before; it has it back once somebody restores it from a
 * snapshot, and is well again once somebody says that they know.
 *
 * @param starts - newest first
 *
 * @public
 */
export function startedEmpty(
  starts: readonly StartView[],
): HealthReport | undefined {
  const end = starts.findIndex(
    ({ lost, acknowledged, why, from }) =>
      (lost && acknowledged) || (why === 'restore' && from !== 'nothing'),
  );
  const empty = (end < 0 ? starts : starts.slice(0, end)).find(
    ({ lost }) => lost,
  );
  if (!empty?.lost) return undefined;
  const { path, at } = empty.lost;
  return {
    health: 'Degraded',
    reason: 'StartedEmpty',
    message: `The job started with nothing, though it had kept its state before${
      at ? ` (last on ${at.slice(0, 16).replace('T', ' at ')} UTC)` : ''
    }`,
    nextStep: `Restore it${
      path ? ` from ${path}` : ' from a snapshot of before'
    } on its State tab, or say there why it is meant to start empty.`,
    since: empty.at,
  };
}
