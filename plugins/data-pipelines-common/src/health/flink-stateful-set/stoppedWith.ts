import { FlinkStats } from '../../resources/flinkStats';

/**
 * The savepoint that a job which has finished was stopped with: none of its
 * checkpoints came later. Undefined where it came to the end of its work.
 *
 * @public
 */
export function stoppedWith({
  ended,
  checkpoints,
}: FlinkStats): string | undefined {
  const { latestSavepoint, latestCompleted } = checkpoints ?? {};
  if (ended?.state !== 'FINISHED' || !latestSavepoint) return undefined;
  const isLast =
    !latestCompleted ||
    Date.parse(latestSavepoint.at) >= Date.parse(latestCompleted.at);
  return isLast ? latestSavepoint.path : undefined;
}
