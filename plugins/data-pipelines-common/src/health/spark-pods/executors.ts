import { HealthReport } from '../../model/health';
import { Pod } from '../../resources/pod';
import { Moment } from '../assess';
import { lowerFirst } from '../lowerFirst';
import { secondsSince } from '../secondsSince';
import { podProblem } from '../witness';

/** How many executors are in each state. */
export interface ExecutorCounts {
  running: number;
  pending: number;
  failed: number;
  completed: number;
}

/** Seconds within which executors usually start, a new node included. */
const PATIENCE = 300;

/**
 * Why a running driver does not have the executors that it should have;
 * undefined where it has them, wants none, or has let them go at its end.
 */
export function executorProblem(options: {
  counts: ExecutorCounts;
  /** As few as the application is content with; undefined: nobody told. */
  wanted: number | undefined;
  executors: readonly Pod[];
  /** When the driver began to run. */
  since: string | undefined;
  moment: Moment;
}): HealthReport | undefined {
  const { counts, wanted, executors, since, moment } = options;
  const { running, pending, failed, completed } = counts;
  const enough = wanted === undefined ? pending === 0 : running >= wanted;
  const winding = completed > 0 && running + pending + failed === 0;
  if (enough || winding) return undefined;
  const have = has(running, wanted);
  const problem = podProblem(executors, moment);
  if (problem) {
    return {
      ...problem,
      message: `${have}: ${lowerFirst(problem.message)}`,
    };
  }
  if (failed > 0 && running + pending === 0) {
    return {
      health: 'Degraded',
      reason: 'ExecutorsFailing',
      message: `${have}: ${failed} failed`,
      nextStep: `Read the driver's log: it says why executors were lost.`,
      since,
    };
  }
  if (secondsSince(since, moment.now) > PATIENCE) {
    return {
      health: 'Degraded',
      reason: running > 0 ? 'TooFewExecutors' : 'NoExecutors',
      message: have,
      nextStep: 'Look at the events of the executor pods and at quotas.',
      since,
    };
  }
  return {
    health: 'Progressing',
    reason: 'WaitingForExecutors',
    message: `${have} yet`,
    nextStep: 'If this lasts, the cluster has no room for them.',
    since,
  };
}

function has(running: number, wanted: number | undefined): string {
  if (running === 0) return 'The driver runs and has none of its executors';
  return `The driver runs and has ${running} of its ${
    wanted ?? 'more'
  } executors`;
}
