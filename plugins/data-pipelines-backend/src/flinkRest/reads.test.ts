import fs from 'node:fs';
import path from 'node:path';
import { FLINK_READS } from './flinkReads';

/** What Flink 2.2 answered. */
function recorded(name: string): unknown {
  const file = path.join(__dirname, '__fixtures__', `${name}.json`);
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

describe('FLINK_READS', () => {
  it('are read, and nothing that could change anything', () => {
    expect(Object.values(FLINK_READS).map(({ path: where }) => where)).toEqual([
      '/jobs/overview',
      '/jobs/:job/checkpoints',
      '/jobs/:job/checkpoints',
      '/jobs/:job/checkpoints/config',
      '/jobs/:job/checkpoints/details/:checkpoint',
      '/jobs/:job/checkpoints/details/:checkpoint/subtasks/:vertex',
      '/jobs/:job/metrics',
      '/jobs/:job/exceptions',
      '/jobs/:job',
      '/jobs/:job/exceptions',
      '/jobs/:job/savepoints/:trigger',
      '/jobs/:job/vertices/:vertex/subtasks/metrics',
      '/jobs/:job/vertices/:vertex/subtasks/metrics',
      '/jobs/:job/vertices/:vertex/subtasks/metrics',
      '/jobs/:job/vertices/:vertex/watermarks',
    ]);
  });

  it('tell how far sources are behind, and of what else there is nothing', () => {
    const clicks = 'Source__clicks__all.pendingRecords';
    const users = 'Source__users.pendingRecords';
    const { parse } = FLINK_READS.lagMetrics;
    expect(
      parse([
        { id: clicks },
        { id: 'Source__clicks__all.currentEmitEventTimeLag' },
        {
          id: 'Source__clicks__all.KafkaSourceReader.KafkaConsumer.records-lag-max',
        },
        { id: 'numRecordsInPerSecond' },
        { id: users },
        { id: `${'x'.repeat(400)}.pendingRecords` },
        { id: 'a,b.pendingRecords' },
        {},
      ]),
    ).toEqual([clicks, users]);
    expect(parse([])).toEqual([]);
    const lag = FLINK_READS.lag.parse;
    expect(
      lag([
        { id: clicks, min: 1260, max: 1260, avg: 1260, sum: 1260, skew: 0 },
        { id: users, min: 0, max: 3, avg: 1.5, sum: 3, skew: 100 },
      ]),
    ).toBe(1263);
    expect(lag([])).toBeUndefined();
    expect(lag([{ id: clicks, sum: 'NaN' }])).toBeUndefined();
  });

  it('tell the last checkpoint and the last savepoint with their sizes', () => {
    expect(FLINK_READS.checkpoints.parse(recorded('checkpoints'))).toEqual({
      completed: 61,
      failed: 2,
      inProgress: 0,
      failedInARow: 0,
      latestCompleted: {
        id: 61,
        at: '2026-11-23T07:31:32.169Z',
        took: 14,
        size: 33890,
        path: 'file:///data/cp/98ef5b6c87ccd066a8a7dfd1290e9288/chk-61',
      },
      latestSavepoint: {
        at: '2026-11-23T07:31:32.788Z',
        size: 33872,
        path: 'file:///data/sp/savepoint-98ef5b-ba04e786da0f',
      },
      restored: {
        at: '2026-11-23T07:30:11.705Z',
        isSavepoint: false,
        path: 'file:///data/cp/98ef5b6c87ccd066a8a7dfd1290e9288/chk-17',
      },
      restores: 1,
    });
  });

  it('tell every checkpoint that Flink remembers, newest first', () => {
    const { parse } = FLINK_READS.checkpointHistory;
    const { checkpoints: found, restored } = parse(recorded('checkpoints'));
    expect(restored).toEqual({
      at: '2026-11-23T07:30:11.705Z',
      isSavepoint: false,
      path: 'file:///data/cp/98ef5b6c87ccd066a8a7dfd1290e9288/chk-17',
    });
    expect(found.map(({ id }) => id)).toEqual(
      found.map(({ id }) => id).sort((a, b) => b - a),
    );
    expect(found.find(({ id }) => id === 61)).toEqual({
      id: 61,
      isSavepoint: false,
      state: 'completed',
      startedAt: '2026-11-23T07:31:32.155Z',
      took: 14,
      size: 33890,
      written: expect.any(Number),
      inFlight: 0,
      path: 'file:///data/cp/98ef5b6c87ccd066a8a7dfd1290e9288/chk-61',
    });
    expect(parse(recorded('checkpoints-failing')).checkpoints[0]).toEqual({
      id: 13,
      isSavepoint: false,
      state: 'failed',
      startedAt: expect.stringMatching(/^2026-11-28T/),
      message:
        'An Exception occurred while triggering the checkpoint. IO-problem detected.',
    });
  });

  it('cut what is long, and keep what has no time out', () => {
    const { parse } = FLINK_READS.checkpointHistory;
    const one = { id: 1, status: 'FAILED', trigger_timestamp: 1_000 };
    const {
      checkpoints: [found],
    } = parse({
      history: [
        { ...one, failure_message: `${'x'.repeat(100_000)}\nat line 2` },
        { ...one, id: 2, trigger_timestamp: -1 },
        { ...one, id: 'three' },
        null,
      ],
    });
    expect(found.message).toHaveLength(301);
    expect(
      parse({
        history: [
          { ...one, failure_message: 'Checkpoint Coordinator is suspending.' },
        ],
      }).checkpoints[0].state,
    ).toBe('given-up');
    expect(parse({})).toEqual({ checkpoints: [] });
    expect(
      parse({
        latest: {
          restored: {
            id: 4,
            restore_timestamp: 1795874908311,
            is_savepoint: true,
            external_path: 'file:/data/savepoint-4',
          },
        },
      }).restored,
    ).toEqual({
      at: '2026-11-28T14:08:28.311Z',
      isSavepoint: true,
      path: 'file:/data/savepoint-4',
    });
  });

  it('count the checkpoints that failed one after the other', () => {
    const found = FLINK_READS.checkpoints.parse(
      recorded('checkpoints-failing'),
    );
    expect(found).toMatchObject({
      failedInARow: 2,
      latestCompleted: { id: 5 },
      latestFailed: {
        id: 13,
        message: expect.stringContaining('IO-problem detected'),
      },
    });
  });

  it.each([
    [
      'savepoints, which somebody asked for',
      { is_savepoint: true, failure_message: 'no room' },
    ],
    [
      'those that a restart gave up',
      { failure_message: 'Checkpoint Coordinator is suspending.' },
    ],
    ['those that go on', { status: 'IN_PROGRESS' }],
  ])('do not count %s', (_, more) => {
    const failed = { id: 2, status: 'FAILED', failure_timestamp: 1, ...more };
    const found = FLINK_READS.checkpoints.parse({ history: [failed] });
    expect(found).toMatchObject({ failedInARow: 0 });
    expect(found).not.toHaveProperty('latestFailed');
  });

  it('tell how often there should be a checkpoint, if at all', () => {
    const { parse } = FLINK_READS.checkpointInterval;
    expect(parse(recorded('checkpoints-config'))).toBe(2000);
    // As Flink 2.2 says of a job without.
    expect(parse({ interval: 9223372036854775807 })).toBeUndefined();
  });

  it('tell what runs', () => {
    expect(FLINK_READS.jobs.parse(recorded('jobs'))).toEqual([
      expect.objectContaining({ state: expect.any(String) }),
      expect.objectContaining({ startedAt: expect.stringMatching(/^2026-/) }),
    ]);
  });

  it('tell what made a job fail, not that it was not tried again', () => {
    expect(FLINK_READS.exception.parse(recorded('exceptions'))).toEqual({
      at: '2026-11-23T07:40:41.376Z',
      message: 'java.lang.RuntimeException: probe failure at 301',
    });
    expect(
      FLINK_READS.exception.parse({ exceptionHistory: { entries: [] } }),
    ).toBeUndefined();
  });

  it('tell restarts, where Flink counts them already', () => {
    const { parse } = FLINK_READS.restarts;
    expect(parse([{ id: 'numRestarts', value: '4' }])).toBe(4);
    expect(parse([])).toBeUndefined();
  });

  it.each(Object.entries(FLINK_READS))(
    'survive whatever %s may say',
    (_, { parse }) => {
      const said = ['text', null, 7, [null, 'x', 7]].map(odd => {
        try {
          parse(odd);
          return 'read';
        } catch (error) {
          return (error as Error).message;
        }
      });
      const understood = ['read', 'not an object', 'not a list'];
      expect(said.filter(text => !understood.includes(text))).toEqual([]);
      expect(() =>
        parse({ jobs: 'x', history: [{}, 7], latest: 7, counts: 'x' }),
      ).not.toThrow(TypeError);
    },
  );

  const ID = 'bc764cd8ddf7a0cff126f51c16239658';

  it('tell the steps of a job, with those before them', () => {
    const vertex = { id: ID, name: 'sink', parallelism: 2, status: 'RUNNING' };
    const nodes = [{ id: ID, inputs: [{ num: 0, id: 'a' }] }];
    expect(
      FLINK_READS.graph.parse({ vertices: [vertex, {}], plan: { nodes } }),
    ).toEqual([{ ...vertex, inputs: ['a'] }]);
    expect(FLINK_READS.graph.parse({ vertices: [{ id: ID }] })).toEqual([
      { id: ID, name: ID, parallelism: 1, status: 'UNKNOWN', inputs: [] },
    ]);
  });

  it('tell how much a step has to do', () => {
    const { parse } = FLINK_READS.vertexMetrics;
    expect(
      parse([
        { id: 'busyTimeMsPerSecond', max: 1003, sum: 1500 },
        { id: 'backPressuredTimeMsPerSecond', max: 0, sum: 0 },
        { id: 'numRecordsInPerSecond', max: 3, sum: 5 },
        // What a source of the old kind says.
        { id: 'numRecordsOutPerSecond', max: 'NaN', sum: 'NaN' },
      ]),
    ).toEqual({ busy: 1, held: 0, takes: 5, gives: undefined });
    expect(parse([])).toEqual({});
  });

  it('tell how far each step is with a checkpoint, and what it waited for', () => {
    const task = {
      end_to_end_duration: 45,
      num_subtasks: 2,
      num_acknowledged_subtasks: 1,
    };
    expect(
      FLINK_READS.checkpointSteps.parse({ tasks: { [ID]: task, odd: null } }),
    ).toEqual({
      [ID]: { subtasks: 2, acknowledged: 1, took: 45 },
      odd: { subtasks: 0, acknowledged: 0 },
    });
    expect(FLINK_READS.checkpointSteps.parse({})).toEqual({});
    expect(
      FLINK_READS.checkpointStep.parse({
        summary: {
          checkpoint_duration: { sync: { max: 2 }, async: { max: 30 } },
          alignment: { duration: { max: 4 } },
          start_delay: { max: 9 },
        },
      }),
    ).toEqual({ startDelay: 9, alignment: 4, sync: 2, async: 30 });
    // Nothing is done yet.
    expect(FLINK_READS.checkpointStep.parse({ summary: null })).toEqual({});
  });

  it('tell the watermark of the slowest subtask', () => {
    const { parse } = FLINK_READS.watermark;
    const none = { id: '1', value: '-9223372036854775808' };
    expect(
      parse([
        { id: '0', value: '1795419093691' },
        { id: '1', value: '1795419093000' },
      ]),
    ).toBe('2026-11-23T07:31:33.000Z');
    expect(parse([{ id: '0', value: '1795419093691' }, none])).toBeUndefined();
    expect(parse([])).toBeUndefined();
  });

  it('tell what was thrown first, and around it', () => {
    const stacktrace = [
      'a.JobException: Recovery is suppressed by FixedDelay',
      '\tat a.b(C.java:1)',
      'Caused by: java.lang.RuntimeException: outer',
      'Caused by: java.io.IOException: disk is full',
    ].join('\n');
    expect(
      FLINK_READS.failures.parse({
        exceptionHistory: {
          entries: [
            {
              timestamp: 1795419641376,
              stacktrace,
              concurrentExceptions: [{ taskName: 'count (1/1)' }],
            },
            { timestamp: -1, stacktrace: 'no time' },
          ],
        },
      }),
    ).toEqual([
      {
        at: '2026-11-23T07:40:41.376Z',
        message: 'java.io.IOException: disk is full',
        around: ['java.lang.RuntimeException: outer'],
        task: 'count (1/1)',
      },
    ]);
  });
});
