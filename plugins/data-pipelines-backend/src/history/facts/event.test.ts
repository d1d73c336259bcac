import { recordedChanges } from './__testUtils__/recordedChanges';
import { eventFacts } from './event';
import { messagePattern } from './messagePattern';

describe('eventFacts', () => {
  const facts = (name: string) =>
    recordedChanges('events', name).flatMap(eventFacts);

  it('folds a crash loop into a handful', () => {
    const changes = recordedChanges('events', 'no-class');
    const keys = new Set(facts('no-class').map(({ key }) => key));
    expect(changes.length).toBeGreaterThan(30);
    expect(keys.size).toBeLessThan(12);
    expect([...keys].join('\n')).toMatch(/Pod Warning BackOff/);
  });

  it('folds the same of the operator’s and of Kubernetes’ events', () => {
    const backOff = facts('no-class').filter(
      ({ detail }) => detail.reason === 'CrashLoopBackOff',
    );
    // 10 s, 20 s, 1 min 20 s: one pattern.
    expect(backOff).toHaveLength(3);
    expect(new Set(backOff.map(({ key }) => key)).size).toBe(1);
    expect(new Set(backOff.map(({ source }) => source)).size).toBe(3);
  });

  it('keeps what operators say of their own objects', () => {
    expect(facts('orders').map(({ detail }) => detail.reason)).toContain(
      'SpecChanged',
    );
    expect(facts('orders')[0]).toMatchObject({
      at: '2026-11-23T08:15:57.000Z',
      firstAt: '2026-11-23T08:15:57.000Z',
      count: 1,
      detail: { about: 'FlinkDeployment/data/orders', type: 'Normal' },
    });
  });

  it('leaves out that pods are scheduled, pulled and started', () => {
    expect(
      facts('no-class').filter(
        ({ detail }) =>
          detail.type === 'Normal' && detail.about.startsWith('Pod/'),
      ),
    ).toEqual([]);
  });

  it('leaves out an event without any time', () => {
    const [change] = recordedChanges('events', 'orders');
    const { metadata, involvedObject } = change.after!;
    expect(
      eventFacts({
        ...change,
        after: {
          metadata: { ...metadata, creationTimestamp: undefined },
          involvedObject,
        },
      }),
    ).toEqual([]);
  });
});

describe('messagePattern', () => {
  it.each([
    [
      'Startup probe failed: Get "http://10.98.0.10:8081/config": refused',
      'Startup probe failed: Get "http://10.98.0.12:8081/config": refused',
    ],
    [
      'Back-off restarting failed container main in pod a-84b944f64f-z2pkm_data(1b8cbbde-254b-4881-9153-d2d0df9d221c)',
      'Back-off restarting failed container main in pod a-84b9aaf64f-xyzkm_data(2b8cbbde-254b-4881-9153-d2d0df9d221c)',
    ],
    ['back-off 10s restarting', 'back-off 2m40s restarting'],
    [
      'Executor sparkpi-0825a6a2079596d8-exec-1 failed',
      'Executor sparkpi-f48ebaa2079b9517-exec-22 failed',
    ],
  ])('is the same for %j and %j', (one, other) => {
    expect(messagePattern(one)).toBe(messagePattern(other));
  });

  it('is another for another container or image', () => {
    expect(messagePattern('Failed to pull image "a"')).not.toBe(
      messagePattern('Failed to pull image "b"'),
    );
    expect(messagePattern('the facade faded')).toBe('the facade faded');
  });
});
