import { Lab } from './lab';

describe('the lab', () => {
  const lab = new Lab();
  beforeAll(() => lab.up(), 1_800_000);
  afterAll(() => lab.down());

  it('has a node that runs pods', async () => {
    await lab.kubectl('wait', '--for=condition=Ready', 'node', '--all');
    await lab.apply({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'hello', namespace: 'default' },
      spec: {
        restartPolicy: 'Never',
        containers: [
          {
            name: 'hello',
            image: 'lab/busybox:1',
            command: ['echo', 'hello'],
          },
        ],
      },
    });
    await lab.until(
      'the pod’s end',
      60,
      () =>
        lab.kubectl('get', 'pod', 'hello', '-o', 'jsonpath={.status.phase}'),
      phase => phase === 'Succeeded',
    );
    expect(await lab.kubectl('logs', 'hello')).toBe('hello\n');
  });
});
