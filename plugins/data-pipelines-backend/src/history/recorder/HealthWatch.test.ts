import {
  FlinkDeployment,
  ObjectIndex,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { HealthChange } from '../../service/HealthChange';
import { recordedChanges } from '../facts/__testUtils__/recordedChanges';
import { HealthWatch } from './HealthWatch';

const FLINK = 'flinkdeployments.flink.apache.org';
const NOW = new Date('2026-11-23T08:19:00Z');

describe('HealthWatch', () => {
  const changes = recordedChanges(FLINK, 'orders');
  const running = changes.filter(
    ({ after }) => after?.status?.jobStatus?.state === 'RUNNING',
  );
  let index: ObjectIndex;
  let isLive: boolean;
  let seen: HealthChange[];
  let watch: HealthWatch;

  beforeEach(() => {
    index = new ObjectIndex();
    isLive = true;
    seen = [];
    watch = new HealthWatch({
      claims: { of: () => [{ pipelineRef: 'p', environment: 'lab' }] },
      source: () => index,
      now: () => NOW,
      isLive: () => isLive,
      apiVersion: () => 'flink.apache.org/v1beta1',
      onChange: more => seen.push(...more),
    });
  });

  const told = () =>
    seen.map(({ before, after }) => `${before?.health} → ${after.health}`);

  function put(change: { after?: FlinkDeployment }) {
    index.put(FLINK, change.after!);
  }

  it('tells a health once, with the newest version that it knows', () => {
    const [first, second] = running;
    for (const change of [first, second, first]) {
      put(change);
      watch.objectsChanged([change]);
    }
    expect(told()).toEqual(['undefined → Healthy']);
    expect(seen[0]).toMatchObject({
      version: first.version,
      object: { kind: 'FlinkDeployment', namespace: 'data', name: 'orders' },
    });
  });

  it('says nothing of a cluster that is known in part, and all of it later', async () => {
    isLive = false;
    put(running[0]);
    watch.objectsChanged([running[0]]);
    expect(told()).toEqual([]);
    isLive = true;
    await watch.lookAtAll('lab');
    expect(told()).toEqual(['undefined → Healthy']);
  });

  it('tells that an object is gone, also where that happened in silence', async () => {
    put(running[0]);
    watch.objectsChanged([running[0]]);
    isLive = false;
    index.delete(FLINK, 'data', 'orders');
    watch.objectsChanged([
      { ...running[0], before: running[0].after, after: undefined },
    ]);
    isLive = true;
    await watch.lookAtAll('lab');
    await watch.lookAtAll('lab');
    expect(told()).toEqual(['undefined → Healthy', 'Healthy → Missing']);
  });
});
