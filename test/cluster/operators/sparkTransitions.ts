import { KubernetesObject } from '../client';
import { PodState } from './simulatedPods';

/** What the simulation reads and writes of a SparkApplication. */
export interface SparkApplication extends KubernetesObject {
  spec: {
    image?: string;
    suspend?: boolean;
    driver?: { labels?: Record<string, string> };
  };
  status?: {
    applicationState?: { state?: string; errorMessage?: string };
    lastSubmissionAttemptTime?: string | null;
    executorState?: Record<string, string>;
    sparkApplicationId?: string;
  };
}

/** What the operator would do next. */
export interface SparkStep {
  status?: object;
  driver?: PodState;
  /** Milliseconds. */
  again?: number;
}

/** Seconds after submission, as recorded of operator 2.5.2 with Spark 4.0.4. */
export const TIMES = {
  running: 15,
  executors: 40,
  succeeding: 59,
  completed: 60,
};

/** The next step of a SparkApplication; undefined when nothing more will happen. */
export function sparkStep(options: {
  application: SparkApplication;
  now: number;
  speed: number;
  newId: string;
}): SparkStep | undefined {
  const { application, now, speed, newId } = options;
  const { name } = application.metadata;
  const state = application.status?.applicationState?.state ?? '';
  if (!state) {
    return {
      driver: 'pending',
      status: {
        applicationState: { state: 'SUBMITTED' },
        driverInfo: { podName: `${name}-driver` },
        executionAttempts: 1,
        submissionAttempts: 1,
        sparkApplicationId: `spark-${newId}`,
        lastSubmissionAttemptTime: new Date(now).toISOString(),
        terminationTime: null,
      },
    };
  }
  const submitted = Date.parse(
    application.status?.lastSubmissionAttemptTime ?? '',
  );
  const elapsed = ((now - submitted) / 1000) * speed;
  const wait = (second: number) =>
    Math.max(50, ((second - elapsed) * 1000) / speed);
  const executors = application.status?.executorState;
  switch (state) {
    case 'SUBMITTED':
      return elapsed < TIMES.running
        ? { driver: 'pending', again: wait(TIMES.running) }
        : {
            driver: 'running',
            status: { applicationState: { state: 'RUNNING' } },
          };
    case 'RUNNING':
      if (!executors && elapsed >= TIMES.executors) {
        return { status: { executorState: { [`${name}-exec-1`]: 'RUNNING' } } };
      }
      if (elapsed < TIMES.succeeding) {
        return {
          driver: 'running',
          again: wait(executors ? TIMES.succeeding : TIMES.executors),
        };
      }
      return {
        driver: 'completed',
        status: {
          applicationState: { state: 'SUCCEEDING' },
          executorState: { [`${name}-exec-1`]: 'COMPLETED' },
          terminationTime: new Date(now).toISOString(),
        },
      };
    case 'SUCCEEDING':
      return { status: { applicationState: { state: 'COMPLETED' } } };
    default:
      return undefined;
  }
}
