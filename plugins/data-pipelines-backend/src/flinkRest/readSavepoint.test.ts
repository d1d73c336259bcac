import { readSavepoint } from './readSavepoint';

it('knows one that is done, one that goes on and one that failed', () => {
  expect(readSavepoint({ status: { id: 'IN_PROGRESS' } })).toEqual({
    state: 'waiting',
  });
  expect(
    readSavepoint({
      status: { id: 'COMPLETED' },
      operation: { location: 's3://state/savepoint-1' },
    }),
  ).toEqual({
    state: 'reached',
    path: 's3://state/savepoint-1',
    sentence: 'The savepoint is at s3://state/savepoint-1.',
  });
  const stack = [
    'java.util.concurrent.CompletionException: org.apache.flink.runtime.checkpoint.CheckpointException: Trigger checkpoint failure.',
    '\tat java.base/java.util.concurrent.CompletableFuture.encodeThrowable',
    'Caused by: java.io.IOException: Mkdirs failed to create file:/x',
    '\tat org.apache.flink.core.fs',
  ].join('\n');
  expect(
    readSavepoint({
      status: { id: 'COMPLETED' },
      operation: { 'failure-cause': { 'stack-trace': stack } },
    }),
  ).toEqual({
    state: 'failed',
    sentence: 'The savepoint failed: Mkdirs failed to create file:/x',
  });
});

it.each([null, [], 'text'])('refuses %j', json => {
  expect(() => readSavepoint(json)).toThrow();
});

it.each([{}, { status: 7 }, { status: { id: 'COMPLETED' }, operation: 7 }])(
  'does not fail at %j',
  json => {
    expect(['waiting', 'failed']).toContain(readSavepoint(json).state);
  },
);
