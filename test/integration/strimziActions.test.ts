import {
  KafkaActionName,
  LiveStrimziObject,
  planKafkaAction,
  waitedFor,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { KubernetesObject } from '../cluster/client';
import { eventually } from './eventually';
import { startWorld, World } from './world';

const KAFKA = '/apis/kafka.strimzi.io/v1/namespaces/kafka/kafkas/analytics';
const USER = 'user:default/operator';

type Kafka = KubernetesObject &
  LiveStrimziObject & {
    status?: { observedGeneration?: number; kafkaVersion?: string };
  };

/** What is planned for a Kafka, done on a real API server with Strimzi's definitions and a simulated operator. */
describe('the reconciliation of a Kafka', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld({ speed: 50 });
    await eventually(kafka, ({ status }) => Boolean(status?.kafkaVersion));
  }, 300_000);

  afterAll(() => world?.stop());

  it('is paused: the operator leaves it as it is', async () => {
    await act('pause-reconciliation');
    const paused = await kafka();
    expect(paused.metadata.annotations).toMatchObject({
      'headworks.dev/requested-by': USER,
    });
    expect(paused.status).not.toHaveProperty('kafkaVersion');
    await world.cluster.client.merge(KAFKA, {
      spec: { kafka: { config: { 'log.retention.hours': 24 } } },
    });
    const changed = await kafka();
    expect(changed.metadata.generation).toBeGreaterThan(
      changed.status!.observedGeneration!,
    );
  });

  it('is not paused twice', async () => {
    const { refusal } = plan('pause-reconciliation', await kafka());
    expect(refusal?.sentence).toBe('It is paused already.');
  });

  it('is resumed, with what was changed meanwhile', async () => {
    await act('resume-reconciliation');
    const { metadata, status } = await kafka();
    expect(metadata.annotations).not.toHaveProperty([
      'strimzi.io/pause-reconciliation',
    ]);
    expect(status?.observedGeneration).toBe(metadata.generation);
    expect(status?.kafkaVersion).toBeDefined();
  });

  function kafka(): Promise<Kafka> {
    return world.cluster.client.get<Kafka>(KAFKA);
  }

  function plan(action: KafkaActionName, object: Kafka) {
    return planKafkaAction(
      { action },
      {
        cluster: 'playground',
        object,
        annotations: { 'headworks.dev/requested-by': USER },
      },
    );
  }

  /** Does each step as it is planned. */
  async function act(action: KafkaActionName) {
    for (const step of plan(action, await kafka()).steps) {
      switch (step.do) {
        case 'patch':
          await world.cluster.client.merge(KAFKA, step.patch);
          break;
        case 'wait':
          await eventually(
            kafka,
            object => waitedFor(step.until, object).state === 'reached',
          );
          break;
        default:
          throw new Error(`Not planned for a Kafka: ${step.do}`);
      }
    }
  }
});
