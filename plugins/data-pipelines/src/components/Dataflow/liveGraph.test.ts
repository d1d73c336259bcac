import { flinkJob, kafka, topic } from '../__testUtils__/views';
import { liveGraph } from './liveGraph';

describe('liveGraph', () => {
  it('leads from topic to job to topic', () => {
    const graph = liveGraph({
      topics: [topic('clicks'), topic('sessions', ['sessionize'])],
      jobs: [flinkJob('sessionize', ['clicks'])],
      kafka: [],
    });
    expect(graph.nodes.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'topic clicks',
      'topic sessions',
      'flink sessionize',
    ]);
    expect(graph.edges).toEqual([
      {
        from: 'component:default/sessionize',
        to: 'resource:default/sessions',
      },
      { from: 'resource:default/clicks', to: 'component:default/sessionize' },
    ]);
  });

  it('shows what is needed from outside, but not the Kafka cluster below', () => {
    const analytics = kafka();
    const graph = liveGraph({
      topics: [{ ...topic('clicks'), upstream: [analytics.entityRef!] }],
      jobs: [flinkJob('sessionize', ['clicks', 'geo'])],
      kafka: [analytics],
    });
    expect(graph.nodes[0]).toEqual({
      id: 'resource:default/geo',
      kind: 'outside',
      name: 'geo',
    });
    expect(graph.nodes).toHaveLength(3);
    expect(graph.edges).toHaveLength(2);
  });
});
