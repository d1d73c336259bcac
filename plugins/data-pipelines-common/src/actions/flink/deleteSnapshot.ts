import { SnapshotView } from '../../model/state';
import { onePath } from '../../onePath';
import { ActionPlan, ActionRefusal, ActionTrap, refusedPlan } from '../plan';
import { ActionStep } from '../step';
import { targetOf } from '../target';
import { DeleteSnapshot } from './FlinkAction';
import { FlinkMoment } from './FlinkMoment';
import { isRunning, LiveFlinkJob } from './LiveFlinkJob';

/** One that an object stands for and whose files are there. */
type Deletable = SnapshotView & { uid: string; path: string };

/**
 * Deletes the files of a savepoint. Flink's operator has the running job do it
 * when a FlinkStateSnapshot goes that says `disposeOnDelete`; while the job
 * does not run, the object stays (its StateSnapshotReconciler, 1.15.0).
 */
export function planDeleteSnapshot(
  moment: FlinkMoment,
  { name }: DeleteSnapshot,
): ActionPlan {
  const chosen = moment.snapshots.find(one => one.name === name);
  if (!isDeletable(chosen) || !isRunning(moment.job)) {
    const { sentence, remedy } = refusalOf(name, chosen, moment.job);
    return refusedPlan(targetOf(moment), sentence, remedy);
  }
  return {
    target: targetOf(moment),
    effects: [
      `The Flink operator has the running job delete the files at ${chosen.path}.`,
      `Then FlinkStateSnapshot ${name} goes.`,
      'The job keeps running, and what it remembers stays.',
    ],
    steps: steps(moment, chosen),
    cannotUndo: ['Nothing brings the files back.'],
    traps: traps(moment, chosen),
  };
}

function isDeletable(one: SnapshotView | undefined): one is Deletable {
  return (
    one?.source === 'resource' &&
    one.type === 'savepoint' &&
    one.state === 'completed' &&
    Boolean(one.uid && one.path)
  );
}

function refusalOf(
  name: string,
  chosen: SnapshotView | undefined,
  { status }: LiveFlinkJob,
): ActionRefusal {
  if (!chosen) {
    return {
      sentence: `The job has no snapshot ${name}.`,
      remedy: 'Choose one of the list.',
    };
  }
  if (chosen.type === 'checkpoint') {
    return {
      sentence: `${name} is a checkpoint: Flink itself deletes it when newer ones have taken its place.`,
      remedy: 'Choose a savepoint.',
    };
  }
  if (chosen.source !== 'resource') {
    return {
      sentence: `No FlinkStateSnapshot stands for ${name}, and the Flink operator deletes the files of no other.`,
      remedy: `Delete what is at ${chosen.path ?? 'its path'} in the storage.`,
    };
  }
  if (!isDeletable(chosen)) {
    return {
      sentence: `Only a complete savepoint has files to delete; ${name} is ${chosen.state}.`,
      remedy: 'Choose another one.',
    };
  }
  const state = status?.jobStatus?.state?.toLowerCase() ?? 'not started yet';
  return {
    sentence: `The Flink operator has the running job delete a savepoint's files; this one is ${state}.`,
    remedy: 'Have it run first.',
  };
}

function steps(
  { cluster, job, annotations }: FlinkMoment,
  { name, uid }: Deletable,
): ActionStep[] {
  const target = {
    cluster,
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkStateSnapshot',
    namespace: job.metadata.namespace,
    name,
  };
  return [
    {
      do: 'patch',
      target,
      uid,
      patch: {
        metadata: { annotations },
        spec: { savepoint: { disposeOnDelete: true } },
      },
    },
    { do: 'delete', target, uid },
    { do: 'wait', target, until: 'snapshot-deleted', minutes: 10 },
  ];
}

function traps(
  { job, snapshots }: FlinkMoment,
  chosen: Deletable,
): ActionTrap[] {
  const { initialSavepointPath } = job.spec.job ?? {};
  const { upgradeSavepointPath } = job.status?.jobStatus ?? {};
  const isThis = (path?: string) =>
    path !== undefined && onePath(path) === onePath(chosen.path);
  const others = snapshots.filter(
    ({ type, state, path }) =>
      type === 'savepoint' && state === 'completed' && !isThis(path),
  );
  const found: Array<ActionTrap | false> = [
    {
      id: 'deletes-data',
      weight: 'acknowledge',
      sentence:
        'Whoever else starts from these files finds nothing there then.',
      remedy: 'Copy the files to another folder first.',
    },
    others.length === 0 && {
      id: 'last-savepoint',
      weight: 'acknowledge',
      sentence: 'It is the only savepoint that is left of this job.',
      remedy: 'Take another one first.',
    },
    (isThis(initialSavepointPath) || isThis(upgradeSavepointPath)) && {
      id: 'started-from',
      weight: 'acknowledge',
      sentence:
        'The job started from it, and its resource still names it: a job that is installed anew from there does not start.',
      remedy: 'Keep it until the job has started from another one.',
    },
  ];
  return found.filter((trap): trap is ActionTrap => trap !== false);
}
