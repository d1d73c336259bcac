import { Checkpoint } from './checkpoint';
import { timeInWords } from './words';

/** From here on somebody may ask what a checkpoint waits for, in milliseconds. */
const LONG = 1_000;
const HANGS = 10_000;

/**
 * What one step of a job did for one checkpoint, in milliseconds of its
 * slowest subtask.
 *
 * @public
 */
export interface CheckpointStep {
  name: string;
  subtasks: number;
  /** Subtasks that are done with it. */
  acknowledged: number;
  /** From the trigger to the last acknowledgement. */
  took?: number;
  /** Until the first barrier came. */
  startDelay?: number;
  /** From the first barrier to the last. */
  alignment?: number;
  /** While the task stood still to take the state. */
  sync?: number;
  /** While the state was written beside the work. */
  async?: number;
}

/**
 * The checkpoint of which somebody would like to know where its time goes:
 * one that runs for long, else the newest that is complete, if it took long.
 *
 * @param checkpoints - newest first
 * @public
 */
export function longCheckpoint(
  checkpoints: readonly Checkpoint[],
  now: Date,
): Checkpoint | undefined {
  const running = checkpoints.find(({ state }) => state === 'in-progress');
  if (running && now.getTime() - Date.parse(running.startedAt) >= HANGS) {
    return running;
  }
  const completed = checkpoints.find(({ state }) => state === 'completed');
  return completed && (completed.took ?? 0) >= LONG ? completed : undefined;
}

/**
 * The step that a checkpoint waits or waited for longest: of several that are
 * not done, the first.
 *
 * @param steps - in the order in which records pass them
 * @public
 */
export function slowestStep<
  S extends Pick<CheckpointStep, 'subtasks' | 'acknowledged' | 'took'>,
>(steps: readonly S[]): S | undefined {
  const rank = ({ subtasks, acknowledged, took = 0 }: S) =>
    acknowledged < subtasks ? Infinity : took;
  const most = Math.max(...steps.map(rank));
  return steps.find(step => rank(step) === most);
}

const PHASES = ['startDelay', 'alignment', 'sync', 'async'] as const;

/** Flink, Monitoring Checkpointing: what each of the phases waits for. */
const MEANS: Record<(typeof PHASES)[number], string> = {
  startDelay:
    'until the barrier reached it, behind the records that wait before it: the job is held back, and unaligned checkpoints would overtake them',
  alignment:
    'until the barriers of all its inputs were there: one of them is slower, and unaligned checkpoints would not wait for it',
  sync: 'in which it stood still to take its state',
  async:
    'to write its state to the storage, which is slow or gets much at once',
};

/**
 * Where the time of a checkpoint went, in one sentence.
 *
 * @public
 */
export function slowestStepSentence(
  { id, state }: Pick<Checkpoint, 'id' | 'state'>,
  step: CheckpointStep,
): string {
  const { name, subtasks, acknowledged, took = 0 } = step;
  if (state === 'in-progress' && acknowledged < subtasks) {
    return `Checkpoint ${id} waits for ${
      subtasks - acknowledged
    } of ${subtasks} subtasks of "${name}"`;
  }
  const said = `Checkpoint ${id} waited longest for "${name}": ${timeInWords(
    took,
  )}`;
  const [phase] = [...PHASES].sort((a, b) => (step[b] ?? 0) - (step[a] ?? 0));
  const spent = step[phase] ?? 0;
  return spent > 0 && spent >= took / 2
    ? `${said}, ${timeInWords(spent)} of it ${MEANS[phase]}`
    : said;
}
