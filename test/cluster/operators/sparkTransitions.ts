import { KubernetesObject } from '../client';
import { FAIL } from './flinkTransitions';
import { PodState } from './simulatedPods';

/** What the simulation reads and writes of a SparkApplication. */
export interface SparkApplication extends KubernetesObject {
  spec: {
    image?: string;
    suspend?: boolean;
    restartPolicy?: { type?: string; onFailureRetries?: number };
    driver?: SparkRole;
    executor?: SparkRole;
  };
  status?: SparkStatus;
}

/** Whose labels its pods get; the application's own they do not. */
interface SparkRole {
  labels?: Record<string, string>;
  template?: { metadata?: { labels?: Record<string, string> } };
}

/** The part of the status that the recordings show; null removes a field. */
export interface SparkStatus {
  applicationState?: { state?: string; errorMessage?: string | null };
  executionAttempts?: number;
  submissionAttempts?: number;
  lastSubmissionAttemptTime?: string | null;
  terminationTime?: string | null;
  executorState?: Record<string, string> | null;
  driverInfo?: { podName: string };
  sparkApplicationId?: string;
}

/** What the operator would do next. */
export interface SparkStep {
  status?: SparkStatus;
  /** Undefined leaves the pod as it is, `gone` removes it. */
  driver?: PodState | 'gone';
  executor?: PodState | 'gone';
  /** Milliseconds. */
  again?: number;
}

/** Seconds after submission, as recorded of operator 2.5.2 with Spark 4.0.4. */
export const TIMES = {
  running: 15,
  failing: 19,
  pending: 40,
  executors: 42,
  executorsDone: 56,
  succeeding: 59,
  completed: 60,
  /** After a failed attempt, and after a suspended one. */
  nextAttempt: 8,
};

const CODE_101 = 'driver container failed with ExitCode: 101, Reason: Error';

/** States in which a wish to suspend changes nothing. */
const SETTLED = new Set(['COMPLETED', 'FAILED', 'SUSPENDING', 'SUSPENDED']);

interface Moment {
  application: SparkApplication;
  now: number;
  speed: number;
  newId: string;
}

/**
 * The next step of a SparkApplication; undefined when nothing more will
 * happen. The annotation `simulated.headworks.dev/fail` asks for a `driver`
 * whose main class cannot be loaded, or `executors` that no node takes.
 */
export function sparkStep(moment: Moment): SparkStep | undefined {
  const { application, now, speed } = moment;
  const { spec, status, metadata } = application;
  const state = status?.applicationState?.state ?? '';
  const submitted = Date.parse(status?.lastSubmissionAttemptTime ?? '');
  const elapsed = ((now - submitted) / 1000) * speed;
  const wait = (second: number) =>
    Math.max(50, ((second - elapsed) * 1000) / speed);
  const fail = metadata.annotations?.[FAIL];
  // From the source of operator 2.5: whatever has not ended is suspended.
  if (spec.suspend && !SETTLED.has(state)) {
    return became('SUSPENDING');
  }
  switch (state) {
    case '':
      return attempt(moment, 1);
    case 'SUBMITTED':
      return elapsed < TIMES.running
        ? { driver: 'pending', again: wait(TIMES.running) }
        : { driver: 'running', ...became('RUNNING') };
    case 'RUNNING':
      if (fail === 'driver') return failing(elapsed, wait, now);
      return running({ ...moment, elapsed, wait });
    case 'SUCCEEDING':
      return became('COMPLETED');
    case 'FAILING':
      return mayTryAgain(application)
        ? { driver: 'gone', ...became('PENDING_RERUN') }
        : became('FAILED');
    case 'PENDING_RERUN':
    case 'RESUMING':
      return elapsed < TIMES.failing + TIMES.nextAttempt
        ? { again: wait(TIMES.failing + TIMES.nextAttempt) }
        : attempt(moment, (status?.executionAttempts ?? 0) + 1);
    case 'SUSPENDING':
      return { driver: 'gone', executor: 'gone', ...became('SUSPENDED') };
    case 'SUSPENDED':
      return spec.suspend ? undefined : became('RESUMING');
    default:
      return undefined;
  }
}

function attempt({ application, now, newId }: Moment, number: number) {
  return {
    driver: 'pending',
    status: {
      applicationState: { state: 'SUBMITTED', errorMessage: null },
      driverInfo: { podName: `${application.metadata.name}-driver` },
      executionAttempts: number,
      submissionAttempts: number,
      sparkApplicationId: `spark-${newId}`,
      lastSubmissionAttemptTime: new Date(now).toISOString(),
      terminationTime: null,
      executorState: null,
    },
  } satisfies SparkStep;
}

/** The driver runs: its executor is asked for, works and is let go. */
function running(
  moment: Moment & { elapsed: number; wait: (second: number) => number },
): SparkStep {
  const { application, elapsed, wait, now } = moment;
  const executor = `${application.metadata.name}-exec-1`;
  const known = application.status?.executorState?.[executor];
  const stuck = application.metadata.annotations?.[FAIL] === 'executors';
  const is = (state: string, pod: PodState | 'gone', next: number) =>
    known === state
      ? { executor: pod, again: wait(next) }
      : { executor: pod, status: { executorState: { [executor]: state } } };
  if (elapsed < TIMES.pending) {
    return { driver: 'running', again: wait(TIMES.pending) };
  }
  if (stuck && known === 'PENDING') return { executor: 'unschedulable' };
  if (stuck || elapsed < TIMES.executors) {
    return is('PENDING', stuck ? 'unschedulable' : 'pending', TIMES.executors);
  }
  if (elapsed < TIMES.executorsDone) {
    return is('RUNNING', 'running', TIMES.executorsDone);
  }
  if (elapsed < TIMES.succeeding) {
    return is('COMPLETED', 'gone', TIMES.succeeding);
  }
  return {
    driver: 'completed',
    executor: 'gone',
    status: {
      applicationState: { state: 'SUCCEEDING' },
      executorState: { [executor]: 'COMPLETED' },
      terminationTime: new Date(now).toISOString(),
    },
  };
}

function failing(
  elapsed: number,
  wait: (second: number) => number,
  now: number,
): SparkStep {
  return elapsed < TIMES.failing
    ? { driver: 'running', again: wait(TIMES.failing) }
    : {
        driver: 'failed',
        status: {
          applicationState: { state: 'FAILING', errorMessage: CODE_101 },
          terminationTime: new Date(now).toISOString(),
        },
      };
}

function mayTryAgain({ spec, status }: SparkApplication): boolean {
  const { type, onFailureRetries = 0 } = spec.restartPolicy ?? {};
  if (type === 'Always') return true;
  return (
    type === 'OnFailure' && (status?.executionAttempts ?? 0) <= onFailureRetries
  );
}

function became(state: string): SparkStep {
  return {
    status: {
      applicationState: {
        state,
        ...(state === 'PENDING_RERUN' && { errorMessage: null }),
      },
    },
  };
}
