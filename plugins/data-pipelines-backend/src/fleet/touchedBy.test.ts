import {
  ObjectIndex,
  RawObject,
  project,
  ResourceId,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ObjectChange } from '../collector/ObjectChange';
import { touchedBy } from './touchedBy';

const OWN = { 'headworks.dev/pipeline': 'shop' };
const ON_KAFKA = { 'strimzi.io/cluster': 'shared' };

function touched(
  resource: ResourceId,
  name: string,
  labels: Record<string, string>,
) {
  const raw = {
    apiVersion: 'v1',
    kind: 'Any',
    metadata: { name, namespace: 'kafka', labels },
    spec: {},
  } as RawObject;
  const change = {
    cluster: 'east',
    resource,
    after: project(resource, raw),
    at: '2026-11-28T12:00:00Z',
  } as ObjectChange;
  return touchedBy(change, new ObjectIndex());
}

describe('touchedBy', () => {
  it('gives all pipelines on a Kafka cluster a change of the cluster or its pods', () => {
    expect(touched('kafkas.kafka.strimzi.io', 'shared', {}).kafkas).toEqual([
      'east/kafka/shared',
    ]);
    expect(touched('pods', 'shared-dual-0', ON_KAFKA).kafkas).toEqual([
      'east/kafka/shared',
    ]);
  });

  it.each([
    'kafkatopics.kafka.strimzi.io',
    'kafkausers.kafka.strimzi.io',
  ] as const)(
    'leaves a change of %s to its own pipeline: a thousand others are on that cluster',
    resource => {
      const { pipelines, kafkas, objects } = touched(resource, 'clicks', {
        ...OWN,
        ...ON_KAFKA,
      });
      expect(pipelines).toEqual(['east/shop']);
      expect(objects).toContain('east/kafka/clicks');
      expect(kafkas).toEqual([]);
    },
  );
});
