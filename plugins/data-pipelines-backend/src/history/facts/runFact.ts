import { Detail, ProgressFact } from './Fact';
import { sentence } from './sentence';

export type RunState = Detail<'run'>['state'];

/** How far a run has come. */
export const RUNNING = 1;
export const ENDED = 2;

export function runFact(options: {
  at: string;
  key: string;
  rank: typeof RUNNING | typeof ENDED;
  detail: Omit<Detail<'run'>, 'kind'>;
}): ProgressFact<'run'> {
  const { run, state, startedAt, endedAt, startedFrom, message } =
    options.detail;
  return {
    ...options,
    kind: 'run',
    open: options.rank === RUNNING,
    detail: {
      kind: 'run',
      run,
      state,
      startedAt,
      endedAt,
      startedFrom,
      message: sentence(message),
    },
  };
}
