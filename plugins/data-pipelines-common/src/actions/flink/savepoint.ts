import { ActionPlan, ActionRefusal, refusedPlan } from '../plan';
import { ActionStep, NewObject } from '../step';
import { TakeSavepoint } from './FlinkAction';
import { FlinkMoment } from './FlinkMoment';
import {
  isOver,
  isRunning,
  isSuspended,
  JobAsIs,
  LiveFlinkJob,
} from './LiveFlinkJob';
import { savepointFolder } from './ownFolders';
import { formatEffects, wishRefusal, wishTraps } from './savepointWish';
import { targetOf } from '../target';

/** Kubernetes' limit for names that become labels. */
const NAME_LIMIT = 63;

type Wish = Omit<TakeSavepoint, 'action'>;

/** Tells Flink's operator to take a savepoint, by an object of its own. */
export function planSavepoint(
  moment: FlinkMoment,
  wish: TakeSavepoint,
): ActionPlan {
  const target = targetOf(moment);
  const refusal =
    savepointRefusal(moment.job) ?? wishRefusal(moment.snapshots, wish);
  if (refusal) return refusedPlan(target, refusal.sentence, refusal.remedy);
  return {
    target,
    effects: [
      'The job keeps running; large state makes it slower meanwhile.',
      wish.folder
        ? `The Flink operator writes the savepoint below ${wish.folder}.`
        : "The Flink operator writes the savepoint to the job's savepoint folder.",
      ...formatEffects(wish),
      'Deleting the FlinkStateSnapshot later does not delete the data.',
    ],
    steps: savepointSteps(moment, wish),
    cannotUndo: [],
    traps: wishTraps(moment.job.spec, wish.folder),
  };
}

/**
 * Why no savepoint can be taken now; undefined when one can.
 *
 * @public
 */
export function savepointRefusal(job: JobAsIs): ActionRefusal | undefined {
  if (isSuspended(job)) {
    return {
      sentence: 'A savepoint needs a running job; this one is suspended.',
      remedy: 'Resume it.',
    };
  }
  if (isRunning(job)) return undefined;
  const state =
    job.status?.jobStatus?.state?.toLowerCase() ?? 'not started yet';
  return {
    sentence: `A savepoint needs a running job; this one is ${state}.`,
    remedy: isOver(job) ? 'Restart it.' : 'Wait until it runs.',
  };
}

/** Takes a savepoint, and waits for it. */
export function savepointSteps(
  moment: FlinkMoment,
  wish: Wish = {},
): ActionStep[] {
  const { cluster } = moment;
  const object = savepointObject(moment, wish);
  const { apiVersion, kind, metadata } = object;
  const { namespace, name } = metadata;
  return [
    { do: 'create', cluster, object },
    {
      do: 'wait',
      target: { cluster, apiVersion, kind, namespace, name },
      until: 'savepoint-completed',
      minutes: 30,
    },
  ];
}

/** Never deletes data with the object, and does not retry for ever. */
function savepointObject(moment: FlinkMoment, wish: Wish): NewObject {
  const { job, labels, annotations, suffix } = moment;
  const { name, namespace } = job.metadata;
  const { format } = wish;
  const folder = wish.folder ?? folderOf(job);
  return {
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkStateSnapshot',
    metadata: {
      name:
        wish.name ??
        `${name.slice(0, NAME_LIMIT - suffix.length - 1)}-${suffix}`,
      namespace,
      labels,
      annotations,
    },
    spec: {
      jobReference: { kind: job.kind, name },
      savepoint: {
        disposeOnDelete: false,
        ...(folder && { path: folder }),
        ...(format && { formatType: format.toUpperCase() }),
      },
      // -1, the default, retries for ever in operators up to 1.15.0.
      backoffLimit: 3,
    },
  };
}

/** Where none is named, the operator (1.15.0) puts a session job's savepoint into the session's folder. */
function folderOf({ kind, spec }: LiveFlinkJob): string | undefined {
  return kind === 'FlinkSessionJob' ? savepointFolder(spec) : undefined;
}
