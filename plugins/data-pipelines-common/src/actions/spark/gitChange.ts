import { impossible } from '../impossible';
import { ValueChange } from '../flink/gitChange';
import { SparkAction } from './SparkAction';

/** The change of the values file that does the same; none for one run more. */
export function sparkGitChange(
  action: SparkAction,
  key: string,
): ValueChange[] {
  const path = ['spark', 'jobs', key, 'suspend'];
  switch (action.action) {
    case 'run':
      return [];
    case 'suspend':
      return [{ path, value: true }];
    case 'resume':
      return [{ path, value: false }];
    default:
      return impossible(action);
  }
}
