import { plainMessage } from '../witness/plainMessage';

/** What Flink's words for a checkpoint that failed mean. */
const MEANINGS: ReadonlyArray<readonly [RegExp, string]> = [
  [/IO-problem detected/i, 'Flink cannot write to the checkpoint storage'],
  [/failure to finalize/i, 'Flink cannot write to the checkpoint storage'],
  [
    /asynchronous task checkpoint failed/i,
    'a task cannot write its state to the checkpoint storage',
  ],
  [/expired before completing/i, 'they take longer than their timeout'],
];

/** Why a checkpoint failed, for people. */
export function checkpointFailure(text: string): string {
  const known = MEANINGS.find(([words]) => words.test(text));
  return known?.[1] ?? plainMessage(text);
}

const FAIL = 'its checkpoints fail';
const THRESHOLD =
  /tolerable failure threshold\.?\s*(?:The latest checkpoint failed due to (.*?)(?:,? view the Checkpoint History tab.*)?)?$/is;

/**
 * Where an exception says that too many checkpoints failed: that, and why the
 * last one did.
 */
export function failingCheckpoints(exception: string): string | undefined {
  const match = THRESHOLD.exec(exception);
  if (!match) return undefined;
  const [, why] = match;
  return why ? `${FAIL}: ${checkpointFailure(why)}` : FAIL;
}

/** A job that fails for its checkpoints fails again at the next one. */
export function failsCheckpoints(exception: string | undefined): boolean {
  return (
    exception?.startsWith(FAIL) ||
    /checkpoint (?:expired|declined)/i.test(exception ?? '')
  );
}
