import { setting } from '../../lint/compare/flinkSpec';
import { FlinkMoment } from './FlinkMoment';

type Spec = FlinkMoment['job']['spec'];

/** Where the job's own configuration has its savepoints go. */
export function savepointFolder(spec: Spec): string | undefined {
  return setting(
    spec,
    'execution.checkpointing.savepoint-dir',
    'state.savepoints.dir',
  );
}

/** Whether a path is, or is below, a folder that the job writes snapshots to. */
export function isOwn(spec: Spec, path: string): boolean {
  const folders = [
    savepointFolder(spec),
    setting(spec, 'execution.checkpointing.dir', 'state.checkpoints.dir'),
  ];
  return folders.some(
    folder =>
      folder !== undefined && withSlash(path).startsWith(withSlash(folder)),
  );
}

function withSlash(path: string): string {
  return `${path.replace(/\/+$/, '')}/`;
}
