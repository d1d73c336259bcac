import { impossible } from '../impossible';
import { FlinkAction } from './FlinkAction';
import { LiveFlinkJob } from './LiveFlinkJob';

/**
 * One value of the chart.
 *
 * @public
 */
export interface ValueChange {
  /** Such as `flink`, `jobs`, `sessionize`, `suspended`. */
  path: string[];
  value: string | number | boolean | { path: string; nonce: number };
}

/**
 * The change of the values file that does the same as an action; empty where
 * the action is none that Git tells.
 *
 * @param key - the job's key in the chart's values
 * @public
 */
export function gitChangeOf(
  action: FlinkAction,
  key: string,
  job: LiveFlinkJob,
): ValueChange[] {
  const at = (...path: string[]) => ['flink', 'jobs', key, ...path];
  switch (action.action) {
    case 'savepoint':
    case 'delete-snapshot':
      return [];
    case 'suspend':
      return [{ path: at('suspended'), value: true }];
    case 'resume':
      return [{ path: at('suspended'), value: false }];
    case 'restart':
      return [
        {
          path: at('override', 'spec', 'restartNonce'),
          value: (job.spec.restartNonce ?? 0) + 1,
        },
      ];
    case 'restore':
      return [
        {
          path: at('startFrom'),
          value: {
            path: action.path,
            nonce: (job.spec.job?.savepointRedeployNonce ?? 0) + 1,
          },
        },
        ...(action.allowNonRestoredState
          ? [{ path: at('allowNonRestoredState'), value: true }]
          : []),
      ];
    default:
      return impossible(action);
  }
}
