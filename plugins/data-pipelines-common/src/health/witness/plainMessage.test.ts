import { plainMessage } from './plainMessage';

describe('plainMessage', () => {
  it.each([
    [
      'java.util.concurrent.CompletionException: org.apache.flink.runtime.checkpoint.CheckpointException: IO-problem detected.',
      'IO-problem detected.',
    ],
    [
      'java.lang.OutOfMemoryError: Java heap space\n\tat a.B.c(B.java:1)',
      'Java heap space',
    ],
    ['java.lang.NullPointerException', 'NullPointerException'],
    [
      'configmap "flink-config" not found at registry-1.docker.io',
      'configmap "flink-config" not found at registry-1.docker.io',
    ],
    ['Could not find org.example.shop.Main here', 'Could not find Main here'],
    [undefined, ''],
  ])('%s', (text, plain) => {
    expect(plainMessage(text)).toBe(plain);
  });

  it('cuts what goes on and on', () => {
    expect(plainMessage('x'.repeat(1000))).toHaveLength(300);
  });
});
