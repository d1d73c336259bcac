import { CheckpointStep } from '@headworks/backstage-plugin-data-pipelines-common';
import { numberIn, objectIn } from './fields';

interface Task {
  end_to_end_duration?: unknown;
  num_subtasks?: unknown;
  num_acknowledged_subtasks?: unknown;
}

/** How far each step of a job is with a checkpoint, by the step's id. */
export type StepsById = Record<
  string,
  Pick<CheckpointStep, 'subtasks' | 'acknowledged' | 'took'>
>;

/** `/jobs/:job/checkpoints/details/:checkpoint`. */
export function readCheckpointSteps(json: unknown): StepsById {
  const { tasks } = objectIn<{ tasks?: unknown }>(json);
  const entries = Object.entries(objectIn<Record<string, Task>>(tasks ?? {}));
  return Object.fromEntries(
    entries.map(([id, task]) => [
      id,
      {
        subtasks: numberIn(task?.num_subtasks) ?? 0,
        acknowledged: numberIn(task?.num_acknowledged_subtasks) ?? 0,
        took: numberIn(task?.end_to_end_duration),
      },
    ]),
  );
}

interface Range {
  max?: unknown;
}

/** What a step's slowest subtask did for a checkpoint. */
export type StepPhases = Pick<
  CheckpointStep,
  'startDelay' | 'alignment' | 'sync' | 'async'
>;

/** `/jobs/:job/checkpoints/details/:checkpoint/subtasks/:vertex`. */
export function readCheckpointStep(json: unknown): StepPhases {
  const { summary } = objectIn<{
    summary?: {
      checkpoint_duration?: { sync?: Range; async?: Range };
      alignment?: { duration?: Range };
      start_delay?: Range;
    };
  }>(json);
  const { checkpoint_duration: own, alignment, start_delay } = summary ?? {};
  return {
    startDelay: numberIn(start_delay?.max),
    alignment: numberIn(alignment?.duration?.max),
    sync: numberIn(own?.sync?.max),
    async: numberIn(own?.async?.max),
  };
}
