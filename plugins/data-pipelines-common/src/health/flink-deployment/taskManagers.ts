import { HealthReport } from '../../model/health';
import { FlinkDeployment } from '../../resources/flinkDeployment';
import { Moment } from '../assess';
import { secondsSince } from '../secondsSince';
import { eventTime } from '../../resources/objectEvent';
import { FlinkPods, readyFor, youngest } from './flinkPods';

/** Seconds in which a JobManager gets its first TaskManager pod (recorded: 2). */
const ASKS = 20;
/** Seconds in which TaskManagers that ended one after the other are a loop. */
const LOOP = 180;
/** Seconds for which a TaskManager that started shows that there can be some. */
const GIVEN_BACK = 600;

/** That the JobManager of a job gets no TaskManagers, too few, or none that stays. */
export function taskManagerProblem(
  deployment: FlinkDeployment,
  pods: FlinkPods,
  moment: Moment,
): HealthReport | undefined {
  // Without a single pod in sight, pods are not what we are told of.
  if (!pods.all.length) return undefined;
  switch (deployment.status?.jobStatus?.state) {
    case 'RUNNING':
      return lost(deployment, pods, moment) ?? notReady(pods, moment);
    case 'RESTARTING':
      return (
        lost(deployment, pods, moment) ??
        (gaveBack(deployment, pods, moment)
          ? undefined
          : tooFew(deployment, pods, moment))
      );
    case 'CREATED':
      return lost(deployment, pods, moment) ?? tooFew(deployment, pods, moment);
    default:
      return undefined;
  }
}

const WAITS: HealthReport = {
  health: 'Progressing',
  reason: 'WaitsForTaskManagers',
  message: 'The JobManager waits for its TaskManagers',
};

/** The operator says RUNNING for up to 15 s after the last one has gone. */
function notReady(
  { taskManagers }: FlinkPods,
  moment: Moment,
): HealthReport | undefined {
  return readyFor(taskManagers, moment) === undefined ? WAITS : undefined;
}

/**
 * A job that waits for its restart gives TaskManagers back that are idle for 30
 * seconds (`resourcemanager.taskmanager-timeout`), and gets them again.
 */
function gaveBack(
  { metadata: { namespace, name } }: FlinkDeployment,
  { taskManagers }: FlinkPods,
  { source, now }: Moment,
): boolean {
  if (taskManagers.length > 0) return false;
  return source
    .inNamespace('events', namespace)
    .some(
      event =>
        event.involvedObject.name?.startsWith(`${name}-taskmanager-`) &&
        event.reason === 'Started' &&
        secondsSince(eventTime(event), now) < GIVEN_BACK,
    );
}

function tooFew(
  { status }: FlinkDeployment,
  { jobManagers, taskManagers }: FlinkPods,
  moment: Moment,
): HealthReport | undefined {
  const wanted = status?.taskManager?.replicas || 1;
  const have = taskManagers.length;
  if (have >= wanted) return undefined;
  if ((readyFor(jobManagers, moment) ?? 0) <= ASKS) return WAITS;
  return {
    health: 'Degraded',
    reason: have ? 'TooFewTaskManagers' : 'NoTaskManagers',
    message: have
      ? `The JobManager gets only ${have} of ${wanted} TaskManagers`
      : 'The JobManager runs and gets no TaskManagers',
    nextStep:
      "Read the JobManager's log: a quota may be used up, an admission webhook refuse its pods, or its ServiceAccount lack the right to make them.",
  };
}

/** `<cluster>-taskmanager-<JobManager's attempt>-<number>`: numbers only grow. */
const NAME = /^(.*-taskmanager-\d+-)(\d+)$/;

/**
 * Flink deletes a TaskManager that ended and asks for another, so no pod tells
 * of a loop: the numbers in their names do, and the events that outlive them.
 */
function lost(
  { metadata }: FlinkDeployment,
  { taskManagers }: FlinkPods,
  moment: Moment,
): HealthReport | undefined {
  if ((youngest(taskManagers, moment) ?? LOOP) >= LOOP) return undefined;
  const numbers = taskManagers.map(({ metadata: { name } }) => NAME.exec(name));
  const [, prefix, last] =
    numbers
      .filter(match => match !== null)
      .sort((a, b) => Number(a![2]) - Number(b![2]))
      .at(-1) ?? [];
  if (!prefix) return undefined;
  const before = [1, 2]
    .map(step => `${prefix}${Number(last) - step}`)
    .filter(name => !taskManagers.some(pod => pod.metadata.name === name))
    .filter(name => startedWithin(LOOP, metadata.namespace, name, moment));
  return before.length === 2
    ? {
        health: 'Degraded',
        reason: 'TaskManagersLost',
        message: `TaskManagers end again and again: ${last} were started, and one ended within the last ${
          LOOP / 60
        } minutes`,
        nextStep:
          'See whether they ran out of memory: read the last lines of their logs and the exceptions of the job.',
      }
    : undefined;
}

function startedWithin(
  seconds: number,
  namespace: string,
  pod: string,
  { source, now }: Moment,
): boolean {
  return source
    .eventsAbout('Pod', namespace, pod)
    .some(
      event =>
        event.reason === 'Started' &&
        secondsSince(eventTime(event), now) < seconds,
    );
}
