import {
  Checkpoint,
  CheckpointsView,
  checkpointTrend,
  longCheckpoint,
  slowestStep,
  slowestStepSentence,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { isUnknownThere } from '../serviceProxy/NoAnswer';
import { Ask, Look } from './Ask';
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
    const long = longCheckpoint(checkpoints, now());
    const slowest = long && (await whereItsTimeGoes(ask, long));
    return { checkpoints, restored, interval, trend, slowest };
  },
};

/** Undefined where Flink has just forgotten it. */
async function whereItsTimeGoes(ask: Ask, checkpoint: Checkpoint) {
  const about = { checkpoint: String(checkpoint.id) };
  try {
    const graph = await ask('graph');
    const found = await ask('checkpointSteps', about);
    const steps = graph.flatMap(({ id, name }) =>
      found[id] ? [{ id, name, ...found[id] }] : [],
    );
    const slow = slowestStep(steps);
    if (!slow) return undefined;
    const phases = await ask('checkpointStep', { ...about, vertex: slow.id });
    return slowestStepSentence(checkpoint, { ...slow, ...phases });
  } catch (error) {
    if (isUnknownThere(error)) return undefined;
    throw error;
  }
}
