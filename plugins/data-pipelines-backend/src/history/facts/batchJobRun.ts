import { ObjectChangeOf } from '../../collector/ObjectChange';
import { ProgressFact } from './Fact';
import { ENDED, runFact, RUNNING } from './runFact';

/** A Job that submits by itself is a run. */
export function batchJobRunFacts(
  change: ObjectChangeOf<'jobs.batch'>,
): Array<ProgressFact<'run'>> {
  const { metadata, status } = change.after ?? {};
  if (!metadata || !status?.startTime) return [];
  const end = status.conditions?.find(
    ({ type, status: is }) =>
      is === 'True' && (type === 'Complete' || type === 'Failed'),
  );
  const endedAt =
    end && (status.completionTime ?? end.lastTransitionTime ?? change.at);
  return [
    runFact({
      at: endedAt ?? status.startTime,
      key: String(metadata.uid),
      rank: end ? ENDED : RUNNING,
      detail: {
        run: metadata.name,
        state: stateOf(end?.type),
        startedAt: status.startTime,
        endedAt,
        message: end?.type === 'Failed' ? end.message : undefined,
      },
    }),
  ];
}

function stateOf(condition: string | undefined) {
  if (!condition) return 'running';
  return condition === 'Failed' ? 'failed' : 'finished';
}
