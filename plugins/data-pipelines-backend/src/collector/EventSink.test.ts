import { mockServices } from '@backstage/backend-test-utils';
import { RawObject } from '@headworks/backstage-plugin-data-pipelines-common';
import { ChangeQueue } from './ChangeQueue';
import { ClusterObjects } from './ClusterObjects';
import { EventSink } from './EventSink';
import { Sink } from './Sink';

function event(
  name: string,
  kind: string,
  about: string,
  type = 'Warning',
): RawObject & { involvedObject: object; type: string; reason: string } {
  return {
    metadata: { name, namespace: 'data', resourceVersion: name },
    involvedObject: { kind, namespace: 'data', name: about },
    type,
    reason: 'BackOff',
  };
}

describe('EventSink', () => {
  let objects: ClusterObjects;
  let events: EventSink;
  let sink: Sink;

  beforeEach(() => {
    objects = new ClusterObjects({
      cluster: 'east',
      changes: new ChangeQueue({ logger: mockServices.logger.mock() }),
    });
    events = new EventSink({ objects });
    sink = events.of('events');
  });

  const about = (kind: string, name: string) =>
    objects.index.eventsAbout(kind, 'data', name);

  function appear(pod: string) {
    objects.put('pods/0', 'pods', {
      metadata: { name: pod, namespace: 'data', resourceVersion: '1' },
    });
    events.podAppeared('data', pod);
  }

  it('keeps events about kinds that we know, and no others', () => {
    sink.put(event('1', 'FlinkDeployment', 'orders', 'Normal'));
    sink.put(event('2', 'Ingress', 'web'));
    expect(about('FlinkDeployment', 'orders')).toHaveLength(1);
    expect(objects.count('events')).toBe(1);
  });

  it('keeps only warnings about what stands behind pods', () => {
    sink.put(event('1', 'ReplicaSet', 'orders-1', 'Normal'));
    sink.put(event('2', 'ReplicaSet', 'orders-1'));
    expect(about('Deployment', 'orders')).toHaveLength(1);
  });

  it('keeps events about pods that are known, or turn out to be', () => {
    appear('known');
    sink.put(event('1', 'Pod', 'known'));
    sink.put(event('2', 'Pod', 'later'));
    expect(about('Pod', 'known')).toHaveLength(1);
    expect(about('Pod', 'later')).toHaveLength(0);
    appear('later');
    expect(about('Pod', 'later')).toHaveLength(1);
  });

  it('forgets what the cluster forgets', () => {
    sink.put(event('1', 'Kafka', 'lab'));
    sink.delete(event('1', 'Kafka', 'lab'));
    expect(objects.count('events')).toBe(0);
  });

  it('forgets what a newer list lacks, once', () => {
    sink.put(event('1', 'Kafka', 'lab'));
    const list = sink.beginList();
    list.take(event('2', 'Kafka', 'lab'));
    list.end('9');
    expect(about('Kafka', 'lab').map(({ metadata }) => metadata.name)).toEqual([
      '2',
    ]);
  });

  it('never keeps more than 5,000, the newest', () => {
    for (let i = 0; i < 5_200; i++) sink.put(event(`${i}`, 'Kafka', 'lab'));
    expect(objects.count('events')).toBe(5_000);
    const names = about('Kafka', 'lab').map(({ metadata }) => metadata.name);
    expect(names).toContain('5199');
    expect(names).not.toContain('199');
  });

  it('never has more than 500 wait for a pod', () => {
    for (let i = 0; i < 600; i++) sink.put(event(`${i}`, 'Pod', 'later'));
    appear('later');
    expect(about('Pod', 'later')).toHaveLength(500);
  });

  it('drops what came two hours ago, by our own clock', () => {
    sink.put(event('1', 'Kafka', 'lab'));
    events.dropOld(Date.now() + 60 * 60_000);
    expect(objects.count('events')).toBe(1);
    events.dropOld(Date.now() + 3 * 60 * 60_000);
    expect(objects.count('events')).toBe(0);
  });

  it('forgets with a list of one namespace nothing of another', () => {
    const [a, b] = ['a/events', 'b/events'].map(stream => events.of(stream));
    a.put(event('1', 'FlinkDeployment', 'orders'));
    b.put(event('2', 'FlinkDeployment', 'clicks'));
    a.beginList().end('9');
    expect(about('FlinkDeployment', 'orders')).toHaveLength(0);
    expect(about('FlinkDeployment', 'clicks')).toHaveLength(1);
  });
});
