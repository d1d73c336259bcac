import { RawObject } from '../../resources/rawObject';
import { withKafka } from './kafkaTold';

const told = (spec: unknown) =>
  withKafka(() => ({}))({ spec } as unknown as RawObject).kafka;

const pods = (containers: unknown) => ({
  podTemplate: { spec: { containers } },
});

describe('withKafka', () => {
  it('finds the servers that a container is told', () => {
    expect(
      told(
        pods([
          { name: 'other' },
          {
            name: 'flink-main-container',
            env: [
              { name: 'A', value: 'b' },
              { name: 'KAFKA_BOOTSTRAP_SERVERS', value: 'kafka.example:9092' },
            ],
          },
        ]),
      ),
    ).toBe('kafka.example:9092');
  });

  it.each([
    [undefined],
    [pods('odd')],
    [pods([null, { env: { name: 'odd' } }])],
    [pods([{ env: [{ name: 'KAFKA_BOOTSTRAP_SERVERS', valueFrom: {} }] }])],
    [
      pods([
        { env: [{ name: 'KAFKA_BOOTSTRAP_SERVERS', value: 'x'.repeat(3000) }] },
      ]),
    ],
  ])('finds none in %j', spec => {
    expect(told(spec)).toBeUndefined();
  });
});
