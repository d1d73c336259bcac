import { impossible } from '../impossible';
import { JobMoment } from '../JobAction';
import { flinkToStart, flinkToStop } from './flinkStanding';
import { PipelineActionName } from './PipelineAction';
import { sparkToStart, sparkToStop } from './sparkStanding';
import { Standing } from './Standing';
import { standaloneToStart, standaloneToStop } from './standaloneStanding';

/** What was told and not reached, as after a failure, is waited for once more. */
export function standingOf(
  action: PipelineActionName,
  moment: JobMoment,
): Standing {
  switch (moment.engine) {
    case 'flink':
      return action === 'stop'
        ? flinkToStop(moment.job)
        : flinkToStart(moment.job);
    case 'flink-standalone':
      return action === 'stop'
        ? standaloneToStop(moment)
        : standaloneToStart(moment);
    case 'spark':
      return action === 'stop'
        ? sparkToStop(moment.job)
        : sparkToStart(moment.job);
    default:
      return impossible(moment);
  }
}
