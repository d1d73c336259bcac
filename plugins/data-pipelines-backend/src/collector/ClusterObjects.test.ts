import { mockServices } from '@backstage/backend-test-utils';
import { RawObject } from '@headworks/backstage-plugin-data-pipelines-common';
import { ChangeQueue } from './ChangeQueue';
import { ClusterObjects } from './ClusterObjects';
import { ObjectChange } from './ObjectChange';

const TOPICS = 'kafkatopics.kafka.strimzi.io';

function topic(name: string, version: string, partitions = 1): RawObject {
  return {
    metadata: { name, namespace: 'data', resourceVersion: version },
    spec: { partitions },
  };
}

function pod(version: string, labels: Record<string, string>): RawObject {
  return {
    metadata: {
      name: 'p',
      namespace: 'data',
      resourceVersion: version,
      labels,
    },
  };
}

describe('ClusterObjects', () => {
  let told: ObjectChange[][];
  let objects: ClusterObjects;

  beforeEach(() => {
    const all: ObjectChange[][] = [];
    told = all;
    const changes = new ChangeQueue({ logger: mockServices.logger.mock() });
    changes.subscribe(some => all.push([...some]));
    objects = new ClusterObjects({ cluster: 'east', changes });
  });

  const tick = () => new Promise(resolve => setImmediate(resolve));
  const names = (changes: ObjectChange[] = []) =>
    changes.map(({ before, after }) => [
      before?.metadata.name,
      after?.metadata.name,
    ]);

  function list(version: string, ...raws: RawObject[]) {
    const one = objects.beginList(TOPICS, TOPICS);
    raws.forEach(one.take);
    one.end(version);
  }

  it('tells once of a whole list, and what a newer list lacks is gone', async () => {
    list('5', topic('a', '1'), topic('b', '2'));
    await tick();
    list('9', topic('b', '2'));
    await tick();
    expect(told.map(names)).toEqual([
      [
        [undefined, 'a'],
        [undefined, 'b'],
      ],
      [['a', undefined]],
    ]);
    expect(told[1][0]).toMatchObject({ cluster: 'east', version: '9' });
    expect(objects.count(TOPICS)).toBe(1);
  });

  it('keeps what is known while a list is under way, or when it breaks off', async () => {
    list('5', topic('a', '1'), topic('b', '2'));
    const broken = objects.beginList(TOPICS, TOPICS);
    broken.take(topic('b', '3', 4));
    expect(objects.index.all(TOPICS)).toHaveLength(2);
  });

  it('says nothing of a new version in which nothing that is kept is different', async () => {
    objects.put(TOPICS, TOPICS, topic('a', '1'));
    await tick();
    objects.put(TOPICS, TOPICS, topic('a', '2'));
    await tick();
    expect(told).toHaveLength(1);
  });

  it('gives the object as it was and as it is, with what was sent', async () => {
    const raw = topic('a', '2', 3);
    objects.put(TOPICS, TOPICS, topic('a', '1'));
    await tick();
    objects.put(TOPICS, TOPICS, raw);
    await tick();
    const [change] = told[1];
    expect(change).toMatchObject({
      before: { spec: { partitions: 1 } },
      after: { spec: { partitions: 3 } },
      version: '2',
    });
    expect(change.raw).toBe(raw);
  });

  it.each(['before', 'after'])(
    'keeps an object that moves between two streams, the new one heard %s the old',
    async order => {
      objects.put('pods/1', 'pods', pod('1', { 'strimzi.io/cluster': 'lab' }));
      const moved = pod('2', { 'headworks.dev/pipeline': 'clicks' });
      const steps = [
        () => objects.put('pods/0', 'pods', moved),
        () => objects.delete('pods/1', 'pods', moved),
      ];
      for (const step of order === 'before' ? steps : steps.reverse()) step();
      expect(objects.count('pods')).toBe(1);
      expect(
        objects.index.labelled(
          'pods',
          'data',
          'headworks.dev/pipeline',
          'clicks',
        ),
      ).toHaveLength(1);
    },
  );

  it('forgets a kind that is not served any more', async () => {
    list('5', topic('a', '1'));
    objects.drop(TOPICS);
    await tick();
    expect(objects.count(TOPICS)).toBe(0);
    expect(told.flat().at(-1)?.after).toBeUndefined();
  });
});
