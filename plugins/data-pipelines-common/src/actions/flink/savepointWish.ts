import { SnapshotView } from '../../model/state';
import { ActionRefusal, ActionTrap } from '../plan';
import { TakeSavepoint } from './FlinkAction';
import { FlinkMoment } from './FlinkMoment';
import { isOwn, savepointFolder } from './ownFolders';
import { snapshotPathRefusal } from './snapshotPath';

/** Of a label, which the operator makes of it (RFC 1123). */
const NAME = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** Why a savepoint cannot be called or put so. */
export function wishRefusal(
  snapshots: readonly SnapshotView[],
  { name, folder }: TakeSavepoint,
): ActionRefusal | undefined {
  if (name !== undefined && !NAME.test(name)) {
    return {
      sentence: 'The name is none that Kubernetes takes.',
      remedy: 'Use small letters, digits and hyphens, 63 at most.',
    };
  }
  const isTaken = snapshots.some(
    one => one.source === 'resource' && one.name === name,
  );
  if (isTaken) {
    return {
      sentence: `There is a snapshot ${name} already.`,
      remedy: 'Choose another name.',
    };
  }
  return folderRefusal(folder);
}

/** Why a savepoint cannot be put into a folder. */
export function folderRefusal(
  folder: string | undefined,
): ActionRefusal | undefined {
  return folder === undefined
    ? undefined
    : snapshotPathRefusal(
        folder,
        'Name a folder that the job may write to, such as s3://bucket/job/savepoints.',
      );
}

/** What the format of somebody's choice means. */
export function formatEffects({ format }: Pick<TakeSavepoint, 'format'>) {
  return format === 'native'
    ? [
        'In the native format it is taken and restored faster, and only the state backend that the job has now can read it.',
      ]
    : [];
}

/** What people fall into with the folder. */
export function wishTraps(
  spec: FlinkMoment['job']['spec'],
  folder: string | undefined,
): ActionTrap[] {
  if (folder === undefined) {
    return savepointFolder(spec) === undefined
      ? [
          {
            id: 'no-folder',
            weight: 'note',
            sentence:
              'The job names no savepoint folder: the savepoint fails unless the defaults of the operator do.',
            remedy: 'Name a folder.',
          },
        ]
      : [];
  }
  return isOwn(spec, folder)
    ? []
    : [
        {
          id: 'other-folder',
          weight: 'note',
          sentence:
            "The folder is outside this job's own: the savepoint fails where the job may not write there.",
          remedy: 'Leave the folder empty for the one that the job has.',
        },
      ];
}
