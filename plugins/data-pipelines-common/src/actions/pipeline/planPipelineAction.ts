import { ActionRefusal } from '../plan';
import { writersFirst } from './dataflowOrder';
import { jobTurn } from './jobTurn';
import {
  FlowJob,
  JobTurn,
  PipelineAction,
  PipelineActionName,
  PipelineActionPlan,
  TurnStep,
} from './PipelineAction';

/**
 * Why this order: at no time does a job write what no running job reads, also
 * where it fails in the middle and stays so for days. A topic forgets after its
 * retention whether or not somebody has read it (`retention.ms` of Kafka), so a
 * reader that stands while its writer goes on can lose records; one that runs
 * while its writer stands loses none. And a job that stops with a savepoint
 * commits what it has written (Flink, stop-with-savepoint), so that its readers,
 * which run still, take it into their own savepoints.
 */
const ORDER: Record<PipelineActionName, string[]> = {
  stop: [
    'Jobs that write stop before those that read it: at no time does one write what nobody reads.',
    'What is left unread in a topic waits there for as long as the topic keeps it.',
  ],
  start: [
    'Jobs that read start before those that write for them: at no time does one write what nobody reads.',
  ],
};

/**
 * Says what stopping or starting a whole pipeline will do: the plans of its
 * jobs, in the order of the dataflow. One job that cannot refuses the whole;
 * one that is as it is wanted is passed over, so the same again goes on where
 * it ended. Pure: preview and action call it with the same moments.
 *
 * @public
 */
export function planPipelineAction(
  { action }: PipelineAction,
  jobs: readonly FlowJob[],
): PipelineActionPlan {
  const groups = writersFirst(jobs);
  const ordered = action === 'stop' ? groups : groups.slice().reverse();
  const turns = ordered.flat().map(job => jobTurn(action, job));
  const notes = [
    ...(jobs.length > 1 ? ORDER[action] : []),
    ...ordered.filter(group => group.length > 1).map(circleSentence),
  ];
  const refusal = refusalOf(turns);
  return refusal
    ? { turns: turns.map(withoutSteps), notes, refusal }
    : { turns, notes };
}

/**
 * The steps of all turns, one after the other.
 *
 * @public
 */
export function stepsOfPlan({ turns }: PipelineActionPlan): TurnStep[] {
  return turns.flatMap(({ job, plan }) =>
    (plan?.steps ?? []).map(step => ({ ...step, job })),
  );
}

function circleSentence(group: readonly FlowJob[]): string {
  const names = group.map(({ name }) => name).join(', ');
  return `None of ${names} comes first by what they read and write: they go in the order of their names.`;
}

function refusalOf(turns: readonly JobTurn[]): ActionRefusal | undefined {
  if (turns.length === 0) {
    return {
      sentence: 'The pipeline has no jobs here.',
      remedy: 'Register the entities of its jobs in the catalog.',
    };
  }
  const refused = turns.find(({ refusal }) => refusal);
  return refused?.refusal && { ...refused.refusal, sentence: named(refused) };
}

function named({ job, refusal }: JobTurn): string {
  return `${job}: ${refusal?.sentence}`;
}

function withoutSteps(turn: JobTurn): JobTurn {
  return turn.plan ? { ...turn, plan: { ...turn.plan, steps: [] } } : turn;
}
