import { HistoryEntry } from '@headworks/backstage-plugin-data-pipelines-common';
import { testText } from '../../../translations/__testUtils__/testText';
import { entry } from '../../__testUtils__/views';
import { sentenceOf } from './sentenceOf';

const t = testText();

const CASES: Array<[string, HistoryEntry]> = [
  [
    'No checkpoint for 12 min (was Healthy)',
    entry({
      kind: 'transition',
      from: 'Healthy',
      to: 'Degraded',
      reason: 'NoCheckpoints',
      message: 'No checkpoint for 12 min',
    }),
  ],
  [
    'The job runs',
    entry({
      kind: 'transition',
      to: 'Healthy',
      reason: 'Running',
      message: 'The job runs',
    }),
  ],
  [
    'Changed image from flink:2.0 to flink:2.1, job.parallelism from 2 to 4, by helm',
    entry({
      kind: 'upgrade',
      generation: 3,
      by: 'helm',
      changes: [
        { path: 'spec.image', from: 'flink:2.0', to: 'flink:2.1' },
        { path: 'spec.job.parallelism', from: '2', to: '4' },
      ],
    }),
  ],
  [
    'Changed a to 1, b away (was 2), c from 1 to 2, 2 more fields',
    entry({
      kind: 'upgrade',
      generation: 3,
      changes: [
        { path: 'spec.a', to: '1' },
        { path: 'spec.b', from: '2' },
        { path: 'spec.c', from: '1', to: '2' },
        { path: 'spec.d', from: '1', to: '2' },
        { path: 'spec.e', from: '1', to: '2' },
      ],
    }),
  ],
  [
    'A new specification (generation 7), by kubectl-edit',
    entry({
      kind: 'upgrade',
      generation: 7,
      changes: [],
      by: 'kubectl-edit',
    }),
  ],
  [
    'Run 7f3a9b21… failed after 12 min: Checkpoint storage answers 403',
    entry({
      kind: 'run',
      run: '7f3a9b21c0d4e5f60718293a4b5c6d7e',
      state: 'failed',
      startedAt: '2026-11-24T10:00:00Z',
      endedAt: '2026-11-24T10:12:00Z',
      message: 'Checkpoint storage answers 403\n\tat org.apache.flink.X',
    }),
  ],
  [
    'Run 7f3a9b21… began from savepoint-7f3a',
    entry({
      kind: 'run',
      run: '7f3a9b21c0d4e5f60718293a4b5c6d7e',
      state: 'running',
      startedFrom: 's3://acme/clickstream/savepoints/savepoint-7f3a',
    }),
  ],
  ['Run 42 finished', entry({ kind: 'run', run: '42', state: 'finished' })],
  [
    'A TaskManager restarted 3 times: out of memory',
    entry({
      kind: 'restart',
      what: 'A TaskManager',
      count: 3,
      message: 'out of memory',
    }),
  ],
  [
    'Snapshot savepoint-7f3a (upgrade) completed, 4.2 GiB',
    entry({
      kind: 'snapshot',
      name: 'savepoint-7f3a',
      origin: 'UPGRADE',
      state: 'COMPLETED',
      size: 4_509_715_661,
    }),
  ],
  [
    'Snapshot daily (user) failed: the job is not running',
    entry({
      kind: 'snapshot',
      name: 'daily',
      origin: 'user',
      state: 'failed',
      message: 'the job is not running',
    }),
  ],
  [
    'Snapshot daily (user): in_progress',
    entry({
      kind: 'snapshot',
      name: 'daily',
      origin: 'user',
      state: 'IN_PROGRESS',
    }),
  ],
  [
    'Pod/orders-sum-1: 3 Insufficient memory. (FailedScheduling, 14 times)',
    entry({
      kind: 'event',
      type: 'Warning',
      reason: 'FailedScheduling',
      message: '3 Insufficient memory.',
      count: 14,
      firstAt: '2026-11-24T10:00:00Z',
      about: 'Pod/orders-sum-1',
    }),
  ],
];

describe('sentenceOf', () => {
  it.each(CASES)('says: %s', (expected, what) => {
    expect(sentenceOf(what, t)).toBe(expected);
  });

  it('cuts what nobody reads', () => {
    const message = 'x'.repeat(5_000);
    const told = sentenceOf(
      entry({ kind: 'restart', what: 'It', count: 1, message }),
      t,
    );
    expect(told.length).toBeLessThan(300);
    expect(told.endsWith('…')).toBe(true);
  });
});
