import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { applyCrds } from '../../cluster/applyCrds';
import { ensureCrds } from '../../cluster/crds';
import {
  EAST,
  expectNothingLost,
  putTopic,
  RECOVERY,
  startWatchedCluster,
  topicsOf,
  until,
  untilFollowed,
  WatchedCluster,
} from './watchedCluster';

const TOPICS = 'kafkatopics.kafka.strimzi.io';
const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

interface Definition {
  apiVersion: string;
  kind: string;
  metadata: { name: string };
  spec: {
    versions: Array<{ name: string; served: boolean; storage: boolean }>;
  };
}

describe('a definition (CRD)', () => {
  let world: WatchedCluster;
  let topics: Definition;

  beforeAll(async () => {
    world = await startWatchedCluster({ crds: /^KafkaTopic/ });
    const file = (await ensureCrds(() => {})).find(
      one => path.basename(one) === 'KafkaTopic.yaml',
    )!;
    topics = parse(fs.readFileSync(file, 'utf8')) as Definition;
    await putTopic(world, 'first');
    await untilFollowed(world, 'first');
  });

  afterAll(() => world?.stop());

  it('that is removed takes its objects along', async () => {
    expect(world.resource(TOPICS)).toMatchObject({
      state: 'live',
      version: 'v1',
    });
    await world.cluster.client.delete(`${CRDS}/${TOPICS}`);
    await until(
      () => world.resource(TOPICS),
      ({ objects, state }) => state === 'absent' && objects === 0,
      RECOVERY,
    );
    expect(world.view().status).toBe('live');
    expect(world.view().notes).toBeUndefined();
    expectNothingLost(world);
  });

  it('that comes back at another version is followed at that', async () => {
    const { versions } = topics.spec;
    await world.cluster.client.create(CRDS, {
      ...topics,
      spec: {
        ...topics.spec,
        versions: versions
          .filter(({ name }) => name === 'v1')
          .map(version => ({ ...version, name: 'v1beta2' })),
      },
    });
    const beta = '/apis/kafka.strimzi.io/v1beta2/namespaces/data/kafkatopics';
    await until(
      () => world.cluster.client.list(beta).catch(() => undefined),
      list => list !== undefined,
    );
    const began = Date.now();
    await world.cluster.client.create(beta, {
      apiVersion: 'kafka.strimzi.io/v1beta2',
      kind: 'KafkaTopic',
      metadata: { name: 'second', labels: { 'strimzi.io/cluster': 'lab' } },
      spec: { partitions: 5, replicas: 1 },
    });
    await until(
      () => topicsOf(world),
      ({ second }) => second === 5,
      RECOVERY,
    );
    expect(Date.now() - began).toBeLessThan(RECOVERY);
    expect(world.resource(TOPICS)).toMatchObject({
      state: 'live',
      version: 'v1beta2',
    });
    expect(world.collector.apiVersion(EAST, TOPICS)).toBe(
      'kafka.strimzi.io/v1beta2',
    );
    expectNothingLost(world);
  });

  it('of an operator that is installed later is picked up', async () => {
    expect(world.resource('sparkapplications.sparkoperator.k8s.io').state).toBe(
      'absent',
    );
    await applyCrds(
      world.cluster,
      (await ensureCrds(() => {})).filter(one => /sparkoperator/.test(one)),
    );
    await until(
      () => world.resource('sparkapplications.sparkoperator.k8s.io').state,
      state => state === 'live',
      RECOVERY,
    );
  });
});
