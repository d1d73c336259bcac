import {
  CheckpointsView,
  checkpointTrend,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Look } from './Ask';
import { unlessOff } from './unlessOff';

/** What a job's Flink remembers of its checkpoints, and what they mean. */
export const lookAtCheckpoints: Look<CheckpointsView> = {
  name: 'checkpoints',
  notRunning:
    'The job does not run, and Flink remembers checkpoints only while it does',
  nothing: { checkpoints: [] },
  async ask(ask, now) {
    const interval = await unlessOff(() => ask('checkpointInterval'));
    const history = await unlessOff(() => ask('checkpointHistory'));
    const { checkpoints = [], restored } = history ?? {};
    const trend = checkpointTrend(checkpoints, interval, now());
    return { checkpoints, restored, interval, trend };
  },
};
