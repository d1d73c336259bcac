import { KafkaAccess } from './KafkaAccess';
import { kafkaOf } from './kafkaOf';

const named = (more: Partial<KafkaAccess>): KafkaAccess => ({
  name: 'analytics',
  servers: ['lb.example:9094'],
  knownAs: ['lb.example:9094'],
  ...more,
});

const inCluster = named({ cluster: 'east', namespace: 'kafka' });
const outside = named({
  name: 'bought',
  knownAs: ['broker-1.example:9093', 'broker-2.example:9093'],
});
const ofWest = named({ name: 'own', cluster: 'west', knownAs: ['own:9092'] });

describe('kafkaOf', () => {
  const find = (hint: Parameters<typeof kafkaOf>[1]) =>
    kafkaOf([inCluster, outside, ofWest], hint)?.name;

  it('knows one in Kubernetes by its object, in its cluster only', () => {
    const object = 'kafka/analytics';
    expect(find({ cluster: 'east', object })).toBe('analytics');
    expect(find({ cluster: 'west', object })).toBeUndefined();
    expect(find({ cluster: 'east', object: 'other/analytics' })).toBe(
      undefined,
    );
    // By its object, not by an address that many may have.
    expect(find({ cluster: 'east', servers: 'lb.example:9094' })).toBe(
      undefined,
    );
  });

  it('knows one outside by any of the servers that a job is told', () => {
    const servers = 'broker-0.example:9093, Broker-2.example:9093';
    expect(find({ cluster: 'east', servers })).toBe('bought');
    // A topic of the same name may be in another.
    expect(find({ cluster: 'west', servers, object: 'a/b' })).toBeUndefined();
    expect(find({ cluster: 'east', servers: 'broker-2.example:9092' })).toBe(
      undefined,
    );
  });

  it('keeps to the cluster that is named', () => {
    expect(find({ cluster: 'west', servers: 'own:9092' })).toBe('own');
    expect(find({ cluster: 'east', servers: 'own:9092' })).toBeUndefined();
    expect(find({ cluster: 'west' })).toBeUndefined();
  });
});
