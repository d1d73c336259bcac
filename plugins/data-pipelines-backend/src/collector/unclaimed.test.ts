import {
  KafkaTopic,
  ObjectIndex,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { unclaimedObjects } from './unclaimed';

function topic(name: string, labels: Record<string, string>): KafkaTopic {
  return {
    kind: 'KafkaTopic',
    metadata: { name, namespace: 'kafka', labels, annotations: {} },
    spec: {},
  };
}

describe('unclaimedObjects', () => {
  const index = new ObjectIndex();
  const known = {
    names: () => ['east'],
    source: () => index,
    apiVersion: () => 'kafka.strimzi.io/v1',
  };
  const labels = {
    'headworks.dev/pipeline': 'clicks',
    'headworks.dev/environment': 'dev',
  };
  index.put('kafkatopics.kafka.strimzi.io', topic('mine', labels));
  index.put('kafkatopics.kafka.strimzi.io', topic('without-label', {}));

  it('lists what carries our label where no pipeline declares to be', () => {
    expect(unclaimedObjects(known, () => false)).toEqual({
      unclaimedTotal: 1,
      unclaimed: [
        {
          pipeline: 'clicks',
          object: {
            cluster: 'east',
            apiVersion: 'kafka.strimzi.io/v1',
            kind: 'KafkaTopic',
            namespace: 'kafka',
            name: 'mine',
          },
        },
      ],
    });
  });

  it('asks by cluster, namespace, pipeline and environment', () => {
    const isClaimed = jest.fn(() => true);
    expect(unclaimedObjects(known, isClaimed).unclaimedTotal).toBe(0);
    expect(isClaimed).toHaveBeenCalledWith({
      cluster: 'east',
      namespace: 'kafka',
      pipeline: 'clicks',
      environment: 'dev',
    });
  });

  it('counts all and shows 200', () => {
    for (let i = 0; i < 300; i++) {
      index.put('kafkatopics.kafka.strimzi.io', topic(`many-${i}`, labels));
    }
    const { unclaimed, unclaimedTotal } = unclaimedObjects(known, () => false);
    expect(unclaimedTotal).toBe(301);
    expect(unclaimed).toHaveLength(200);
  });
});
