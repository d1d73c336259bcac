import {
  ActionStep,
  postOf,
  Waited,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { FlinkReads } from '../flinkRest/flinkReads';
import { noAnswerSentence } from '../flinkRest/noAnswerSentence';
import { serviceOf } from '../flinkRest/flinkTargets';
import { asNoAnswer, isUnknownThere } from '../serviceProxy/NoAnswer';
import { ServiceProxy } from '../serviceProxy/ServiceProxy';
import { Action } from './Action';
import { WriteAccess } from './WriteAccess';

/** With what Flink itself is asked for something. */
export interface FlinkHands {
  write: WriteAccess;
  flink: Pick<ServiceProxy<FlinkReads>, 'read'>;
  /** Tells the history of a savepoint that somebody has had taken. */
  onSavepoint: (action: Action, taken: TakenSavepoint) => void;
}

/** A savepoint that no object of the cluster tells of. */
export interface TakenSavepoint {
  target: AskStep['target'];
  path: string;
}

type AskStep = Extract<ActionStep, { do: 'ask-flink' }>;
type AwaitStep = Extract<ActionStep, { do: 'await-flink' }>;

export async function askFlink(
  { target, ask }: AskStep,
  { write }: FlinkHands,
): Promise<Waited> {
  const { path, body } = postOf(target.namespace, ask);
  await write.askFlink(target.cluster, path, body);
  return { state: 'reached' };
}

export async function awaitFlink(
  { target, ask }: AwaitStep,
  action: Action,
  { flink, onSavepoint }: FlinkHands,
): Promise<Waited> {
  const { cluster, namespace } = target;
  const { service, job, trigger } = ask;
  const around = { namespace, service, isOurs: true };
  try {
    const { path, ...waited } = await flink.read(
      serviceOf(cluster, around),
      'savepoint',
      { job, trigger, signal: new AbortController().signal },
    );
    if (path) onSavepoint(action, { target, path });
    return waited;
  } catch (error) {
    if (isUnknownThere(error)) {
      return {
        state: 'failed',
        sentence:
          'Flink no longer knows how it went; its JobManager may have started again. Look at the savepoints of the job.',
      };
    }
    const answer = asNoAnswer(error);
    const sentence = noAnswerSentence(answer, {
      ...around,
      cluster,
      hasAnswered: true,
    });
    return answer.kind === 'forbidden'
      ? { state: 'failed', sentence }
      : { state: 'waiting', sentence };
  }
}
